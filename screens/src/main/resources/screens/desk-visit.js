// The left side: who is at the desk, what this person needs, and how it ended.
import { html, icon, nothing } from "./view.js";
import { clock, money, named, shownNumber } from "./texts.js";
import { documentsOf, lineOf, norm, servicesOf } from "./desk-offer.js";
import { singleKeys } from "./desk-keys.js";

export function visitPart(room, say) {
  switch (room.desk.state) {
    case "closed":
      return closed(room, say);
    case "called":
      return html`${ticket(room, say)} ${ground(room, say)} ${papers(room, say)}`;
    case "paused":
      return paused(room, say);
    case "serving":
      if (room.desk.direct) return html`${direct(room, say)} ${ending(room, say)}`;
      return html`${ticket(room, say)} ${progress(room, say)} ${papers(room, say)}`;
    default:
      return ready(room, say);
  }
}

const closed = (room, say) => html`<div class="card calm">
  ${icon("door-closed")}
  <h1>${say("state.closed")}</h1>
  <p class="quiet">${say("open.hint")}</p>
  <div class="row">
    <button type="button" class="button main" data-action="open" data-focus @click=${() => room.act("open")}>
      ${icon("door-open")} ${say("open.this", { n: room.counter })}</button>
    <button type="button" class="button" data-action="other-counter" @click=${() => room.showCounters()}>
      ${say("open.other")}</button>
  </div>
</div>`;

const paused = (room, say) => html`<div class="card calm">
  ${icon("coffee")}
  <h1>${say("state.paused")}</h1>
  <p class="quiet">${say.has(`reason.${room.desk.reason}`) ? say(`reason.${room.desk.reason}`) : room.desk.reason}</p>
  <div class="row">
    <button type="button" class="button main" data-action="resume" data-focus @click=${() => room.act("resume")}>
      ${icon("play")} ${say("resume")}</button>
  </div>
</div>`;

/// Somebody without a ticket.
const direct = (room, say) => html`<article class="card ticket serving">
  <div class="number">${icon("users")}</div>
  <div class="what"><h1>${say("direct.title")}</h1><p class="quiet">${say("direct.hint")}</p></div>
  <div class="time" role="timer"><b class="num">${elapsed(room)}</b></div>
</article>`;

function ready(room, say) {
  const waiting = lineOf(room).length;
  return html`<div class="card calm">
    ${room.desk.state === "wrap-up" && room.desk.number
      ? html`<p class="quiet">${icon("file-check")} ${say("finished", { number: shownNumber(room.desk.number) })}</p>`
      : icon("user-check")}
    <h1>${waiting ? say.counted("ready.waiting", waiting) : say("ready.nobody")}</h1>
    <p class="quiet">${say(waiting ? "ready.press" : "ready.calm")}</p>
  </div>`;
}

function ticket(room, say) {
  const { number, state, language, legs, leg } = room.desk;
  const { here, later } = servicesOf(room);
  const name = (service) => named(service.name, say.language) || service.code;
  const facts = [
    waited(room, say),
    language ? say("ticket.language", { language: say(`languages.${language}`) }) : null,
    legs > 1 ? say("ticket.leg", { n: leg, of: legs }) : null,
  ];
  return html`<article class="card ticket ${state}">
    <div class="number num">${shownNumber(number)}</div>
    <div class="what">
      <h1>${here.length ? here.map(name).join(" · ") : say("ticket.unknown")}</h1>
      <p class="quiet">${facts.filter(Boolean).join(" · ")}</p>
      ${later.length ? html`<p class="quiet">${say("ticket.later", { services: later.map(name).join(" · ") })}</p>` : nothing}
      ${tag(room, say)}
    </div>
    <div class="time" role="timer">
      <b class="num">${elapsed(room)}</b>
      <span class="quiet num">${timerWords(room, say)}</span>
    </div>
  </article>`;
}

/// The ground once it is shown; before that it is a question of its own.
function tag(room, say) {
  if (!room.desk.groundShown) return nothing;
  return html`<p class="tags"><span class="tag">${icon("shield-check")} ${groundName(room, say)}</span></p>`;
}

function waited(room, say) {
  const { arrival, calledAt, leg } = room.desk;
  if (!arrival) return null;
  if (calledAt && leg === 1) {
    const minutes = Math.max(0, Math.floor((Date.parse(calledAt) - Date.parse(arrival)) / 60_000));
    return say("ticket.waited", { n: minutes });
  }
  return say("ticket.taken", { time: clock(Date.parse(arrival), room.offer?.branch.zone) });
}

const since = (room) => room.desk.startedAt ?? room.desk.calledAt;
const seconds = (room) => Math.max(0, Math.floor((room.now() - Date.parse(since(room))) / 1_000));

function elapsed(room) {
  const all = seconds(room);
  const two = (n) => String(n).padStart(2, "0");
  const minutes = two(Math.floor(all / 60) % 60);
  const hours = Math.floor(all / 3600);
  return `${hours ? `${hours}:` : ""}${minutes}:${two(all % 60)}`;
}

function timerWords(room, say) {
  if (room.desk.state === "called") return say.counted("ticket.calls", room.desk.calls);
  return norm(room) ? say("ticket.norm", { n: norm(room) / 60 }) : "";
}

/// Against the norm; amber once it is used up, and never more than that.
function progress(room, say) {
  const whole = norm(room);
  if (!whole) return nothing;
  const spent = seconds(room);
  return html`<progress class=${spent >= whole ? "full" : ""} max=${whole} .value=${Math.min(spent, whole)}
    aria-label=${say("ticket.norm", { n: whole / 60 })}></progress>`;
}

function ground(room, say) {
  if (!room.desk.groundClaimed) return nothing;
  const answer = (shown) => () => room.act("ground", { shown });
  return html`<div class="card ground" role="group" aria-labelledby="ground-question" data-ground>
    ${icon("shield-alert")}
    <p id="ground-question"><b>${groundName(room, say)}</b><br><span class="quiet">${say("ground.ask")}</span></p>
    <button type="button" class="button second" data-action="ground-shown" @click=${answer(true)}>
      ${icon("check")} ${say("ground.shown")}</button>
    <button type="button" class="button" data-action="ground-not-shown" @click=${answer(false)}>
      ${icon("x")} ${say("ground.not-shown")}</button>
  </div>`;
}

function groundName(room, say) {
  const known = room.offer?.grounds.find(({ code }) => code === room.desk.ground);
  return named(known?.name, say.language) || room.desk.ground || say("ground.unnamed");
}

const papers = (room, say) => html`<div class="two">${documents(room, say)} ${ending(room, say)}</div>`;

function documents(room, say) {
  const papersOf = documentsOf(room);
  const { never } = papersOf;
  const isServing = room.desk.state === "serving";
  return html`<section class="card list">
    <h2>${say("documents.title")}</h2>
    ${papersOf.asked.length ? nothing : html`<p class="quiet">${say("documents.none")}</p>`}
    <ul>
      ${papersOf.asked.map(
        (paper, i) => html`<li><label data-document=${paper.code}>
          <input type="checkbox" .checked=${room.ticks.has(paper.code)} ?disabled=${!isServing} @change=${() => room.tick(paper.code)}>
          <span>${named(paper.name, say.language)}
            ${paper.when === "always" ? nothing : html`<small class="quiet">${condition(paper.when, say)}</small>`}</span>
          ${isServing && i < 9 && singleKeys() ? html`<kbd>${i + 1}</kbd>` : nothing}
        </label></li>`,
      )}
    </ul>
    ${requested(room, say)}
    ${never.length
      ? html`<h3>${icon("ban")} ${say("documents.never")}</h3>
          <ul class="never">${never.map((paper) => html`<li data-never=${paper.code}><s>${bare(named(paper.name, say.language))}</s></li>`)}</ul>`
      : nothing}
  </section>`;
}

/// What this desk has asked for besides; the citizen sees it too.
function requested(room, say) {
  const { documents = [] } = room.desk;
  if (!documents.length) return nothing;
  const listed = documentsOf(room).asked;
  const name = ({ document, other }) =>
    other ?? (named(listed.find(({ code }) => code === document)?.name, say.language) || document);
  return html`<h3 class="requested">${icon("file-text")} ${say("documents.requested")}</h3>
    <ul>${documents.map((one) => html`<li data-requested=${one.document ?? "other"}>${name(one)}</li>`)}</ul>`;
}

const condition = (when, say) => (say.has(`when.${when}`) ? say(`when.${when}`) : when);

/// A catalogue may shout "must not be asked" in the name as well; struck out it would say the
/// opposite.
const bare = (name) => name.replace(/\s+[—–-]\s+[\p{Lu}\s]+$/u, "");

function ending(room, say) {
  const { here } = servicesOf(room);
  const terms = here.filter((s) => s.term).map((s) => say.counted(`term.${s.term.unit}`, s.term.value));
  const fees = here.filter((s) => s.fee !== undefined);
  const sum = fees.reduce((all, s) => all + s.fee, 0);
  return html`<section class="card list">
    <h2>${say("ending.title")}</h2>
    <dl>
      ${terms.length ? html`<div><dt>${say("ending.term")}</dt><dd>${[...new Set(terms)].join(" · ")}</dd></div>` : nothing}
      ${fees.length ? html`<div><dt>${say("ending.fee")}</dt><dd class="num">${sum ? money(sum) : say("ending.free")}</dd></div>` : nothing}
    </dl>
    ${room.desk.state === "serving" ? outcomes(room, say) : nothing}
  </section>`;
}

function outcomes(room, say) {
  const codes = room.offer?.reasons.outcome ?? [];
  return html`<fieldset>
    <legend>${say("ending.outcome")}</legend>
    ${codes.map(
      (code) => html`<label data-outcome=${code}>
        <input type="radio" name="outcome" value=${code} .checked=${room.outcome === code} @change=${() => room.pick(code)}>
        <span>${say.has(`outcome.${code}`) ? say(`outcome.${code}`) : code}</span>
      </label>`,
    )}
  </fieldset>`;
}

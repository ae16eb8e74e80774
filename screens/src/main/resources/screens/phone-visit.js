// How a visit looks in each of its states: waiting is the sky, the gold is your turn.
import { html, horizon, icon, nothing } from "./view.js";
import { LANGUAGES, clock, named, shownNumber, toldRange } from "./texts.js";
import { orderCard, proofCard } from "./phone-proof.js";

/// @param seen what `phone.js` knows, with `state`, `number` and `isOver`
/// @param deeds `speak(tag)`, `leave(step)`, `forget()`
export const visitView = (seen, say, deeds) => (seen.state === "called" ? called(seen, say, deeds) : plain(seen, say, deeds));

function called(seen, say, deeds) {
  const { visit, offer } = seen;
  const digits = String(visit.counter).length;
  const line = (text) =>
    text === "{n}"
      ? html`<strong class="counter num d${digits}" id="counter">${visit.counter}</strong>`
      : html`<span class="go">${text}</span>`;
  return html`${top(seen, say, deeds, shownNumber(seen.number))} ${lost(seen, say)}
    <section class="now">
      <h1 id="title">${say("called.turn")}</h1>
      <p class="lines">${say("called.lines").split("\n").map(line)}</p>
      ${offer ? html`<p>${say.counted("called.times", offer.rules.noShow.calls)}</p>` : nothing}
    </section>
    <section class="deeds">${leaving(seen, say, deeds, say("called.cannot"))}</section>`;
}

function plain(seen, say, deeds) {
  const { visit, state, offer } = seen;
  const isWaiting = state === "waiting" || state === "near";
  return html`${top(seen, say, deeds, named(offer?.branch.name, say.language))}
    <section class="hero">
      ${horizon()}
      ${seen.number
        ? html`<p>${say("ticket.yours")}</p>
            <p class="number num" id="number">${shownNumber(seen.number)}</p>
            <p id="services">${services(seen, say)}</p>`
        : nothing}
    </section>
    <div class="body">
      ${isWaiting ? place(visit, say) : notice(seen, say)} ${lost(seen, say)}
      ${isWaiting ? html`<p class="strip ${state === "near" ? "near" : "calm"}" id="title">${icon(state === "near" ? "footprints" : "bell")} ${say(state)}</p>` : nothing}
      ${isWaiting && seen.hasRisen ? html`<p class="strip" id="rose">${icon("users")} ${say("rose")}</p>` : nothing}
      ${seen.heardAt && !seen.isLost && !seen.isOver
        ? html`<p class="quiet" id="updated">${say("updated", { n: Math.max(0, Math.round((Date.now() - seen.heardAt) / 1000)) })}</p>`
        : nothing}
      ${orderCard(seen, say)} ${proofCard(seen, say)}
      ${isWaiting || state === "reserved" || state === "parked" ? html`<section class="deeds">${leaving(seen, say, deeds, say("leave.button"))}</section>` : nothing}
      ${seen.isOver && seen.token
        ? html`<button class="link" id="forget" @click=${deeds.forget}>${icon("trash-2")} ${say("forget")}</button>`
        : nothing}
    </div>`;
}

const top = (seen, say, deeds, words) => html`<header>
  <span class="where">${words}</span>
  <nav aria-label=${say("language")}>
    ${LANGUAGES.map(
      ({ tag, name, short }) =>
        html`<button lang=${tag} aria-label=${name} aria-pressed=${tag === say.language} @click=${() => deeds.speak(tag)}>${short}</button>`,
    )}
  </nav>
</header>`;

/// People ahead and the wait, as on the ticket.
function place(visit, say) {
  const norm = visit.wait.learned ? "" : ` ${say("ticket.wait.norm")}`;
  return html`<section class="facts">
    <p class="card" id="ahead">
      ${visit.ahead === 0
        ? html`<strong class="small">${say("ticket.next")}</strong>`
        : html`<strong class="num">${visit.ahead}</strong> ${say.counted("ticket.ahead", visit.ahead)}`}
    </p>
    <p class="card" id="wait"><strong class="num">${toldRange(visit.wait)}</strong> ${say("minutes")}${norm}</p>
    ${visit.legs > 1 ? html`<p class="step">${say("step", { n: visit.leg, all: visit.legs })}</p>` : nothing}
  </section>`;
}

const SIGNS = {
  reserved: "ticket",
  serving: "user-check",
  parked: "coffee",
  finished: "circle-check",
  "no-show": "user-x",
  left: "log-out",
  void: "ban",
  over: "clock",
  unknown: "search",
  none: "qr-code",
  damaged: "circle-x",
};

/// What became of the visit, and what to do.
function notice({ state, visit, proof }, say) {
  if (state === "loading") return html`<p class="card notice" id="title">${icon("hourglass")} ${say("loading")}</p>`;
  const text = state === "damaged" ? say(`why.${proof.why}`) : say(`${state}.text`, { n: visit?.counter ?? "" });
  return html`<section class="card notice ${state}">
    <h1 id="title">${icon(SIGNS[state])} ${say(`${state}.title`)}</h1>
    <p>${text}</p>
  </section>`;
}

function services({ visit, offer }, say) {
  const all = offer?.groups.flatMap((group) => group.services) ?? [];
  return (visit?.services ?? [])
    .map((code) => named(all.find((service) => service.code === code)?.name, say.language))
    .filter(Boolean)
    .join(" · ");
}

/// Always there, if hidden: without a connection its icon could not be fetched.
function lost(seen, say) {
  const words = seen.heardAt
    ? say("lost.known", { time: clock(seen.heardAt, seen.offer?.branch.zone) })
    : say("lost.unknown");
  return html`<p class="strip lost" id="lost" role="status" ?hidden=${!seen.isLost}>${icon("wifi-off")} ${words}</p>`;
}

/// One step that asks back, because the place cannot be given back.
function leaving({ leaving: { step, problem } }, say, deeds, words) {
  if (step === "no") {
    return html`<button class="button" id="leave" @click=${() => deeds.leave("ask")}>${icon("log-out")} ${words}</button>`;
  }
  const isSent = step === "sent";
  return html`<div class="ask" role="group" aria-labelledby="leave-ask">
    <p id="leave-ask">${say("leave.ask")}</p>
    ${problem && !isSent ? html`<p class="strip bad" role="alert">${icon("triangle-alert")} ${problem}</p>` : nothing}
    <button class="button" id="leave-yes" ?disabled=${isSent} @click=${() => deeds.leave("sent")}>${say("leave.yes")}</button>
    <button class="button main" id="leave-no" ?disabled=${isSent} @click=${() => deeds.leave("no")}>${say("leave.no")}</button>
  </div>`;
}

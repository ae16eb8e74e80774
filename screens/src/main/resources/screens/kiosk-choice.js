// From the door to the ticket: groups, services, the summary, the question of a ground.
import { html, icon, horizon } from "./view.js";
import { named, toldRange, money } from "./texts.js";

export function home(view) {
  const { say, kiosk, person, actions, language } = view;
  const { branch } = kiosk.state;
  const sheet = slice(kiosk.offer.groups, view);
  return html`${horizon()}
    <header class="sky">
      ${place(view)}
      <h1>${person.chosen.length ? say("home.another") : say("home.welcome")}</h1>
      ${branch.reachable ? html`<p class="hall">${say.counted("home.waiting", branch.waiting)}</p>` : ""}
      ${warning(view)}
    </header>
    <section class="act">
      <h2>${say("home.choose")}</h2>
      <div class="tiles">
        ${sheet.items.map((group) => groupTile(view, group))}
      </div>
      ${pager(view, sheet)}
      ${person.chosen.length ? html`<div class="foot">${back(view)}</div>` : ""}
    </section>`;
}

const place = ({ kiosk, language, now }) =>
  html`<p class="place"><span>${named(kiosk.offer.branch.name, language)}</span><span class="num">${now}</span></p>`;

function groupTile({ say, kiosk, actions, language }, group) {
  const now = kiosk.state.branch.groups?.[group.code];
  return html`<button class="tile" data-group=${group.code} @click=${actions.group(group)}>
    ${icon(group.icon ?? "file-text")}
    <span class="name">${named(group.name, language)}</span>
    ${now ? html`<span class="wait">${icon("clock")}<span class="num">${say("wait.short", { range: toldRange(now.wait) })}</span></span>` : ""}
  </button>`;
}

/// What is not as usual is said before the first touch; what touches nobody now is said last.
function warning({ say, kiosk }) {
  const { printer, branch } = kiosk.state;
  const ofPrinter = (what) =>
    html`<p class="strip" data-warning="printer" data-printer=${what}>${icon("printer")}<span>${say(`printer.${what}`)}</span></p>`;
  if (printer.state === "trouble" || printer.state === "unknown") return ofPrinter(printer.why ?? printer.state);
  if (!branch.reachable) {
    return html`<p class="strip" data-warning="alone">${icon("wifi-off")}<span>${say("alone.home")}</span></p>`;
  }
  if (Object.values(branch.groups).every((group) => group.desks === 0)) {
    return html`<p class="strip" data-warning="desks">${icon("info")}<span>${say("home.nobody")}</span></p>`;
  }
  return printer.state === "low" ? ofPrinter("low") : "";
}

export function group(view) {
  const { say, person, actions, language } = view;
  const sheet = slice(person.group.services, { ...view, perSheet: 6 });
  return html`${horizon()}
    <header class="sky">${place(view)}<h1 class="long">${named(person.group.name, language)}</h1></header>
    <section class="act">
      <h2>${say("home.choose")}</h2>
      <div class="rows">
        ${sheet.items.map(
          (service) => html`<button class="row" data-service=${service.code} @click=${actions.service(service.code)}>
            <span class="name">${named(service.name, language)}</span>${icon("chevron-right")}
          </button>`,
        )}
      </div>
      ${pager(view, sheet)}
      <div class="foot">${back(view)}</div>
    </section>`;
}

export function summary(view) {
  const { say, kiosk, person, actions, language } = view;
  const services = person.chosen.map((code) => find(kiosk.offer, code));
  const now = kiosk.state.branch.groups?.[services[0].group.code];
  const mayAdd = kiosk.offer.legsMax === 0 || person.chosen.length < kiosk.offer.legsMax;
  const ground = kiosk.offer.grounds.find((one) => one.code === person.ground);
  return html`<header class="plain"><h1>${say.counted("summary.title", services.length)}</h1></header>
    <section class="act summary">
      <div class="cards">
        ${services.map(({ service }) => serviceCard(view, service, services.length > 1))}
      </div>
      ${now
        ? html`<div class="facts">
            <p><strong class="num">${say("wait.short", { range: toldRange(now.wait) })}</strong>
              <span>${say(now.wait.learned ? "wait.about" : "wait.norm")}</span></p>
            <p><strong class="num">${now.waiting}</strong><span>${say.counted("wait.ahead", now.waiting)}</span></p>
          </div>`
        : html`<p class="strip" data-warning="alone">${icon("wifi-off")}<span>${say("alone.summary")}</span></p>`}
      ${now?.desks === 0 ? html`<p class="strip">${icon("info")}<span>${say("summary.nobody")}</span></p>` : ""}
      ${ground
        ? html`<p class="strip good" data-ground=${ground.code}>${icon("shield-check")}<span>${named(ground.name, language)} — ${say("ground.show")}</span></p>`
        : ""}
      <div class="two">
        <button class="button second" id="another" ?disabled=${!mayAdd} @click=${actions.another()}>${icon("plus")}${say("summary.another")}</button>
        <button class="button second" id="grounds" @click=${actions.grounds()}>${icon("shield-check")}${say("ground.button")}</button>
      </div>
      <button class="button main take" id="take" @click=${actions.take()}>${icon("ticket")}${say("summary.take")}</button>
      <div class="foot">${back(view)}</div>
    </section>`;
}

function serviceCard(view, service, several) {
  const { say, language, actions } = view;
  const wanted = service.documents.filter((paper) => paper.when !== "never_ask");
  const never = service.documents.filter((paper) => paper.when === "never_ask");
  return html`<article class="card">
    <h2>${named(service.name, language)}
      ${several
        ? html`<button class="button drop" data-drop=${service.code} aria-label=${say("summary.drop")} @click=${actions.drop(service.code)}>${icon("x")}</button>`
        : ""}</h2>
    ${several
      ? ""
      : html`<h3>${say("summary.papers")}</h3>
          <ul>${wanted.length === 0 ? html`<li>${icon("check")}${say("summary.noPapers")}</li>` : ""}
            ${wanted.map((paper) => html`<li>${icon("check")}<span>${named(paper.name, language)}${when(say, paper)}</span></li>`)}
            ${never.map((paper) => html`<li class="never">${icon("ban")}<span>${named(paper.name, language)}</span></li>`)}
          </ul>`}
    <p class="terms">
      ${service.fee === undefined ? "" : html`<span>${say("summary.fee")}: <strong>${service.fee === 0 ? say("summary.free") : money(service.fee)}</strong></span>`}
      ${service.term ? html`<span>${say("summary.term")}: <strong>${say.counted(`term.${service.term.unit}`, service.term.value)}</strong></span>` : ""}
    </p>
  </article>`;
}

const when = (say, paper) => (paper.when !== "always" && say.has(`paper.${paper.when}`) ? html` <small>${say(`paper.${paper.when}`)}</small>` : "");

export function grounds(view) {
  const { say, kiosk, person, actions, language } = view;
  const sheet = slice(kiosk.offer.grounds, { ...view, perSheet: view.perSheet === 6 ? 5 : 7 });
  return html`${horizon()}
    <header class="sky">${place(view)}<h1 class="long">${say("ground.title")}</h1>
      <p class="hall">${say("ground.show")}.<span class="more"> ${say("ground.why")}</span></p></header>
    <section class="act">
      <div class="rows tight">
        ${sheet.items.map(
          (ground) => html`<button class="row ${ground.code === person.ground ? "chosen" : ""}" data-ground=${ground.code}
            aria-pressed=${ground.code === person.ground} @click=${actions.ground(ground.code)}>
            <span class="name">${named(ground.name, language)}</span>${icon(ground.code === person.ground ? "check" : "chevron-right")}
          </button>`,
        )}
        <button class="row" data-ground="" @click=${actions.ground(null)}><span class="name">${say("ground.none")}</span>${icon("chevron-right")}</button>
      </div>
      ${pager(view, sheet)}
      <div class="foot">${back(view)}</div>
    </section>`;
}

const back = ({ say, actions }) =>
  html`<button class="button" id="back" @click=${actions.back()}>${icon("arrow-left")}${say("back")}</button>
    <button class="button" id="start-over" @click=${actions.home()}>${icon("house")}${say("start.over")}</button>`;

function find(offer, code) {
  const group = offer.groups.find((one) => one.services.some((service) => service.code === code));
  return { group, service: group.services.find((service) => service.code === code) };
}

/// Nothing is scrolled: what does not fit is on the next sheet.
function slice(items, { person, perSheet }) {
  const sheets = Math.max(1, Math.ceil(items.length / perSheet));
  const at = Math.min(person.sheet, sheets - 1);
  return { at, sheets, items: items.slice(at * perSheet, (at + 1) * perSheet) };
}

function pager({ say, actions }, { at, sheets }) {
  if (sheets === 1) return "";
  return html`<div class="pager">
    <button class="button second" id="sheet-before" ?disabled=${at === 0} @click=${actions.sheet(at - 1)}>${icon("chevron-up")}${say("sheet.before")}</button>
    <span class="num">${at + 1} / ${sheets}</span>
    <button class="button second" id="sheet-after" ?disabled=${at === sheets - 1} @click=${actions.sheet(at + 1)}>${icon("chevron-down")}${say("sheet.after")}</button>
  </div>`;
}

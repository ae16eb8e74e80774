// From the touch to the ticket in hand.
import { html, icon } from "./view.js";
import { clock, named, shownNumber, toldRange } from "./texts.js";

export function ticket(view, errand, secondsLeft) {
  const { say, actions } = view;
  switch (errand.stage) {
    case "asking":
      return html`<section class="moment" aria-live="polite">
        <p class="big">${icon("hourglass")}</p>
        <h1>${say(errand.late ? "asking.late" : "asking.title")}</h1>
        <p>${say(errand.late ? "asking.lateWhy" : "asking.why")}</p>
        ${errand.late ? html`<button class="button second" id="give-up" @click=${actions.giveUp()}>${say("cancel")}</button>` : ""}
      </section>`;
    case "refused":
      return html`<section class="moment" aria-live="assertive">
        <p class="big">${icon("circle-x")}</p>
        <h1>${say("refused.title")}</h1>
        <p class="sentence" data-code=${errand.problem?.code ?? ""}>${errand.problem?.detail ?? say("refused.why")}</p>
        <button class="button main" id="done" @click=${actions.done()}>${say("done")}</button>
      </section>`;
    default:
      return issued(view, errand, secondsLeft);
  }
}

function issued(view, errand, secondsLeft) {
  const { say, kiosk, language, actions } = view;
  const services = errand.services.map((code) => serviceName(kiosk.offer, code, language));
  const onScreen = errand.stage === "on-screen";
  return html`<section class="issued" data-number=${errand.number} data-stage=${errand.stage}>
    <article class="paper">
      <h1>${say("ticket.yours")}</h1>
      <p class="number num" aria-live="assertive">${shownNumber(errand.number)}</p>
      <p class="services">${services.map((name) => html`<span>${name}</span>`)}</p>
      <hr>
      <div class="facts">
        ${errand.keptFrom ? kept(view, errand) : ""}
        ${errand.keptFrom ? "" : errand.ahead === 0
          ? html`<p><strong>${say("ticket.next")}</strong></p>`
          : html`<p><strong class="num">${errand.ahead}</strong><span>${say.counted("wait.ahead", errand.ahead)}</span></p>`}
        ${errand.wait
          ? html`<p><strong class="num">${say("wait.short", { range: toldRange(errand.wait) })}</strong><span>${say(errand.wait.learned ? "wait.about" : "wait.norm")}</span></p>`
          : ""}
      </div>
    </article>
    ${onScreen ? html`<p class="strip" data-why=${errand.why} role="status">${icon("printer")}<span>${say(`printer.${errand.why}`)}</span></p>` : ""}
    ${phone(view, errand)}
    ${onScreen
      ? html`<button class="button main take" id="had" @click=${actions.had()}>${icon("check")}${say("phone.had")}</button>
          <button class="button second" id="reprint" @click=${actions.reprint()}>${icon("printer")}${say("phone.reprint")}</button>`
      : html`${papers(view, errand)}${outcome(view, errand)}`}
    ${errand.stage === "handed"
      ? html`<div class="closing"><p class="num">${say("ticket.closes", { n: secondsLeft })}</p>
          <button class="button" id="more-time" @click=${actions.moreTime()}>${icon("clock")}${say("more.time")}</button>
          <button class="button" id="done" @click=${actions.done()}>${icon("check")}${say("done")}</button></div>`
      : ""}
  </section>`;
}

/// Given without the branch: nobody knows the line, and the place in it is kept from the touch.
const kept = ({ say, kiosk }, errand) => html`<p data-kept=${errand.keptFrom}>
    <strong class="num">${clock(new Date(errand.keptFrom), kiosk.offer?.branch.zone)}</strong>
    <span>${say("alone.kept")}</span></p>`;

/// The same number by its code: the whole ticket when paper has failed.
const phone = ({ say }, errand) => html`<article class="phone card">
    <img src="/errands/${errand.request}/code.svg" alt=${say("phone.code")}>
    <div><h2>${say("phone.title")}</h2><p>${say(errand.keptFrom ? "alone.phone" : "phone.why")}</p></div>
  </article>`;

/// What to have at hand when the number is called.
function papers({ say, kiosk, language }, errand) {
  const service = errand.services.length === 1 ? serviceOf(kiosk.offer, errand.services[0]) : undefined;
  const wanted = (service?.documents ?? []).filter((paper) => paper.when === "always").slice(0, 3);
  if (wanted.length === 0) return "";
  return html`<article class="card ready"><h2>${icon("file-check")}${say("ticket.ready")}</h2>
    <ul>${wanted.map((paper) => html`<li>${named(paper.name, language)}</li>`)}</ul></article>`;
}

function outcome({ say }, errand) {
  if (errand.stage === "printing") return html`<p class="took">${icon("printer")}${say("ticket.printing")}</p>`;
  if (errand.stage === "printed" || (errand.stage === "handed" && !errand.why)) {
    return html`<p class="took">${icon("ticket")}${say("ticket.below")}${icon("arrow-down")}</p>`;
  }
  return errand.stage === "handed" ? html`<p class="took">${icon("check")}${say("ticket.wait")}</p>` : "";
}

const serviceOf = (offer, code) => (offer?.groups ?? []).flatMap((group) => group.services).find((one) => one.code === code);

const serviceName = (offer, code, language) => named(serviceOf(offer, code)?.name, language) || code;

// What came of a code that was held before the scanner: the place of a ticket, a booking that waits
// to be used, or one calm sentence.
import { html, icon } from "./view.js";
import { shownNumber } from "./texts.js";

export function scanned({ say, actions }, scan) {
  switch (scan.kind) {
    case "place":
      return place(say, actions, scan);
    case "booked":
      return html`<section class="moment" data-scan="booked">
        <p class="big">${icon("square-check-big")}</p>
        <h1>${say("scan.booked.title")}</h1>
        <p class="sentence">${say("scan.booked.why")}</p>
        <button class="button main" id="take-booked" @click=${actions.takeBooked(scan.code)}>${icon("ticket")}${say("summary.take")}</button>
        <button class="button second" id="done" @click=${actions.scanSeen()}>${say("cancel")}</button>
      </section>`;
    default:
      return html`<section class="moment" role="status" data-scan=${scan.kind}>
        <p class="big">${icon(scan.kind === "away" ? "wifi-off" : "circle-question-mark")}</p>
        <h1>${say(`scan.${scan.kind}.title`)}</h1>
        <p class="sentence">${say(`scan.${scan.kind}.why`)}</p>
        <button class="button main" id="done" @click=${actions.scanSeen()}>${say("done")}</button>
      </section>`;
  }
}

const place = (say, actions, scan) => html`<section class="moment" data-scan="place" data-number=${scan.number} data-state=${scan.state}>
  <p>${say("ticket.yours")}</p>
  <p class="number num">${shownNumber(scan.number)}</p>
  <h1>${sentence(say, scan)}</h1>
  <button class="button main" id="done" @click=${actions.scanSeen()}>${icon("check")}${say("done")}</button>
  ${scan.copy ? html`<button class="button second" id="copy" @click=${actions.copy(scan.copy)}>${icon("printer")}${say("phone.reprint")}</button>` : ""}
</section>`;

function sentence(say, { state, ahead, counter }) {
  if (state === "called") return say("scan.called", { n: counter });
  if (state === "serving") return say("scan.serving", { n: counter });
  if (state === "parked") return say("scan.parked");
  if (state !== "waiting" && state !== "reserved") return say("scan.over");
  return ahead === 0 ? say("ticket.next") : html`<span class="num">${ahead}</span> ${say.counted("wait.ahead", ahead)}`;
}

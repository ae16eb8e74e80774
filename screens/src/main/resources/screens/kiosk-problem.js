// What a kiosk says when it cannot give a ticket: what is wrong, and what to do.
import { html, icon, horizon } from "./view.js";
import { clock, dayOf, named } from "./texts.js";

const SIGNS = { stopped: "refresh-cw", offline: "wifi-off", closed: "door-closed", refused: "circle-x", unpaired: "info", distrust: "circle-x" };

export function problem({ say, kiosk, actions, language, now }, which, answer) {
  return html`${horizon()}
    <header class="sky">
      <p class="place"><span>${named(kiosk.offer?.branch.name, language)}</span><span class="num">${now}</span></p>
    </header>
    <section class="moment" role="alert">
      <p class="big">${icon(SIGNS[which])}</p>
      <h1>${say(`${which}.title`)}</h1>
      <p class="sentence" data-code=${answer?.code ?? which}>${answer?.detail ?? say(`${which}.why`)}</p>
      ${which === "closed" ? opening(say, kiosk) : ""}
      ${which === "refused" ? html`<button class="button main" id="done" @click=${actions.home()}>${say("start.over")}</button>` : ""}
    </section>`;
}

/// When the schedule opens next: the time alone, if that is today.
function opening(say, { state, offer }) {
  if (!state.branch.opensAt) return "";
  const zone = offer?.branch.zone;
  const opens = new Date(state.branch.opensAt);
  const at = { t: clock(opens, zone), d: dayOf(opens, zone) };
  return html`<p class="sentence num" id="opens">${say(at.d === dayOf(new Date(), zone) ? "closed.opens" : "closed.opens.day", at)}</p>`;
}

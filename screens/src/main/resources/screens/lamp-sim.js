// The simulated panel of a kiosk: its lamp, and the button, door and sensor that a person moves.
import { html, icon } from "./view.js";
import { showDevice } from "./sim-page.js";

const LAMPS = ["ready", "paper", "help"];
const INPUTS = ["help", "door", "presence"];

const page = await showDevice({ texts: "lamp-sim", state: "/sim/lamp/state", draw });

function draw(say, state) {
  const lit = LAMPS.find((lamp) => state.lamps[lamp]) ?? "off";
  return html`<div class="desk">
    <section class="device card" aria-label=${say("panel")}>
      ${INPUTS.map((input) => {
        const on = state.inputs[input];
        return html`<button class="button" data-input=${input} aria-pressed=${on}
          @click=${() => page.put(`/sim/lamp/inputs/${input}`, { on: !on })}>${say(`input.${input}.${on ? "end" : "begin"}`)}</button>`;
      })}
      <button class="button" data-press @click=${press}>${icon("bell-ring")}${say("press")}</button>
    </section>
    <section aria-label=${say("lamp")}>
      <p class="strip ${lit === "ready" ? "good" : lit === "off" ? "" : "bad"}" role="status" data-lit=${lit}>${say(`lit.${lit}`)}</p>
      <div class="lamps">${LAMPS.map((lamp) => html`<p class="lamp ${lamp}" data-lamp=${lamp} data-on=${state.lamps[lamp]}><i></i>${say(`name.${lamp}`)}</p>`)}</div>
    </section>
  </div>`;
}

/// As a finger does: down and up.
async function press() {
  await page.put("/sim/lamp/inputs/help", { on: true });
  await new Promise((done) => setTimeout(done, 200));
  await page.put("/sim/lamp/inputs/help", { on: false });
}

// The simulated LED boards: what stands above each counter, and what can be wrong with their line.
import { html, icon } from "./view.js";
import { showDevice } from "./sim-page.js";

const page = await showDevice({ texts: "led-sim", state: "/sim/led/state", draw });

function draw(say, state) {
  return html`<div class="desk">
    <section class="device card" aria-label=${say("line")}>
      <p class="strip ${isWell(state) ? "good" : "bad"}" role="status" data-well=${isWell(state)}>${icon("list")}${say(isWell(state) ? "ready" : "trouble")}</p>
      <button class="button" data-plug aria-pressed=${!state.plugged}
        @click=${() => page.put("/sim/led/plug", { in: !state.plugged })}>${say(state.plugged ? "plug.out" : "plug.in")}</button>
      <button class="button" data-stuck aria-pressed=${state.stuck}
        @click=${() => page.put("/sim/led/stuck", { on: !state.stuck })}>${say(state.stuck ? "stuck.end" : "stuck.begin")}</button>
      <p class="fact">${say("protocol", { name: state.protocol })}</p>
    </section>
    <section aria-label=${say("boards")}>
      <div class="signs">${state.signs.map((sign) => board(say, sign))}</div>
      ${errors(say, state)}
    </section>
  </div>`;
}

const isWell = (state) => state.plugged && !state.stuck && state.errors.length === 0;

const board = (say, sign) => html`<figure class="sign" data-counter=${sign.counter} data-text=${sign.text}>
  <figcaption>${say("counter", { n: sign.counter })}</figcaption>
  <p class="led num" lang="zxx" aria-label=${sign.text || say("dark")}>${sign.text}</p>
  <p class="fact num">${say("address", { a: sign.address, n: sign.frames })}</p>
</figure>`;

const errors = (say, state) =>
  state.errors.length === 0
    ? ""
    : html`<div class="errors" data-errors=${state.errors.length}><h2>${say("errors")}</h2><ul>${state.errors.map((error) => html`<li>${error}</li>`)}</ul></div>`;

// The simulated printer: its papers, newest first, and everything that can be wrong with it.
import { ask, sleep } from "./link.js";
import { LANGUAGES, loadTexts } from "./texts.js";
import { html, icon, render } from "./view.js";

const EVERY_MS = 700;
const FAULTS = ["paper-out", "paper-low", "cover-open", "cutter-jam", "silent", "stuck", "slow"];
// With these it prints all the same.
const HARMLESS = ["paper-low", "slow"];

const page = document.getElementById("page");
const speak = await loadTexts("printer-sim");

let language = "kk";
let state = null;
let alive = true;

const pictureOf = (paper, version = "") => `/sim/printer/papers/${paper}.png${version}`;

async function put(address, body) {
  await ask("PUT", address, { body, language });
  await look();
}

async function look() {
  const answer = await ask("GET", "/sim/printer/state", { language });
  alive = answer.status === 200;
  if (alive) state = answer.body;
  draw();
}

function draw() {
  const say = speak(language);
  document.documentElement.lang = language;
  document.title = say("title");
  render(
    html`<header>
        <div><h1>${say("title")}</h1><p>${say("about")}</p></div>
        <nav aria-label=${say("language")}>
          ${LANGUAGES.map(
            ({ tag, name }) => html`<button class="button ${tag === language ? "main" : ""}" lang=${tag} aria-pressed=${tag === language}
              @click=${() => { language = tag; draw(); }}>${name}</button>`,
          )}
        </nav>
      </header>
      ${alive ? "" : html`<p class="strip bad" role="status">${say("lost")}</p>`}
      ${state ? html`<div class="desk">${device(say)}<section aria-label=${say("papers")}>${papers(say)}${errors(say)}</section></div>` : ""}`,
    page,
  );
}

const device = (say) => html`<section class="device card" aria-label=${say("printer")}>
  <p class="strip ${isWell() ? "good" : "bad"}" role="status" data-well=${isWell()}>${icon("printer")}${say(isWell() ? "ready" : "trouble")}</p>
  ${FAULTS.map((fault) => {
    const on = state.faults.includes(fault);
    return html`<button class="button" data-fault=${fault} aria-pressed=${on}
      @click=${() => put(`/sim/printer/faults/${fault}`, { on: !on })}>${say(`fault.${fault}.${on ? "end" : "begin"}`)}</button>`;
  })}
  <button class="button" data-branch aria-pressed=${!state.branch}
    @click=${() => put("/sim/branch/plug", { in: !state.branch })}>${say(state.branch ? "branch.out" : "branch.in")}</button>
  <button class="button" data-plug aria-pressed=${!state.plugged}
    @click=${() => put("/sim/printer/plug", { in: !state.plugged })}>${say(state.plugged ? "plug.out" : "plug.in")}</button>
</section>`;

const isWell = () => state.plugged && !state.offline && state.faults.every((fault) => HARMLESS.includes(fault));

function papers(say) {
  const hangs = state.hanging.rows > 0;
  if (!hangs && state.papers.length === 0) return html`<p class="empty">${say("none")}</p>`;
  return html`<div class="papers">
    ${hangs ? picture(say("hanging"), pictureOf(state.hanging.paper, `?rows=${state.hanging.rows}`), "hanging") : ""}
    ${state.papers.map(({ paper, torn }) => picture(say(torn ? "torn" : "cut", { n: paper }), pictureOf(paper), torn ? "torn" : "cut"))}
  </div>`;
}

const picture = (words, address, kind) =>
  html`<figure class=${kind} data-paper=${kind}><figcaption>${words}</figcaption><img src=${address} alt=${words}></figure>`;

const errors = (say) =>
  state.errors.length === 0
    ? ""
    : html`<div class="errors"><h2>${say("errors")}</h2><ul>${state.errors.map((error) => html`<li>${error}</li>`)}</ul></div>`;

for (;;) {
  await look();
  await sleep(EVERY_MS);
}

// The touch screen of a kiosk: one picture of what the kiosk process says (`/live`) and of where the
// person is. It keeps nothing that a reload would lose, but the choice of a moment.
import { render, icon, html } from "./view.js";
import { LANGUAGES, loadTexts, clock } from "./texts.js";
import { ask, askSurely, listen, newRequest } from "./link.js";
import { watchIdle } from "./kiosk-idle.js";
import { home, group, summary, grounds } from "./kiosk-choice.js";
import { ticket } from "./kiosk-ticket.js";
import { problem } from "./kiosk-problem.js";
import { scanned } from "./kiosk-scan.js";
import { listenToWedge } from "./kiosk-wedge.js";

// A finger that trembles, or a screen that has just changed under it, is no second touch.
const GUARD_MS = 400;
const TICKET_SECONDS = 20;
const REST_MS = 30_000;

const page = document.getElementById("page");
const speak = await loadTexts("kiosk");

const kiosk = {
  state: null, // as `/live` tells it
  offer: null, // groups, services, grounds
  alive: false, // whether the kiosk process is heard
};
const person = fresh("kk");

function fresh(language) {
  return { language, view: "home", group: null, sheet: 0, chosen: [], ground: null, sent: null, until: 0 };
}

// --- what a person can do -------------------------------------------------------------------

const act = {
  language(tag) {
    go({ language: tag });
  },
  home() {
    go(fresh(person.language));
  },
  back() {
    if (person.view === "grounds") go({ view: "summary" });
    else if (person.view === "summary" && groupOf(last()).services.length > 1) go({ view: "group", group: groupOf(last()), chosen: person.chosen.slice(0, -1), sheet: 0 });
    else if (person.chosen.length > 0 && person.view !== "summary") go({ view: "summary" });
    else act.home();
  },
  group(chosen) {
    if (chosen.services.length === 1) act.service(chosen.services[0].code);
    else go({ view: "group", group: chosen, sheet: 0 });
  },
  sheet(number) {
    go({ sheet: number });
  },
  service(code) {
    const chosen = person.chosen.includes(code) ? person.chosen : [...person.chosen, code];
    go({ view: "summary", chosen, sheet: 0 });
  },
  drop(code) {
    const chosen = person.chosen.filter((other) => other !== code);
    if (chosen.length === 0) act.home();
    else go({ chosen });
  },
  another() {
    go({ view: "home", sheet: 0 });
  },
  grounds() {
    go({ view: "grounds", sheet: 0 });
  },
  ground(code) {
    go({ view: "summary", ground: code });
  },
  take() {
    if (person.sent) return;
    // Made here, at the touch: however often it is sent, it is one ticket.
    const request = newRequest();
    go({ sent: request });
    send(request, { services: person.chosen, language: person.language, ground: person.ground });
  },
  takeBooked(booking) {
    if (person.sent) return;
    const request = newRequest();
    go({ sent: request });
    act.scanSeen();
    send(request, { services: [], language: person.language, booking });
  },
  scanSeen() {
    ask("DELETE", "/scan", { language: person.language });
  },
  copy(request) {
    act.scanSeen();
    ask("PUT", `/errands/${request}/copy`, { body: {}, language: person.language, timeout: 40_000 }).then((answer) => {
      if (answer.status >= 300 || answer.status === 0) go({ view: "refused", problem: answer.body, sent: null });
    });
  },
  giveUp() {
    ask("DELETE", `/errands/${kiosk.state.errand.request}`, { language: person.language });
  },
  had() {
    ask("PUT", `/errands/${kiosk.state.errand.request}/had`, { body: {}, language: person.language });
  },
  reprint() {
    ask("PUT", `/errands/${kiosk.state.errand.request}/reprint`, { body: {}, language: person.language });
  },
  done() {
    const { request } = kiosk.state.errand;
    ask("PUT", `/errands/${request}/done`, { body: {}, language: person.language }).then(() => act.home());
  },
  moreTime() {
    person.until = performance.now() + TICKET_SECONDS * 1000;
    draw();
  },
};

function send(request, body) {
  askSurely("PUT", `/errands/${request}`, { body, language: person.language }).then((answer) => {
    if (answer.status >= 300 || answer.status === 0) go({ view: "refused", problem: answer.body, sent: null });
  });
}

let touched = 0;

/// Every button of the page goes through here.
function guarded(action) {
  return (...values) => () => {
    const now = performance.now();
    if (now - touched < GUARD_MS) return;
    touched = now;
    action(...values);
  };
}

const actions = Object.fromEntries(Object.entries(act).map(([name, action]) => [name, guarded(action)]));

function go(change) {
  Object.assign(person, change);
  idle.touch();
  draw();
}

const last = () => person.chosen[person.chosen.length - 1];
const groupOf = (service) => kiosk.offer.groups.find((one) => one.services.some((other) => other.code === service));

// --- what is drawn --------------------------------------------------------------------------

function draw() {
  const say = speak(person.language);
  document.documentElement.lang = person.language;
  render(frame(say), page);
}

function frame(say) {
  const zone = kiosk.offer?.branch.zone;
  const view = { say, kiosk, person, actions, language: person.language, now: clock(new Date(), zone), perSheet: perSheet() };
  const shown = content(view);
  return html`<div class="content" data-view=${shown.name}>${shown.body}</div>
    ${kiosk.state?.panel?.help ? html`<p class="help" role="status" data-help>${icon("bell-ring")}<span>${say("help.called")}</span></p>` : ""}
    <nav class="languages" aria-label=${say("language")}>
      ${LANGUAGES.map(
        ({ tag, name }) => html`<button class="button ${tag === person.language ? "main" : ""}" lang=${tag} data-language=${tag}
          aria-pressed=${tag === person.language} @click=${actions.language(tag)}>${tag === person.language ? icon("check") : ""}${name}</button>`,
      )}
    </nav>
    ${idle.asking ? stillThere(say) : ""}`;
}

function content(view) {
  const { state, offer, alive } = kiosk;
  const errand = state?.errand;
  if (!alive || !state) return { name: "stopped", body: problem(view, "stopped") };
  if (errand && errand.stage !== "gone") return { name: errand.stage, body: ticket(view, errand, secondsLeft()) };
  if (state.scan && !person.sent) return { name: "scan", body: scanned(view, state.scan) };
  if (person.view === "refused") return { name: "refused", body: problem(view, "refused", person.problem) };
  if (person.sent) return { name: "asking", body: ticket(view, { stage: "asking", late: false }, 0) };
  if (!state.paired) return { name: "unpaired", body: problem(view, "unpaired") };
  if (!state.trusts) return { name: "distrust", body: problem(view, "distrust") };
  if (!offer || (!state.branch.reachable && !state.givesAlone)) return { name: "offline", body: problem(view, "offline") };
  if (state.branch.reachable && !state.branch.open) return { name: "closed", body: problem(view, "closed") };
  const views = { home, group, summary, grounds };
  return { name: person.view, body: views[person.view](view) };
}

function stillThere(say) {
  return html`<div class="veil"><section class="dialog" role="alertdialog" aria-labelledby="still">
    <h1 id="still">${say("still.there")}</h1>
    <p class="num" aria-live="polite">${say("still.seconds", { n: idle.secondsLeft() })}</p>
    <div class="two">
      <button class="button main" id="go-on" @click=${guarded(() => go({}))()}>${say("still.yes")}</button>
      <button class="button second" @click=${guarded(leave)()}>${say("still.end")}</button>
    </div>
  </section></div>`;
}

const perSheet = () => (matchMedia("(max-height: 600px)").matches ? 6 : matchMedia("(orientation: landscape)").matches ? 9 : 10);

// --- time -----------------------------------------------------------------------------------

const secondsLeft = () => Math.max(0, Math.ceil((person.until - performance.now()) / 1000));

function leave() {
  Object.assign(person, fresh(kiosk.state?.language ?? "kk"));
  idle.touch();
  draw();
}

const idle = watchIdle({
  // While a ticket is on its way or shown, the kiosk's own clock decides.
  isBusy: () => kiosk.state?.errand != null || person.sent != null,
  isHome: () => person.view === "home" && person.chosen.length === 0,
  leave,
  draw,
});

/// Where a sensor says that nobody is here, the screen is dim until somebody is, or touches it.
function rest() {
  const alone = kiosk.state?.panel?.present === false && person.view === "home" && idle.stillFor() > REST_MS;
  document.documentElement.classList.toggle("resting", alone);
}

/// The ticket stands on the screen for a while, longer when the person asks.
setInterval(() => {
  const stage = kiosk.state?.errand?.stage;
  if ((stage === "handed" || stage === "refused") && person.until > 0 && performance.now() >= person.until) {
    person.until = 0;
    act.done();
  } else if (stage) {
    draw();
  }
  rest();
}, 500);

// --- what the kiosk says --------------------------------------------------------------------

listen(
  "/live",
  {
    async event({ data }) {
      const before = kiosk.state;
      const state = JSON.parse(data);
      // Another start of the kiosk process may have brought other pages.
      if (before && before.boot !== state.boot) return location.reload();
      kiosk.state = state;
      kiosk.alive = true;
      if (!before) person.language = state.language;
      if (state.mm) document.documentElement.style.setProperty("--mm", state.mm);
      follow(before?.errand, state.errand);
      if (state.scan && state.scan.id !== before?.scan?.id) wake();
      if (state.panel?.present && !before?.panel?.present) wake();
      // Without the branch the kiosk has the offer of before.
      const changed = state.branch.offer && state.branch.offer !== before?.branch.offer;
      if (changed || (!kiosk.offer && state.givesAlone)) await loadOffer();
      draw();
    },
    stale() {
      kiosk.alive = false;
      draw();
    },
    fresh() {
      kiosk.alive = kiosk.state !== null;
      draw();
    },
  },
  {},
);

/// Somebody has come.
function wake() {
  idle.touch();
  rest();
}

function follow(before, errand) {
  if (errand && (errand.request !== before?.request || errand.stage !== before?.stage)) {
    person.until = performance.now() + TICKET_SECONDS * 1000;
    touched = performance.now();
  }
  if (errand && errand.request === person.sent) person.sent = null;
  if (!errand && before) Object.assign(person, fresh(person.language));
}

async function loadOffer() {
  const answer = await ask("GET", "/offer");
  if (answer.status === 200) kiosk.offer = answer.body;
}

// --- keys: everything that a finger can do --------------------------------------------------

listenToWedge(document, (code) => {
  wake();
  ask("PUT", "/scan", { body: { code }, language: person.language });
});

document.addEventListener("keydown", (event) => {
  idle.touch();
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.code];
  if (event.code === "Escape") {
    guarded(act.back)()();
  } else if (step) {
    const buttons = [...page.querySelectorAll("button:not([disabled])")];
    const at = buttons.indexOf(document.activeElement);
    buttons[at < 0 ? 0 : (at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  }
});
document.addEventListener("pointerdown", wake);
document.addEventListener("contextmenu", (event) => event.preventDefault());

draw();

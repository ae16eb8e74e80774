// The citizen's page: `/t#<receipt>` from the QR code, or `/t/{token}` without the proof. It asks
// nothing of the person, and shows one visit as the branch tells it and as the receipt proves it.
import { html, render } from "./view.js";
import { LANGUAGES, loadTexts, shownNumber } from "./texts.js";
import { ask, askSurely, listen, newRequest } from "./link.js";
import { agrees, begin, fromServer, prove } from "./proof.js";
import { addressed, chosenLanguage, forgetReceipt, keepLanguage, keepReceipt, keptReceipt } from "./phone-memory.js";
import { visitView } from "./phone-visit.js";

const POLL_MS = 10_000;
const APART_MS = 2_000;
const LOST_MS = 25_000;
const NEAR = 3;
const CALL_PATTERN = [500, 200, 500, 200, 500];
const OVER = ["finished", "left", "void", "over", "unknown", "none", "damaged"];
const PLAIN = "#F7F5F0";
const NOW = "#F5B81C";

const page = document.getElementById("page");
const speak = await loadTexts("phone", "ticket");

const known = {
  token: "",
  visit: null, // as `GET /api/v1/visits/{token}` gives it
  heardAt: 0, // ms since 1970 of its last answer; 0 before the first
  isLost: false,
  isUnknown: false,
  hasRisen: false,
  overtakes: null,
  offer: null,
  proof: { state: "checking", why: "" },
  seals: null, // `""` once the visit agrees with the receipt, null while nothing can be said
  leaving: { step: "no" },
  language: chosenLanguage() ?? browserLanguage(),
};

function browserLanguage() {
  const wanted = navigator.languages.map((language) => language.slice(0, 2));
  return wanted.find((tag) => LANGUAGES.some((language) => language.tag === tag)) ?? "kk";
}

/// One word for what is shown.
function state() {
  const { visit, proof, token } = known;
  if (!token) return proof.state === "failed" ? "damaged" : proof.state === "checking" ? "loading" : "none";
  if (known.isUnknown) return "unknown";
  if (!visit) return "loading";
  return visit.state === "waiting" && visit.ahead <= NEAR ? "near" : visit.state;
}

// --- the proof ------------------------------------------------------------------------------

let found = null;

async function start() {
  const address = addressed();
  const digits = address.digits || keptReceipt();
  if (!digits) known.proof = { state: "absent", why: "" };
  else await read(digits, address);
  known.token ||= address.token;
  draw();
  if (!known.token) return;
  refresh();
  loadOffer();
  follow();
  if (found) check();
}

/// A receipt that was kept counts only for its own visit.
async function read(digits, address) {
  const begun = await begin(digits);
  if (begun.why) {
    known.proof = address.digits ? { state: "failed", why: begun.why } : { state: "absent", why: "" };
  } else if (address.digits || !address.token || address.token === begun.token) {
    found = { ...begun, digits };
    known.token = begun.token;
  } else {
    known.proof = { state: "absent", why: "" };
  }
}

async function check() {
  const proof = await prove(found, fromServer);
  // A damaged one must not take the place of what was kept before.
  if (proof.ticket !== undefined || proof.state === "unreachable") keepReceipt(found.digits);
  const { root, size, index } = found.receipt;
  known.proof = { ...proof, root, receiptSize: size, place: String(index) };
  await compareVisit();
  draw();
  if (proof.state === "unreachable" || proof.why === "not-compared") setTimeout(check, POLL_MS);
}

async function compareVisit() {
  const { proof, visit } = known;
  if (!found || !visit || !["ok", "short"].includes(proof.state)) return;
  known.seals = await agrees(found, proof.ticket, visit);
  if (known.seals) known.proof = { ...proof, state: "failed", why: known.seals };
}

// --- the visit ------------------------------------------------------------------------------

let due = 0;
let askedAt = 0;

/// Events come in crowds: they are answered by one question at most every two seconds.
function refreshSoon() {
  if (due) return;
  due = setTimeout(refresh, Math.max(0, askedAt + APART_MS - Date.now()));
}

async function refresh() {
  clearTimeout(due);
  due = 0;
  askedAt = Date.now();
  const { status, body } = await ask("GET", `/api/v1/visits/${known.token}`, { language: known.language });
  if (status === 200) await heard(body);
  else if (status === 404) known.isUnknown = true;
  else known.isLost = true;
  draw();
}

async function heard(visit) {
  const before = known.visit;
  const isRecent = before?.state === "waiting" && visit.state === "waiting";
  if (isRecent && visit.ahead > before.ahead) known.hasRisen = true;
  else if (!isRecent || visit.ahead < before.ahead) known.hasRisen = false;
  Object.assign(known, { visit, heardAt: Date.now(), isLost: false, isUnknown: false });
  if (!chosenLanguage() && visit.language && !before) known.language = visit.language;
  if (visit.state === "called" && before?.state !== "called") vibrate();
  if (visit.overtaken !== before?.overtaken) loadOvertakes();
  if (!before) await compareVisit();
}

async function loadOvertakes() {
  const { status, body } = await ask("GET", `/api/v1/visits/${known.token}/why`);
  if (status === 200) known.overtakes = body.overtakes;
  draw();
}

async function loadOffer() {
  const { status, body } = await askSurely("GET", "/api/v1/offer", { patience: Infinity });
  if (status === 200) known.offer = body;
  draw();
}

/// A browser lets a page vibrate once it has been touched.
function vibrate() {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(CALL_PATTERN);
}

let unfollow = () => {};

function follow() {
  unfollow = listen("/api/v1/feed", {
    open: refreshSoon,
    event({ type, data }) {
      if (/^(call|ticket|desk|service|day|ground)\./.test(type)) refreshSoon();
      if (type === "call.repeated" && JSON.parse(data).visit === known.visit?.index) vibrate();
    },
  });
  setInterval(() => {
    const isOver = OVER.includes(state());
    // The branch has room for so many listeners: who is done asks now and then.
    if (isOver) unfollow();
    if (Date.now() - askedAt >= POLL_MS && !(isOver && document.hidden)) refresh();
    if (known.heardAt && Date.now() - known.heardAt > LOST_MS) known.isLost = true;
    draw();
  }, 1_000);
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  addEventListener("online", refresh);
}

// --- what the person does -------------------------------------------------------------------

const deeds = {
  speak(tag) {
    keepLanguage(tag);
    known.language = tag;
    draw();
  },
  leave(step) {
    known.leaving = { step, request: known.leaving.request ?? newRequest() };
    draw();
    document.getElementById(step === "ask" ? "leave-no" : "leave")?.focus();
    if (step === "sent") leave();
  },
  forget: forgetReceipt,
};

/// The same request until it is answered: asked twice, a person leaves once.
async function leave() {
  const { status, body } = await askSurely("PUT", `/api/v1/visits/${known.token}/${known.leaving.request}`, {
    body: { action: "leave" },
    language: known.language,
    patience: 10_000,
  });
  if (status === 200) {
    known.leaving = { step: "no" };
    await heard(body);
  } else {
    known.leaving = { ...known.leaving, step: "ask", problem: body.detail ?? speak(known.language)("leave.failed") };
    // What was refused stays refused under its id.
    if (status !== 0) known.leaving.request = undefined;
  }
  draw();
}

// --- what is drawn --------------------------------------------------------------------------

function draw() {
  const say = speak(known.language);
  const now = state();
  const { visit, proof } = known;
  const number = visit?.number ?? proof.ticket?.number ?? "";
  const isCalled = now === "called";
  const call = isCalled ? `${say("called.turn")}. ${say("called.go", { n: visit.counter })}` : "";
  Object.assign(page.dataset, {
    state: now,
    number,
    counter: visit?.counter ?? "",
    proof: proof.state,
    proofWhy: proof.why,
    link: known.isLost ? "lost" : "live",
  });
  document.documentElement.lang = known.language;
  document.title = isCalled ? `${shownNumber(number)} → ${visit.counter}` : number ? shownNumber(number) : say("title");
  document.querySelector("meta[name=theme-color]").content = isCalled ? NOW : PLAIN;
  render(
    html`<p class="unseen" id="call" role="status" aria-live="assertive">${call}</p>
      ${visitView({ ...known, number, state: now, isOver: OVER.includes(now) }, say, deeds)}`,
    page,
  );
}

addEventListener("hashchange", () => location.reload());
draw();
start();

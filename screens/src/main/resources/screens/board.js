// The board of a hall. What it shows follows from how the desks stand, so a board that was switched
// on late, or came back, shows the same as its neighbour.
//
// `/board#b1:token` is a board of the branch, which acknowledges the calls it has shown; without it
// the page only looks on. `?hall=main` keeps to one hall.
import { html, icon, render } from "./view.js";
import { loadTexts, shownNumber, clock } from "./texts.js";
import { ask, askSurely, listen, newRequest } from "./link.js";
import { announcer } from "./board-calls.js";
import { voice } from "./board-voice.js";

const STALE_MS = 15_000;
const SILENT_MS = 120_000;
const REFRESH_MS = 100;
const SHIFT_MS = 300_000;
const PLAN_MS = 10_000;
const ACKNOWLEDGE_MS = 60_000;

const page = document.getElementById("page");
const hall = new URLSearchParams(location.search).get("hall");
const board = identity();
const speak = await loadTexts("board");
const kk = speak("kk");
const ru = speak("ru");

const known = { desks: [], waiting: 0, open: null, size: 0, zone: undefined, silentSince: 0, failedSince: 0, speaking: null, isSilent: false };
const speaker = board && voice(() => draw());
const calls = announcer({ present, draw });

/// A board keeps its name and token, and takes them out of the address.
function identity() {
  const given = /^#([\w-]+):([\w-]+)$/.exec(location.hash);
  if (given) {
    localStorage.setItem("board", JSON.stringify({ id: given[1], token: given[2] }));
    history.replaceState(null, "", location.pathname + location.search);
  }
  return JSON.parse(localStorage.getItem("board") ?? "null");
}

/// Speaks a call that stands on the screen, where this board is the one that speaks, and acknowledges
/// it after that: a board that was loaded again repeats nothing that it has acknowledged before.
async function present(call, isPiled) {
  if (!board) return;
  const plan = await askSurely("GET", `/api/v1/calls/${call.index}/announcement`, { token: board.token, patience: PLAN_MS });
  if (plan.body.acknowledged && !call.isNew) return;
  known.isSilent = plan.body.speaks === false;
  const spoken = plan.body.speaks ? await say(call, isPiled ? plan.body.brief : plan.body.full) : false;
  const body = { shown: call.index, spoken };
  askSurely("PUT", `/api/v1/boards/${board.id}/${newRequest()}`, { body, token: board.token, patience: ACKNOWLEDGE_MS });
}

async function say(call, sentences) {
  known.speaking = call.index;
  draw();
  try {
    return await speaker.say([["gong"], ...sentences.map((sentence) => sentence.clips)]);
  } catch (e) {
    // The hall has not heard it, and that is what the branch is told.
    console.warn(`call ${call.index}: ${e}`);
    return false;
  } finally {
    known.speaking = null;
    draw();
  }
}

// --- what the branch says -------------------------------------------------------------------

let due = 0;
let isAsking = false;

/// Events come in crowds; how the desks stand is asked once for all of them.
function refreshSoon() {
  if (due) return;
  due = setTimeout(async () => {
    due = 0;
    if (isAsking) return refreshSoon();
    isAsking = true;
    await refresh();
    isAsking = false;
  }, REFRESH_MS);
}

async function refresh() {
  const [desks, now] = await Promise.all([ask("GET", "/api/v1/desks"), ask("GET", "/api/v1/hall")]);
  if (desks.status === 200) {
    known.desks = desks.body.desks.filter((desk) => !hall || desk.hall === hall);
    calls.follow(known.desks);
  }
  if (now.status === 200) Object.assign(known, { waiting: now.body.waiting, open: now.body.open, size: now.body.size });
  if (desks.status === 200 && now.status === 200) {
    known.failedSince = 0;
  } else {
    known.failedSince ||= Date.now();
    setTimeout(refreshSoon, 2_000);
  }
  draw();
}

async function loadZone() {
  const offer = await askSurely("GET", "/api/v1/offer", { patience: Infinity });
  known.zone = offer.body.branch?.zone;
  draw();
}

listen(
  "/api/v1/feed",
  {
    open: refreshSoon,
    event: refreshSoon,
    stale(since) {
      known.silentSince = since;
      draw();
    },
    fresh() {
      known.silentSince = 0;
      refreshSoon();
    },
  },
  { token: board?.token },
);
loadZone();
speaker?.prepare();
setInterval(() => {
  calls.tick();
  draw();
}, 1_000);
// A picture that never moves burns itself into the glass.
setInterval(() => {
  const by = (Math.floor(Date.now() / SHIFT_MS) % 3) * 2 - 2;
  document.documentElement.style.setProperty("--shift", `${by}px`);
}, 60_000);

// --- what is drawn --------------------------------------------------------------------------

const both = (key, values) => html`<span lang="kk">${kk(key, values)}</span> · <span lang="ru">${ru(key, values)}</span>`;

function draw() {
  const { hero, rows } = calls;
  const since = staleSince();
  document.body.dataset.stale = Boolean(since);
  document.body.dataset.speaking = known.speaking ?? "";
  render(
    html`${since ? stale(since) : ""}
      <div class="calls">
        ${hero ? called(hero) : nobody()}
        <section class="rows" aria-label=${kk("list")}>
          <p class="heads"><span>${kk("ticket")}</span><span>${both("counter")}</span></p>
          ${rows.map(row)}
        </section>
      </div>
      ${speaker?.isBlocked() && !known.isSilent ? html`<p class="blocked">${icon("volume-x")} ${both("sound")}</p>` : ""}
      <footer>
        <time class="num">${clock(new Date(), known.zone)}</time>
        <p>${both("waiting")} <strong class="num" data-waiting>${known.waiting}</strong></p>
        <p>${both("open")} <strong class="num">${known.desks.filter((desk) => desk.state !== "closed").length}</strong></p>
        <p class="small"><span lang="kk">${kk("log")}</span> <span class="num">${known.size.toLocaleString("ru")}</span></p>
      </footer>`,
    page,
  );
}

function called(call) {
  return html`<section class="hero ${call.isNow ? "now" : "past"} ${call.isFresh ? "fresh" : ""}" role="status" aria-live="assertive"
      data-number=${call.number} data-counter=${call.counter} data-call=${call.index}>
    <p class="word">${both(!call.isNow ? "last" : call.times > 1 ? "recalled" : "called")}</p>
    <p class="number num">${shownNumber(call.number)}</p>
    <p class="to">${icon("arrow-right")}<span class="num">${call.counter}</span><small>${kk("counterWord")}<br>${ru("counterWord")}</small></p>
  </section>`;
}

const nobody = () => html`<section class="hero past empty">
  <p class="word">${known.open === null ? "" : both(known.open ? "nobody" : "closed")}</p>
  <p class="number num">${clock(new Date(), known.zone)}</p>
</section>`;

const row = (call) => html`<p class="row" data-number=${call.number} data-counter=${call.counter}>
  <span class="num">${shownNumber(call.number)}</span>${icon("arrow-right")}<span class="num">${call.counter}</span>
</p>`;

/// Since when this board may be wrong: nothing is heard, or what is asked is not answered.
function staleSince() {
  const failed = known.failedSince && Date.now() - known.failedSince > STALE_MS ? known.failedSince : 0;
  return known.silentSince || failed;
}

function stale(since) {
  const key = Date.now() - since > SILENT_MS ? "silent" : "stale";
  return html`<p class="stale" role="alert">${icon("wifi-off")}<span>${both(key, { time: clock(since, known.zone) })}</span></p>`;
}

draw();

// The front-office desk: one template over one state.
import { render } from "./view.js";
import { LANGUAGES, loadTexts } from "./texts.js";
import { DeskRoom } from "./desk-room.js";
import { ignoreDoublePresses, watchKeys } from "./desk-keys.js";
import { page } from "./desk-page.js";

const LANGUAGE = "kezek.language";

const place = document.getElementById("page");
const room = new DeskRoom(draw);
const speak = await loadTexts("desk");

let shown = "";

/// Draws what the room holds; the focus moves only when the state of the desk does.
function draw() {
  const say = speak(room.language);
  document.documentElement.lang = room.language;
  document.title = room.counter ? say("counter", { n: room.counter }) : say("title");
  place.dataset.screen = room.screen;
  place.dataset.busy = room.busy ?? "";
  render(page(room, say, chooseLanguage), place);
  const { state, visit, groundClaimed } = room.desk ?? {};
  const now = JSON.stringify([room.screen, state, visit, groundClaimed]);
  if (now !== shown) {
    shown = now;
    placeFocus();
  }
}

/// Where the next key press belongs: Enter starts the service once somebody is called.
function placeFocus() {
  const wanted =
    room.screen === "sign-in"
      ? place.querySelector(room.operator ? "#secret" : "#operator")
      : place.querySelector("[data-focus]");
  wanted?.focus();
}

function chooseLanguage(tag) {
  localStorage.setItem(LANGUAGE, tag);
  room.language = tag;
  draw();
}

const remembered = localStorage.getItem(LANGUAGE);
if (LANGUAGES.some(({ tag }) => tag === remembered)) room.language = remembered;
watchKeys(room);
ignoreDoublePresses();
setInterval(draw, 250);
draw();
await room.enter();

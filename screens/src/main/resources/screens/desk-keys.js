// The keys of a desk, by the place on the keyboard and never by the letter: the same in every
// layout.
import { press } from "./desk-actions.js";
import { whyNotOther } from "./desk-more.js";
import { documentsOf } from "./desk-offer.js";

/// A second press of the same key within this time belongs to the first one.
const DOUBLE_PRESS_MS = 400;
const SINGLE = "kezek.single-keys";
const WITH_ALT = { KeyP: "park", KeyT: "transfer" };
const PLAIN = { F2: "call-next", F4: "recall", F8: "no-show" };

/// Whether keys of one character work; people who dictate switch them off.
export const singleKeys = () => localStorage.getItem(SINGLE) !== "off";
export const setSingleKeys = (on) => localStorage.setItem(SINGLE, on ? "on" : "off");

export function watchKeys(room) {
  document.addEventListener("keydown", (event) => {
    if (room.screen !== "desk" || !room.desk || event.metaKey) return;
    const wanted = meant(event, room);
    if (!wanted) return;
    event.preventDefault();
    if (!event.repeat) wanted();
  });
}

/// Takes the second half of a double press on a button: by then the focus, or what the button
/// means, may have moved on. A held key counts once.
export function ignoreDoublePresses() {
  let last = { code: "", at: -Infinity };
  const isButton = (event) => event.target instanceof Element && event.target.closest("button");
  const ignore = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event) => {
    if (!isButton(event) || !["Enter", "NumpadEnter", "Space"].includes(event.code) || event.ctrlKey) return;
    const isSecond = event.code === last.code && event.timeStamp - last.at < DOUBLE_PRESS_MS;
    last = { code: event.code, at: event.timeStamp };
    if (isSecond || event.repeat) ignore(event);
  };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("click", (event) => isButton(event) && event.detail > 1 && ignore(event), true);
}

/// What this key does now, or nothing when it is not ours.
function meant(event, room) {
  const { code, ctrlKey, shiftKey, altKey } = event;
  if (room.more.shown) return inPanel(event, room);
  if (altKey) return ctrlKey || shiftKey || room.keysShown ? null : other(WITH_ALT[code], room);
  if (shiftKey && !ctrlKey && code === "Slash") return () => room.showKeys(!room.keysShown);
  if (room.keysShown || room.desk.state === "closed") return null;
  if (!ctrlKey && !shiftKey && code === "F9") return pause(room);
  if (ctrlKey && !shiftKey && code === "KeyK") return () => room.more.open(null);
  if (!ctrlKey && !shiftKey && code in PLAIN) return () => press(PLAIN[code], room);
  if (ctrlKey && !shiftKey && code === "KeyZ") return () => press("undo", room);
  if (ctrlKey && (code === "Enter" || code === "NumpadEnter")) return () => finish(room);
  const digit = /^Digit([1-9])$/.exec(code);
  if (digit && !ctrlKey && !shiftKey && singleKeys() && !isWriting(event.target)) {
    return () => tick(Number(digit[1]), room);
  }
  return null;
}

/// One of the rarer actions by its own key: its form, or why it cannot be done now.
function other(name, room) {
  if (!name || room.desk.state === "closed") return null;
  const why = whyNotOther(name, room);
  return () => (why ? room.hint({ ...why, action: name }) : room.more.open(name));
}

const pause = (room) => (room.desk.state === "paused" ? () => room.act("resume") : other("pause", room));

/// A digit chooses what it is printed on; the key of the panel goes back to its list.
function inPanel({ code, ctrlKey, shiftKey, altKey, target }, room) {
  // Else the browser would take it for its own search.
  if (ctrlKey && code === "KeyK") return () => room.more.choose(null);
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  if (!digit || ctrlKey || shiftKey || altKey || isWriting(target)) return null;
  const place = (Number(digit[1]) + 9) % 10;
  const all = document.querySelectorAll("#more .others button, #more [data-field]:first-of-type input[type=radio]");
  return () => {
    all[place]?.click();
    if (all[place]?.matches("input")) all[place].focus();
  };
}

function finish(room) {
  press("finish", room);
  if (room.desk.state === "serving" && !room.outcome) {
    document.querySelector("[data-outcome] input")?.focus();
  }
}

function tick(n, room) {
  const paper = documentsOf(room).asked[n - 1];
  if (room.desk.state === "serving" && paper) room.tick(paper.code);
}

const isWriting = (target) => target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

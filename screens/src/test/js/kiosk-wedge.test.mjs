// A scanner that pretends to be a keyboard, as its keys arrive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const { listenToWedge } = await import(pathToFileURL(`${process.env.KEZEK_MODULES}/kiosk-wedge.js`));

/// What was scanned, and which keys others still saw.
function hear(keys) {
  let told;
  const scanned = [];
  const others = [];
  listenToWedge({ addEventListener: (_, listener) => (told = listener) }, (code) => scanned.push(code));
  let now = 0;
  for (const { code, shiftKey = false, after = 5, caps = false } of keys) {
    now += after;
    let stopped = false;
    told({
      code,
      shiftKey,
      // A Kazakh layout types another letter there.
      key: "қ",
      timeStamp: now,
      getModifierState: () => caps,
      preventDefault() {},
      stopImmediatePropagation: () => (stopped = true),
    });
    if (!stopped) others.push(code);
  }
  return { scanned, others };
}

const key = (code, more = {}) => ({ code, ...more });
const typed = (...codes) => codes.map((code) => key(code));
const burst = (...codes) => [key("Backquote", { after: 1_000 }), ...typed(...codes), key("Enter")];

test("reads a booking whatever the layout is", () => {
  const { scanned, others } = hear(burst("Digit7", "KeyK", "Digit2", "KeyM", "KeyQ", "Minus", "KeyX", "Digit4", "KeyR", "Digit9", "KeyT"));
  assert.deepEqual(scanned, ["7k2mq-x4r9t"]);
  assert.deepEqual(others, []);
});

test("reads an address with its capitals and signs", () => {
  const shifted = (code) => key(code, { shiftKey: true });
  const keys = [key("Backquote"), key("KeyT"), shifted("ShiftLeft"), shifted("Semicolon"), key("Slash"), shifted("KeyQ"), key("Period"), shifted("Digit3"), key("Numpad5"), shifted("Minus"), key("Enter")];
  assert.deepEqual(hear(keys).scanned, ["t:/Q.#5_"]);
});

test("is not misled by Caps Lock", () => {
  const keys = [key("Backquote", { caps: true }), key("KeyA", { caps: true }), key("KeyB", { caps: true, shiftKey: true }), key("Enter")];
  assert.deepEqual(hear(keys).scanned, ["Ab"]);
});

test("takes no person for a scanner", () => {
  const slowly = typed("Digit7", "KeyK", "Enter").map((one) => ({ ...one, after: 200 }));
  const { scanned, others } = hear([key("Backquote"), ...slowly]);
  assert.deepEqual(scanned, []);
  assert.deepEqual(others, ["Digit7", "KeyK", "Enter"]);
});

test("leaves keys without the prefix to the page", () => {
  const { scanned, others } = hear(typed("ArrowDown", "KeyA", "Enter"));
  assert.deepEqual(scanned, []);
  assert.deepEqual(others, ["ArrowDown", "KeyA", "Enter"]);
});

test("takes exactly so many characters", () => {
  const keys = (count) => burst(...Array(count).fill("KeyA"));
  assert.equal(hear(keys(7_200)).scanned[0].length, 7_200);
  assert.deepEqual(hear(keys(7_201)).scanned, []);
  assert.deepEqual(hear(burst()).scanned, []);
});

test("stops in the middle where the burst stops", () => {
  const keys = [key("Backquote"), key("KeyA"), key("KeyB", { after: 51 }), key("Enter")];
  assert.deepEqual(hear(keys), { scanned: [], others: ["KeyB", "Enter"] });
  assert.deepEqual(hear([key("Backquote"), key("KeyA", { after: 50 }), key("Enter")]).scanned, ["a"]);
});

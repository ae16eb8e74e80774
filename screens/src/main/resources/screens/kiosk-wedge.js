// A scanner that pretends to be a keyboard. It is set to send a backquote before and Enter after each
// code, faster than a person types. Keys are read by their place (`event.code`), as on a US keyboard,
// because the layout of this computer may be Kazakh.

const PREFIX = "Backquote";
const APART_MS = 50;
const CODE_MAX_CHARS = 7_200;

const PLAIN = { Minus: "-", Equal: "=", Slash: "/", Period: ".", Comma: ",", Semicolon: ";", Quote: "'", BracketLeft: "[", BracketRight: "]", Backslash: "\\", Space: " " };
const SHIFTED = { Minus: "_", Equal: "+", Slash: "?", Period: ">", Comma: "<", Semicolon: ":", Quote: '"', BracketLeft: "{", BracketRight: "}", Backslash: "|", Space: " " };
const ABOVE_DIGITS = ")!@#$%^&*(";

/// What a key types on a US keyboard; nothing for one that types nothing.
export function character({ code, shiftKey }, capsLock) {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey !== capsLock ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit) return shiftKey && code.startsWith("Digit") ? ABOVE_DIGITS[Number(digit)] : digit;
  return (shiftKey ? SHIFTED : PLAIN)[code] ?? "";
}

/// Listens for ever. `scanned(code)` is told each code. What belongs to a burst reaches nobody else;
/// a backquote that a person types is lost.
export function listenToWedge(target, scanned) {
  let code = null;
  let last = 0;
  target.addEventListener(
    "keydown",
    (event) => {
      const slow = event.timeStamp - last > APART_MS;
      last = event.timeStamp;
      if (event.code === PREFIX) code = "";
      else if (code === null || slow) {
        code = null;
        return;
      } else if (event.code === "Enter" || event.code === "NumpadEnter") {
        if (code.length > 0 && code.length <= CODE_MAX_CHARS) scanned(code);
        code = null;
      } else {
        // One more than a code may have shows that it is too long.
        if (code.length <= CODE_MAX_CHARS) code += character(event, event.getModifierState("CapsLock"));
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

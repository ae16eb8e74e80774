// The actions of a desk: their keys, and why one cannot be done now. The instants come from the
// server, so the page counts down and decides nothing.

/// `keys` are for people; what a key does is in desk-keys.js.
export const ACTIONS = [
  { name: "call-next", icon: "arrow-right", keys: "F2" },
  { name: "start", icon: "play", keys: "Enter" },
  { name: "recall", icon: "bell-ring", keys: "F4" },
  { name: "no-show", icon: "user-x", keys: "F8" },
  { name: "finish", icon: "check-check", keys: "Ctrl+↵" },
];

/// Nothing when the action may be pressed; else `{key, values}` of the sentence that says why not.
export function whyNot(name, room) {
  const desk = room.desk;
  switch (name) {
    case "call-next":
      if (room.connection.isLost) return { key: "no.connection" };
      if (desk.state === "called") return { key: "no.called" };
      if (desk.state === "paused") return { key: "no.paused" };
      return bar(room);
    case "start":
      if (desk.state !== "called") return notCalled(desk);
      return desk.groundClaimed ? { key: "no.ground" } : null;
    case "recall":
      if (desk.state !== "called") return notCalled(desk);
      return seconds(desk.recallFrom, room);
    case "no-show":
      if (desk.state !== "called") return notCalled(desk);
      if (!desk.noShowFrom) return { key: "no.calls", values: { n: callsLacking(room) } };
      return seconds(desk.noShowFrom, room);
    case "finish":
      if (desk.state !== "serving") return { key: "no.nobody-served" };
      return room.outcome ? null : { key: "no.outcome" };
    case "undo":
      return secondsTo(desk.undoUntil, room) > 0 ? null : { key: "no.undo" };
    default:
      throw new Error(`no action ${name}`);
  }
}

/// After an undo the desk may not call for a while.
export const bar = (room) => seconds(room.desk.callFrom, room);

const notCalled = (desk) => ({ key: desk.state === "serving" ? "no.serving" : "no.nobody-called" });

/// Does it, or says why not.
export function press(name, room) {
  const why = whyNot(name, room);
  if (why) {
    if (!room.busy) room.hint({ ...why, action: name });
    return;
  }
  room.act(name, name === "finish" ? { outcome: room.outcome } : {});
}

/// Whole seconds to an instant of the server, at least 0.
export const secondsTo = (instant, room) =>
  instant ? Math.max(0, Math.ceil((Date.parse(instant) - room.now()) / 1_000)) : 0;

const seconds = (instant, room) => {
  const n = secondsTo(instant, room);
  return n > 0 ? { key: "no.seconds", values: { n } } : null;
};

const callsLacking = (room) => Math.max(1, (room.offer?.rules.noShow.calls ?? 1) - (room.desk.counted ?? 0));

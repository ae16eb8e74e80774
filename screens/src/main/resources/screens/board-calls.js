// Which calls stand on the board: one hero at a time until its voice has ended, the others waiting for
// their moment, then the list with the newest on top and one row for each counter.

const HERO_MS = 8_000;
/// When so many wait for their moment the one before them is shorter.
const PILED = 3;
const HERO_PILED_MS = 5_000;
const NOW_MS = 60_000;
const AFTER_START_MS = 60_000;
const ROWS = 5;

/// `on` is told `present(call, isPiled)` when a call stands on the screen, which gives a promise that
/// ends with its voice, and `draw()`. A call is `{number, counter, index, times, isNew}`: `index` of
/// its last attempt in the log; it is new if it came while this board looked on.
export function announcer(on) {
  const board = { hero: null, rows: [] };
  let queue = [];
  let current = null;
  let shown = []; // newest first
  let seen = null; // attempt last seen of each counter; null before the first look

  /// How the desks stand, as `/api/v1/desks` tells.
  board.follow = (desks) => {
    const calling = desks.filter((desk) => desk.state === "called");
    for (const desk of calling) {
      if (seen?.get(desk.counter) !== desk.index) announce(desk, seen !== null);
    }
    seen = new Map(calling.map((desk) => [desk.counter, desk.index]));
    // Who came late sees who is served, too.
    const at = new Map(desks.map((desk) => [desk.counter, desk]));
    const holds = (call) => at.get(call.counter)?.visit === call.visit;
    // Who came before the call had its moment stands in the list without it.
    for (const call of queue) {
      if (!holds(call) || at.get(call.counter).state !== "serving") continue;
      Object.assign(call, { isNew: false, shownAt: Date.now() });
      shown = [call, ...shown.filter((other) => other.counter !== call.counter)];
    }
    queue = queue.filter((call) => holds(call) && at.get(call.counter).state === "called");
    for (const call of shown) {
      const desk = at.get(call.counter);
      if (holds(call) && desk.state === "serving") call.startedAt ??= Date.now();
      else if (!holds(call) || desk.state !== "called") call.over = true;
    }
    board.tick();
  };

  /// A call that stood before this board was switched on has its moment only if it was not told yet.
  function announce(desk, isNew) {
    const call = { number: desk.number, visit: desk.visit, counter: desk.counter, index: desk.index, times: desk.calls, isNew };
    queue = queue.filter((other) => other.counter !== call.counter);
    queue.push(call);
    queue.sort((one, other) => one.index - other.index);
  }

  /// Once a second, and after each look.
  board.tick = () => {
    const now = Date.now();
    if (queue.length > 0 && isDone(now)) {
      const next = queue.shift();
      Object.assign(next, { shownAt: now, isPresented: true });
      shown = [next, ...shown.filter((call) => call.counter !== next.counter)];
      current = next;
      on.present(next, queue.length >= PILED).finally(() => {
        next.isPresented = false;
        board.tick();
      });
    }
    shown = shown.filter((call) => !call.over && !(call.startedAt && now - call.startedAt > AFTER_START_MS));
    if (current && current.over && !current.isPresented && now - current.shownAt >= HERO_MS) current = null;
    current ??= shown[0] ?? null;
    const age = current ? now - current.shownAt : 0;
    // Its moment is as long for who comes at once.
    const isStanding = current && age < NOW_MS && !current.over && (!current.startedAt || (current.isNew && age < HERO_MS));
    const isNow = current && (current.isPresented || isStanding);
    board.hero = current && { ...current, isNow, isFresh: isNow && age < HERO_MS && current.isNew };
    board.rows = shown.filter((call) => call !== current).slice(0, ROWS);
    on.draw();
  };

  function isDone(now) {
    if (!current) return true;
    if (current.isPresented) return false;
    return !current.isNew || now - current.shownAt >= (queue.length >= PILED ? HERO_PILED_MS : HERO_MS);
  }

  return board;
}

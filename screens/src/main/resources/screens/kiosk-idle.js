// Who walks away leaves a clean screen; who reads slowly is asked before anything is wiped.

const STILL_MS = 60_000;
const ANSWER_MS = 30_000;

/// `on` has `isBusy()` and `isHome()`, and is told `leave()` and `draw()`.
export function watchIdle(on) {
  let touched = performance.now();
  const idle = {
    asking: false,
    touch() {
      touched = performance.now();
      idle.asking = false;
    },
    stillFor: () => performance.now() - touched,
    secondsLeft: () => Math.max(0, Math.ceil((touched + STILL_MS + ANSWER_MS - performance.now()) / 1000)),
  };
  setInterval(() => {
    const still = performance.now() - touched;
    if (on.isBusy()) {
      idle.touch();
    } else if (on.isHome()) {
      if (still > STILL_MS) on.leave();
    } else if (still > STILL_MS + ANSWER_MS) {
      on.leave();
    } else if (still > STILL_MS) {
      idle.asking = true;
      on.draw();
    }
  }, 500);
  return idle;
}

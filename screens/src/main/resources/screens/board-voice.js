// The voice of a board: recorded words, each put behind the one before on the clock of the sound card,
// so that nothing overlaps and nothing is cut.
import { ask } from "./link.js";

const WORD_GAP_S = 0.12;
const SENTENCE_GAP_S = 0.35;
const LEAD_S = 0.05;
const RESUME_MS = 500;
const STANDS_MS = 5_000;
const LOOK_MS = 500;

/// As much as speech needs; words of a human voice in better quality take no more memory than this.
const SAMPLES_PER_SECOND = 24_000;

/// Where each word begins, in seconds from now. A word that is not there leaves no hole.
///
/// `sentences` are lists of clips; `buffers` holds what could be loaded, by clip. Gives
/// `{starts: [{clip, at, buffer}], length, isWhole}`.
export function join(sentences, buffers) {
  const starts = [];
  let end = 0;
  let isWhole = true;
  for (const sentence of sentences) {
    let gap = SENTENCE_GAP_S;
    for (const clip of sentence) {
      const buffer = buffers.get(clip);
      if (!buffer) {
        isWhole = false;
        continue;
      }
      const at = starts.length === 0 ? 0 : end + gap;
      starts.push({ clip, at, buffer });
      end = at + buffer.duration;
      gap = WORD_GAP_S;
    }
  }
  return { starts, length: end, isWhole };
}

/// Puts joined words on a context's clock, from `from` on. Gives what plays them.
export function schedule(context, joined, from) {
  return joined.starts.map(({ at, buffer }) => {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    source.start(from + at);
    return source;
  });
}

/// `changed` is told when the browser allows sound, or no longer.
export function voice(changed) {
  const context = new AudioContext({ sampleRate: SAMPLES_PER_SECOND });
  const loaded = new Map(); // promises by clip
  context.addEventListener("statechange", changed);
  // What a browser without the kiosk's flag waits for.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => context.resume());

  const fetched = async (clip) => {
    const answer = await fetch(`/api/v1/clips/${clip}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return context.decodeAudioData(await answer.arrayBuffer());
  };

  /// The word, or nothing; what failed is asked for again the next time.
  const word = (clip) => {
    if (!loaded.has(clip)) {
      loaded.set(clip, fetched(clip).catch((e) => {
        console.warn(`clip ${clip}: ${e}`);
        loaded.delete(clip);
        return null;
      }));
    }
    return loaded.get(clip);
  };

  const isAllowed = async () => {
    if (context.state === "running") return true;
    context.resume();
    await new Promise((done) => {
      const late = setTimeout(done, RESUME_MS);
      context.addEventListener("statechange", () => done(clearTimeout(late)), { once: true });
    });
    return context.state === "running";
  };

  /// True once the last of them was heard to its end; false where the sound card's clock stands still.
  /// That clock may be slow on a busy board, and nothing is cut for it.
  const played = (sources) =>
    new Promise((done) => {
      let reached = context.currentTime;
      let reachedAt = performance.now();
      const end = (isHeard) => done(isHeard, clearInterval(watch));
      const watch = setInterval(() => {
        if (context.currentTime > reached) {
          reached = context.currentTime;
          reachedAt = performance.now();
        } else if (performance.now() - reachedAt > STANDS_MS) {
          for (const source of sources) source.stop();
          end(false);
        }
      }, LOOK_MS);
      sources.at(-1).onended = () => end(true);
    });

  return {
    isBlocked: () => context.state !== "running",

    /// Loads every word before it is needed.
    async prepare() {
      const list = await ask("GET", "/api/v1/clips");
      for (const clip of list.body.clips ?? []) await word(clip);
    },

    /// Says the sentences, each a list of clips. Gives whether all of it was heard to its end.
    async say(sentences) {
      const clips = [...new Set(sentences.flat())];
      const buffers = new Map(await Promise.all(clips.map(async (clip) => [clip, await word(clip)])));
      const joined = join(sentences, buffers);
      if (joined.starts.length === 0 || !(await isAllowed())) return false;
      const sources = schedule(context, joined, context.currentTime + LEAD_S);
      return (await played(sources)) && joined.isWhole;
    },
  };
}

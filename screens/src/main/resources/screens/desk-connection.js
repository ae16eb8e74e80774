// The line between this page and the server: asks, sends commands until they are answered, and
// knows whether what the page shows may be old.
import { ask, askSurely, isPassing, listen, newRequest } from "./link.js";

const ANSWER_MS = 5_000;
/// After this long without an answer the page says that it still waits.
const PATIENCE_MS = 1_500;

export class Connection {
  /// When the server was heard last, in ms of this computer.
  lastWord = Date.now();

  #changed;
  #stale = false; // the feed is silent
  #missed = false; // the last question had no answer
  #unanswered = false; // the command under way has none yet
  #listening = false;

  /// @param changed told when the line is lost or comes back
  constructor(changed) {
    this.#changed = changed;
  }

  get isLost() {
    return this.#stale || this.#missed || this.#unanswered;
  }

  async get(address) {
    const answer = await ask("GET", address, { timeout: ANSWER_MS });
    this.#missed = isPassing(answer.status);
    if (this.#missed) this.#changed();
    else this.lastWord = Date.now();
    return answer;
  }

  /// Sends one command until there is an answer. Its id is made here, once, so that however often
  /// it is sent it has one effect.
  async command(address, body, language) {
    const once = `${address}/${newRequest()}`;
    const send = () => askSurely("PUT", once, { body, language, timeout: ANSWER_MS, patience: PATIENCE_MS });
    let answer = await send();
    while (isPassing(answer.status)) {
      this.#unanswered = true;
      this.#changed();
      answer = await send();
    }
    this.#unanswered = false;
    this.lastWord = Date.now();
    return answer;
  }

  /// Follows the feed, once a page.
  ///
  /// @param happened told each event as `{type, data}`
  /// @param back told when there may be events that were missed
  follow(happened, back) {
    if (this.#listening) return;
    this.#listening = true;
    listen("/api/v1/feed", {
      event: (event) => {
        this.lastWord = Date.now();
        happened(event);
      },
      open: back,
      fresh: () => {
        this.#stale = false;
        back();
      },
      stale: (since) => {
        this.#stale = true;
        this.lastWord = since;
        this.#changed();
      },
    });
  }
}

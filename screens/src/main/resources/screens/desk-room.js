// What the page knows of one desk. The server says how the desk stands; the page only asks, and
// asks again after each action, each event of the feed and each break.
import { Connection } from "./desk-connection.js";
import { More } from "./desk-more.js";
import { ask, isPassing, sleep } from "./link.js";

const COUNTER = "kezek.counter";
const TICKS = "kezek.ticks";
/// Events of others may wait this long, so that a full hall costs one question.
const OTHERS_MS = 500;
const AGAIN_MS = 1_000;
const HINT_MS = 6_000;

export class DeskRoom {
  screen = "loading"; // or sign-in, counters, desk
  language = "kk";
  operator = null;
  taking = null; // the counter that would be taken over, until it is confirmed
  counter = null;
  desk = null; // as the server answered last
  desks = [];
  line = [];
  parked = []; // who is on hold, with or without a time
  offer = null;
  note = null; // {text, lang} in the server's words, or {key, values} in the page's
  busy = null; // the action under way
  connection = new Connection(() => this.#draw());
  outcome = null;
  ticks = new Set();
  keysShown = false;
  more = new More(() => this.dismiss()); // what was said belongs to the step before

  #draw;
  #offset = 0;
  #reading = null;
  #again = false;
  #soon = null;

  constructor(draw) {
    this.#draw = draw;
  }

  /// The server's clock, in ms.
  now() {
    return Date.now() + this.#offset;
  }

  /// Finds out who sits here and where; on a new page, and after signing in.
  async enter() {
    let own = await this.connection.get("/api/v1/desks/own");
    while (isPassing(own.status)) {
      await sleep(AGAIN_MS);
      own = await this.connection.get("/api/v1/desks/own");
    }
    if (own.status !== 200) return this.#showSignIn(null);
    this.operator = own.body.operator;
    const wanted = own.body.counter ?? this.counter ?? asked() ?? Number(localStorage.getItem(COUNTER));
    await this.#loadOffer();
    this.connection.follow(
      (event) => this.#follow(event),
      () => this.#catchUp(),
    );
    await (wanted ? this.choose(wanted) : this.showCounters());
  }

  /// Gives whether the server knew the person.
  async signIn(operator, secret) {
    if (!this.#press("sign-in")) return false;
    this.operator = operator;
    const body = { operator, secret };
    const answer = await ask("POST", "/api/v1/sessions", { body, language: this.language });
    this.busy = null;
    if (answer.status === 200) {
      await this.enter();
      return true;
    }
    this.note = answer.status === 0 ? { key: "lost.nobody" } : this.#words(answer);
    this.#draw();
    return false;
  }

  async signOut() {
    if (!this.#press("sign-out")) return;
    const answer = await ask("DELETE", "/api/v1/sessions", { language: this.language });
    this.busy = null;
    if (answer.status === 0) this.note = { key: "lost.nobody" };
    else this.#leave();
    this.#draw();
  }

  async choose(counter) {
    this.counter = counter;
    this.desk = null;
    this.screen = "desk";
    await this.refresh();
  }

  async showCounters() {
    this.counter = null;
    this.desk = null;
    this.screen = "counters";
    await this.refresh();
  }

  /// One press, one command; further presses are not heard until the server has answered. Gives
  /// whether it was done.
  async act(action, members = {}) {
    if (!this.#press(action)) return false;
    const number = this.desk?.number;
    const address = `/api/v1/desks/${this.counter}`;
    const answer = await this.connection.command(address, { action, ...members }, this.language);
    if (answer.status === 401) {
      this.#showSignIn({ key: "sign.ended" });
      return false;
    }
    await this.refresh();
    if (answer.status !== 200) this.note = this.#words(answer);
    else if (action === "call-next" && ["ready", "wrap-up"].includes(this.desk?.state)) {
      this.note = { key: "note.nobody" };
    } else if (action === "ground" && !members.shown) {
      this.note = { key: "note.back", values: { number } };
    }
    if (answer.status === 200 && action === "open") localStorage.setItem(COUNTER, this.counter);
    this.busy = null;
    this.#draw();
    return answer.status === 200;
  }

  /// Ends the desk of another operator, and goes on there with the counter's own groups.
  async takeOver(counter) {
    if (!this.#press("take-over")) return;
    const answer = await this.connection.command(`/api/v1/desks/${counter}`, { action: "take-over" }, this.language);
    this.busy = null;
    this.taking = null;
    if (answer.status === 401) this.#showSignIn({ key: "sign.ended" });
    else if (answer.status === 200) {
      localStorage.setItem(COUNTER, counter);
      await this.choose(counter);
    } else {
      this.note = this.#words(answer);
      await this.refresh();
    }
  }

  /// Asks once more before a counter is taken from somebody.
  ask(counter) {
    this.taking = counter;
    this.note = { key: "note.take-over", values: { n: counter } };
    this.#draw();
  }

  /// Which counters are open, for a transfer to one of them.
  async lookAround() {
    await this.#readCounters();
    this.#draw();
  }

  /// Says for a while why something cannot be done now; the key itself goes on saying it.
  hint(why) {
    this.note = why;
    setTimeout(() => this.note === why && this.dismiss(), HINT_MS);
    this.#draw();
  }

  dismiss() {
    this.note = null;
    this.#draw();
  }

  tick(code) {
    if (!this.ticks.delete(code)) this.ticks.add(code);
    sessionStorage.setItem(TICKS, JSON.stringify({ visit: this.desk?.visit, codes: [...this.ticks] }));
    this.#draw();
  }

  pick(outcome) {
    this.outcome = outcome;
    this.#draw();
  }

  showKeys(shown) {
    this.keysShown = shown;
    this.#draw();
  }

  /// Reads how everything stands now; never two readings at a time, and none that began too early.
  refresh() {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read() {
    while (this.#again) {
      this.#again = false;
      if (this.screen === "counters") await this.#readCounters();
      else if (this.screen === "desk") await this.#readDesk();
      this.#draw();
    }
  }

  async #readCounters() {
    const answer = await this.connection.get("/api/v1/desks");
    if (answer.status === 200) this.desks = answer.body.desks;
    else await this.#later(answer);
  }

  async #readDesk() {
    const counter = this.counter;
    const [desk, line] = await Promise.all([this.connection.get(`/api/v1/desks/${counter}`), this.connection.get("/api/v1/line")]);
    if (counter !== this.counter || this.screen !== "desk") return;
    if (desk.status === 401) this.#showSignIn({ key: "sign.ended" });
    else if (desk.status === 403 || desk.status === 400) {
      this.counter = null;
      this.screen = "counters";
      this.note = { key: "note.taken", values: { n: counter } };
      this.#again = true;
    } else if (desk.status !== 200 || line.status !== 200) await this.#later(desk);
    else this.#take(desk.body, line.body);
  }

  #take(desk, { waiting, parked }) {
    if (desk.visit !== this.desk?.visit) {
      const kept = JSON.parse(sessionStorage.getItem(TICKS) ?? "{}");
      this.ticks = new Set(kept.visit === desk.visit ? kept.codes : []);
      this.outcome = null;
    }
    if (desk.state !== "serving") this.outcome = null;
    // What was said of the state before is over, unless the action that is being answered said it.
    if (desk.state !== this.desk?.state && this.desk) this.note = null;
    this.desk = desk;
    this.line = waiting;
    this.parked = parked;
    this.#offset = Date.parse(desk.now) - Date.now();
  }

  async #loadOffer() {
    const answer = await this.connection.get("/api/v1/offer");
    if (answer.status === 200) this.offer = answer.body;
  }

  async #later(answer) {
    console.warn(`the desk could not be read: ${answer.status}`);
    await sleep(AGAIN_MS);
    this.#again = true;
  }

  #catchUp() {
    this.#loadOffer().then(() => this.refresh());
  }

  #follow({ type, data }) {
    if (type === "policy.published" || type === "catalogue.published") return this.#catchUp();
    const event = JSON.parse(data);
    const isOwn = event.desk === this.counter || event.visit === this.desk?.visit || event.call === this.desk?.index;
    if (isOwn) this.refresh();
    else
      this.#soon ??= setTimeout(() => {
        this.#soon = null;
        this.refresh();
      }, OTHERS_MS);
  }

  #press(action) {
    if (this.busy) return false;
    this.busy = action;
    this.note = null;
    this.#draw();
    return true;
  }

  #words(answer) {
    const lang = this.language;
    return answer.body.detail ? { text: answer.body.detail, lang } : { key: "note.fault" };
  }

  /// The desk stays as it is: whoever signs in again finds it.
  #showSignIn(note) {
    this.screen = "sign-in";
    this.note = note;
    this.busy = null;
    if (this.more.shown) this.more.close();
    this.#draw();
  }

  #leave() {
    this.operator = null;
    this.counter = null;
    this.desk = null;
    this.screen = "sign-in";
  }
}

/// The counter named in the address, as in `/desk?counter=3`.
const asked = () => Number(new URLSearchParams(location.search).get("counter")) || null;

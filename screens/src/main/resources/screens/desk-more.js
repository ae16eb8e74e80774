// The actions of a desk that are rarely needed: what each asks for, and why one cannot be done now.
// They wait in a panel, so that the work itself stays calm.
import { bar } from "./desk-actions.js";

/// In the order of the panel. `fields` are asked one below the other; `open` actions are published
/// with their reason as a departure from the law's order.
export const OTHERS = [
  { name: "pause", icon: "coffee", keys: "F9", fields: ["reason"] },
  { name: "park", icon: "hourglass", keys: "Alt+P", fields: ["reason", "until"] },
  { name: "transfer", icon: "arrow-right", keys: "Alt+T", fields: ["target", "withReturn"] },
  { name: "add-service", icon: "plus", fields: ["service", "now"] },
  { name: "request-document", icon: "file-text", fields: ["document", "other", "reason"] },
  { name: "unpark", icon: "undo-2", fields: ["parked"] },
  { name: "return", icon: "user-check", fields: ["number"] },
  { name: "leave", icon: "footprints", fields: ["number"] },
  { name: "call", icon: "megaphone", fields: ["number", "reason"], open: true },
  { name: "served-direct", icon: "users", fields: ["reason"], open: true },
];

export const OTHER = "other"; // a paper that the catalogue does not list
export const OTHER_MAX_CHARS = 200;
export const MINUTES = [0, 5, 15, 30, 60]; // 0: until somebody brings it back

/// The list of reasons in the policy from which an action takes its own.
const PURPOSE = { call: "override" };

export const reasonsFor = (name, room) => room.offer?.reasons[PURPOSE[name] ?? name] ?? [];

export const otherNamed = (name) => OTHERS.find((one) => one.name === name);

/// Nothing when the action may be chosen; else `{key, values}` of the sentence that says why not.
export function whyNotOther(name, room) {
  const { desk } = room;
  if (room.connection.isLost) return { key: "no.connection" };
  switch (name) {
    case "pause":
      if (desk.state === "paused") return { key: "no.paused" };
      return desk.pausing || desk.closing ? { key: "no.asked" } : null;
    case "park":
    case "transfer":
    case "add-service":
    case "request-document":
      if (desk.state !== "serving") return { key: "no.nobody-served" };
      return desk.direct ? { key: "no.ticket" } : null;
    case "unpark":
      return room.parked.length ? null : { key: "no.parked" };
    case "call":
    case "served-direct":
      if (desk.state === "paused") return { key: "no.paused" };
      if (desk.state === "called" || desk.state === "serving") return { key: "no.called" };
      return bar(room);
    default:
      return null;
  }
}

/// What is still lacking, as a key of the texts; nothing when it can be sent.
export function lacks(name, values) {
  for (const field of otherNamed(name).fields) {
    if (isAsked(field, name, values) && !isGiven(field, values)) return `more.needs.${field}`;
  }
  return null;
}

/// A paper outside the list has a name and a reason; one of the list has neither.
export const isAsked = (field, name, values) =>
  name !== "request-document" || field === "document" || values.document === OTHER;

function isGiven(field, values) {
  switch (field) {
    case "until":
    case "withReturn":
    case "now":
      return true;
    case "number":
      return ticketNumber(values.number) !== null;
    case "other":
      return Boolean(values.other?.trim());
    default:
      return values[field] !== undefined && values[field] !== "";
  }
}

/// The members of the command.
export function membersOf(name, values, room) {
  switch (name) {
    case "park":
      return { reason: values.reason, ...(values.until ? { until: instantIn(values.until, room) } : {}) };
    case "transfer": {
      const [kind, which] = values.target.split(":");
      const to = kind === "counter" ? { counter: Number(which) } : { group: which };
      return { ...to, withReturn: values.withReturn === true };
    }
    case "add-service":
      return { service: values.service, now: values.now === true };
    case "request-document":
      return values.document === OTHER
        ? { other: values.other.trim(), reason: values.reason }
        : { document: values.document };
    case "unpark":
      return { number: values.parked };
    case "return":
    case "leave":
      return { number: ticketNumber(values.number) };
    case "call":
      return { number: ticketNumber(values.number), reason: values.reason };
    default:
      return { reason: values.reason };
  }
}

/// By the server's clock, which decides.
const instantIn = (minutes, room) => new Date(room.now() + minutes * 60_000).toISOString();

const FOLDED = { А: "A", Е: "E", К: "K", М: "M", Т: "T" };

/// `к 47` as the log writes it, `K047`: the letters of the tickets look alike in both alphabets.
export function ticketNumber(typed) {
  const bare = (typed ?? "").toUpperCase().replace(/[\s-]/g, "").replace(/[АЕКМТ]/g, (letter) => FOLDED[letter]);
  const parts = /^([A-Z])(\d{1,5})$/.exec(bare);
  return parts ? parts[1] + String(Number(parts[2])).padStart(3, "0") : null;
}

/// Which panel is shown, and what has been put into it.
export class More {
  shown = false;
  action = null; // nothing: the list of actions
  values = {};

  #draw;

  constructor(draw) {
    this.#draw = draw;
  }

  open(action) {
    this.shown = true;
    this.choose(action);
  }

  choose(action) {
    this.action = action;
    this.values = { until: MINUTES[0] };
    this.#draw();
  }

  set(name, value) {
    this.values = { ...this.values, [name]: value };
    this.#draw();
  }

  close() {
    this.shown = false;
    this.action = null;
    this.values = {};
    this.#draw();
  }
}

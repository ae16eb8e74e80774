// The receipt in a ticket's QR code, checked without asking anybody but the log's own key.
//
//   short: 1 | key id 4 | index 5 | tree size 5 | nonce 16 | root 32 | signature 64
//   full:  2 | the same 126 bytes | entry length 2 | entry | 32 bytes a hash of the path
//
// What is wrong is a value, `{why}`: a word that the page has a sentence for.
import { base64url, concat, equal, fromHex, hex, number, utf8 } from "./bytes.js";
import { checkpointText } from "./note.js";
import { hmac } from "./seal.js";
import { isIncluded, leafHash } from "./tree.js";

/// The digits of the longest full form: the largest entry and the longest path.
export const MAX_DIGITS = 161_216;

const SHORT = 1;
const FULL = 2;
const SHORT_BYTES = 127;
const ENTRY_AT = SHORT_BYTES + 2;
const HASH_BYTES = 32;
const MAX_PATH = 40;
const TOKEN_BYTES = 16;

/// Takes exactly what stands behind `#`: ASCII digits without a leading zero. Gives
/// `{receipt: {isFull, keyId, index, size, nonce, root, signature, entry, path}}`, the last two only
/// in the full form; or why not: `not-digits`, `too-long`, `unknown-version`, `cut`.
export function decode(digits) {
  if (digits.length > MAX_DIGITS) return { why: "too-long" };
  if (!/^[1-9][0-9]*$/.test(digits)) return { why: "not-digits" };
  const text = BigInt(digits).toString(16);
  const bytes = fromHex(text.length % 2 ? `0${text}` : text);
  if (bytes[0] !== SHORT && bytes[0] !== FULL) return { why: "unknown-version" };
  const isFull = bytes[0] === FULL;
  if (isFull ? !isWholeFull(bytes) : bytes.length !== SHORT_BYTES) return { why: "cut" };
  const receipt = {
    isFull,
    keyId: bytes.slice(1, 5),
    index: number(bytes.subarray(5, 10)),
    size: number(bytes.subarray(10, 15)),
    nonce: bytes.slice(15, 31),
    root: bytes.slice(31, 63),
    signature: bytes.slice(63, SHORT_BYTES),
  };
  if (isFull) {
    receipt.entry = bytes.slice(ENTRY_AT, pathAt(bytes));
    receipt.path = [];
    for (let at = pathAt(bytes); at < bytes.length; at += HASH_BYTES) receipt.path.push(bytes.slice(at, at + HASH_BYTES));
  }
  return { receipt };
}

function isWholeFull(bytes) {
  if (bytes.length <= ENTRY_AT || pathAt(bytes) === ENTRY_AT) return false;
  const path = bytes.length - pathAt(bytes);
  return path >= 0 && path % HASH_BYTES === 0 && path / HASH_BYTES <= MAX_PATH;
}

/// Where the entry of a full form ends and its path begins.
const pathAt = (bytes) => ENTRY_AT + Number(number(bytes.subarray(SHORT_BYTES, ENTRY_AT)));

/// Checks all that the receipt claims; the short form claims only the checkpoint. Gives
/// `{ticket: {number, arrival, at, commitment}}` (times in ms since 1970; null in the short form),
/// or why not: `foreign-key`, `past-tree`, `bad-signature`, `not-in-tree`, `not-a-ticket`.
///
/// @param key of the log, as `readKey` gives it
export async function check(seal, receipt, key) {
  if (!equal(receipt.keyId, key.id)) return { why: "foreign-key" };
  if (receipt.index >= receipt.size) return { why: "past-tree" };
  const signed = utf8(checkpointText(key.name, receipt.size, receipt.root));
  if (!(await seal.verify(key.key, receipt.signature, signed))) return { why: "bad-signature" };
  if (!receipt.isFull) return { ticket: null };
  const { index, size, root, path } = receipt;
  const leaf = await leafHash(seal, receipt.entry);
  if (!(await isIncluded(seal, { index, size, leaf, proof: path, root }))) return { why: "not-in-tree" };
  const ticket = readTicket(receipt);
  return ticket ? { ticket } : { why: "not-a-ticket" };
}

/// The entry as the log wrote it: `ticket.issued`, canonical, at its own index.
function readTicket({ entry, index }) {
  let event, text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(entry);
    event = JSON.parse(text);
  } catch {
    return null;
  }
  const isTicket =
    canonical(event) === text &&
    event?.t === "ticket.issued" &&
    event.v === 1 &&
    event.i === Number(index) &&
    /^[A-Z][0-9]{3,}$/.test(event.number) &&
    [event.arrival, event.at].every(Number.isSafeInteger) &&
    typeof event.c === "string";
  return isTicket ? { number: event.number, arrival: event.arrival, at: event.at, commitment: event.c } : null;
}

/// RFC 8785, which took its form from what this language writes.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

/// The secret name of the visit, which the receipt alone leads to.
export async function tokenOf(seal, receipt) {
  const hash = await seal.sha256(concat(utf8("token"), receipt.nonce));
  return base64url(hash.subarray(0, TOKEN_BYTES));
}

/// Whether the ticket's commitment seals exactly these services, language, ground (null or
/// undefined without one) and number of people (left out for one).
export async function isSealed(seal, receipt, ticket, { services, language, ground, people }) {
  const fields = { language, services };
  if (ground) fields.ground = ground;
  if (people > 1) fields.people = people;
  return base64url(await hmac(seal, receipt.nonce, utf8(canonical(fields)))) === ticket.commitment;
}

/// The first four bytes of the root, as people compare them with the paper: `7F3A–91C2`.
export function shortRoot(root) {
  const text = hex(root.subarray(0, 4)).toUpperCase();
  return `${text.slice(0, 4)}\u2013${text.slice(4)}`;
}

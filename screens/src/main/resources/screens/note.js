// The log's key and its signed checkpoint (C2SP signed-note, tlog-checkpoint), each in the one
// spelling that the log writes.
import { base64, concat, equal, fromBase64, fromHex, utf8 } from "./bytes.js";

const NOTE_KEY = 1;
const ID_BYTES = 4;
const KEY_BYTES = 32;
const HASH_BYTES = 32;
const NAME_MAX_BYTES = 255;
const MOST_SIGNATURES = 100;
const NOTE_MAX_CHARS = 1_000_000;

/// Reads `name+id+base64`. Gives `{name, id, key}`, or null where it is no key of a log.
export async function readKey(seal, text) {
  const form = /^([^+\s\p{Z}\p{Cc}]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/u.exec(text);
  const typed = form && fromBase64(form[3]);
  if (!typed || typed.length !== 1 + KEY_BYTES || typed[0] !== NOTE_KEY) return null;
  const [, name, id] = form;
  if (utf8(name).length > NAME_MAX_BYTES) return null;
  const hash = await seal.sha256(concat(utf8(`${name}\n`), typed));
  return equal(hash.subarray(0, ID_BYTES), fromHex(id)) ? { name, id: fromHex(id), key: typed.slice(1) } : null;
}

/// The three lines that the log signs.
export const checkpointText = (origin, size, root) => `${origin}\n${size}\n${base64(root)}\n`;

/// Reads a signed checkpoint of that log. Gives `{size, root}`, or null where it is none or not
/// signed by the key; lines of others, such as witnesses, are left alone.
export async function readCheckpoint(seal, note, key) {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || note.length > NOTE_MAX_CHARS || !note.endsWith("\n")) return null;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split("\n").map(signatureLine);
  if (lines.length > MOST_SIGNATURES || lines.includes(null)) return null;
  const own = lines.filter((line) => line.name === key.name && equal(line.id, key.id));
  if (own.length === 0) return null;
  for (const line of own) {
    if (!(await seal.verify(key.key, line.signature, utf8(text)))) return null;
  }
  return checkpoint(text, key.name);
}

function signatureLine(line) {
  const form = /^\u2014 (\S+) ([A-Za-z0-9+/=]+)$/.exec(line);
  const bytes = form && fromBase64(form[2]);
  if (!bytes || bytes.length <= ID_BYTES) return null;
  return { name: form[1], id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) };
}

function checkpoint(text, origin) {
  const [name, size, root, end, ...more] = text.split("\n");
  const hash = fromBase64(root ?? "");
  const isWhole = name === origin && /^(0|[1-9]\d{0,18})$/.test(size) && end === "" && more.length === 0;
  return isWhole && hash?.length === HASH_BYTES ? { size: BigInt(size), root: hash } : null;
}

// The log as the server publishes it now (C2SP tlog-tiles), held against what a receipt says.
import { readCheckpoint } from "./note.js";
import { continuation, isContinued, nodeHash, subtrees } from "./tree.js";

const HEIGHT = 8n;
const WIDTH = 256n;
const HASH_BYTES = 32;

/// Gives `{size}` of the newest checkpoint where the log only grew since the receipt; else why not:
/// `log-unsigned`, `log-smaller`, `log-changed`, `log-incomplete`, or `unreachable` when nobody
/// answered, which proves nothing.
///
/// @param get from a path below `/log/` to a promise of `{status, bytes}`, status 0 for no answer
export async function compare(seal, receipt, key, get) {
  const answer = await get("checkpoint");
  if (answer.status !== 200) return { why: "unreachable" };
  const newest = await readCheckpoint(seal, new TextDecoder().decode(answer.bytes), key);
  if (!newest) return { why: "log-unsigned" };
  if (newest.size < receipt.size) return { why: "log-smaller" };
  const proof = [];
  const tiles = new Map();
  for (const span of continuation(receipt.size, newest.size)) {
    const roots = [];
    for (const subtree of subtrees(span)) {
      const root = await hashOf(seal, subtree, newest.size, tiles, get);
      if (root.why) return root;
      roots.push(root.hash);
    }
    proof.push(await roots.reduceRight(async (right, left) => nodeHash(seal, left, await right)));
  }
  const sizes = { oldSize: receipt.size, newSize: newest.size };
  const isSame = await isContinued(seal, { ...sizes, oldRoot: receipt.root, newRoot: newest.root, proof });
  return isSame ? { size: newest.size } : { why: "log-changed" };
}

/// The root of a complete subtree, from the tile that holds it: tiles store each eighth level.
async function hashOf(seal, { level, number }, size, tiles, get) {
  const tileLevel = level / HEIGHT;
  const height = level % HEIGHT;
  const tile = number / (WIDTH >> height);
  const left = (size >> (HEIGHT * tileLevel)) - tile * WIDTH;
  const path = tilePath(tileLevel, tile, left < WIDTH ? left : WIDTH);
  if (!tiles.has(path)) tiles.set(path, await get(path));
  const { status, bytes } = tiles.get(path);
  if (status !== 200) return { why: status === 404 ? "log-incomplete" : "unreachable" };
  if (bytes.length !== Number(left < WIDTH ? left : WIDTH) * HASH_BYTES) return { why: "log-incomplete" };
  const from = Number(number % (WIDTH >> height)) << Number(height);
  let hashes = [];
  for (let i = from; i < from + (1 << Number(height)); i++) hashes.push(bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES));
  while (hashes.length > 1) {
    const above = [];
    for (let i = 0; i < hashes.length; i += 2) above.push(await nodeHash(seal, hashes[i], hashes[i + 1]));
    hashes = above;
  }
  return { hash: hashes[0] };
}

/// `tile/0/x001/x234/067.p/12`.
export function tilePath(level, number, width) {
  const groups = [];
  for (let rest = number; groups.length === 0 || rest > 0n; rest /= 1000n) {
    groups.unshift(String(rest % 1000n).padStart(3, "0"));
  }
  const last = groups.pop();
  const name = [...groups.map((group) => `x${group}`), last].join("/");
  return `tile/${level}/${name}${width === WIDTH ? "" : `.p/${width}`}`;
}

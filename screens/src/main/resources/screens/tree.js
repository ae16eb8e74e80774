// The log's tree (RFC 6962 section 2.1, RFC 9162 section 2.1.3): hashes, and the two checks. Sizes
// and indexes are BigInt, hashes 32 bytes, proofs lists of hashes.
import { concat, equal } from "./bytes.js";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (seal, entry) => seal.sha256(concat(LEAF, entry));

export const nodeHash = (seal, left, right) => seal.sha256(concat(NODE, left, right));

/// Whether the leaf stands at that index in the tree of that size and root.
export async function isIncluded(seal, { index, size, leaf, proof, root }) {
  if (index < 0n || index >= size) return false;
  const way = upwards(index, size - 1n);
  let hash = leaf;
  for (const sibling of proof) {
    const side = way.next();
    if (side === null) return false;
    hash = side === "left" ? await nodeHash(seal, sibling, hash) : await nodeHash(seal, hash, sibling);
  }
  return way.isAtTop() && equal(hash, root);
}

/// Whether the tree of the old size and root is the beginning of the new one. Both have entries.
export async function isContinued(seal, { oldSize, oldRoot, newSize, newRoot, proof }) {
  if (oldSize < 1n || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot);
  if (proof.length === 0) return false;
  // An old tree that is one complete subtree of the new one is its own first hash.
  const [first, ...rest] = (oldSize & (oldSize - 1n)) === 0n ? [oldRoot, ...proof] : proof;
  let [node, last] = [oldSize - 1n, newSize - 1n];
  while (node & 1n) [node, last] = [node >> 1n, last >> 1n];
  const way = upwards(node, last);
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    const side = way.next();
    if (side === null) return false;
    if (side === "left") {
      oldHash = await nodeHash(seal, sibling, oldHash);
      newHash = await nodeHash(seal, sibling, newHash);
    } else {
      newHash = await nodeHash(seal, newHash, sibling);
    }
  }
  return way.isAtTop() && equal(oldHash, oldRoot) && equal(newHash, newRoot);
}

/// The way from a node to the root, where `last` is the number of the last node beside it: on which
/// side each sibling stands, `null` above the root.
function upwards(node, last) {
  return {
    isAtTop: () => last === 0n,
    next() {
      if (last === 0n) return null;
      const side = node & 1n || node === last ? "left" : "right";
      // On the right edge a node without a sibling is carried up unchanged.
      if (side === "left") while (!(node & 1n) && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
      [node, last] = [node >> 1n, last >> 1n];
      return side;
    },
  };
}

/// The spans of leaves `[from, to)` whose roots link an old size to a larger one, in the order of
/// the proof.
export function continuation(oldSize, newSize) {
  const spans = [];
  const grow = (from, to, whole) => {
    if (oldSize === to) {
      if (!whole) spans.push([from, to]);
      return;
    }
    const middle = from + largestPowerBelow(to - from);
    if (oldSize <= middle) {
      grow(from, middle, whole);
      spans.push([middle, to]);
    } else {
      grow(middle, to, false);
      spans.push([from, middle]);
    }
  };
  if (oldSize < newSize) grow(0n, newSize, true);
  return spans;
}

/// The complete subtrees `{level, number}` that a span of a proof is made of, largest first.
export function subtrees([from, to]) {
  const parts = [];
  for (let at = from; at < to; ) {
    let level = 0n;
    while (at + (2n << level) <= to) level += 1n;
    parts.push({ level, number: at >> level });
    at += 1n << level;
  }
  return parts;
}

const largestPowerBelow = (n) => 1n << BigInt((n - 1n).toString(2).length - 1);

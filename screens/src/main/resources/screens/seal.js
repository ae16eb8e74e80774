// SHA-256, HMAC and Ed25519: the browser's own where it has them, else those in `noble/`, which are
// fetched only then. A browser has none on plain http in a branch's network.
import { concat, fromHex, number } from "./bytes.js";

const ED25519 = { name: "Ed25519" };
const HMAC_BLOCK = 64;

/// Number of points that signatures live in (RFC 8032 section 5.1).
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/// RFC 8032 section 7.1, test 1: the signature of nothing.
const KNOWN_KEY = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
const KNOWN_SIGNATURE = fromHex(
  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
);

/// Gives `{by, sha256(bytes), verify(key, signature, message)}`; the last two are promises, of 32
/// bytes and of yes or no. `subtle` is the browser's, undefined where it has none.
export async function chooseSeal(subtle = globalThis.crypto?.subtle) {
  if (subtle) {
    const own = browserSeal(subtle);
    try {
      if (await own.verify(KNOWN_KEY, KNOWN_SIGNATURE, new Uint8Array())) return own;
    } catch (e) {
      // So a browser says that it does not know the algorithm; anything else is a fault of ours.
      if (!(e instanceof DOMException)) throw e;
    }
  }
  return nobleSeal();
}

function browserSeal(subtle) {
  return {
    by: "browser",
    sha256: async (bytes) => new Uint8Array(await subtle.digest("SHA-256", bytes)),
    verify: async (key, signature, message) =>
      hasOneSpelling(signature) &&
      subtle.verify(ED25519, await subtle.importKey("raw", key, ED25519, false, ["verify"]), signature, message),
  };
}

async function nobleSeal() {
  const [ed, { sha256, sha512 }] = await Promise.all([import("./noble/ed25519.js"), import("./noble/sha2.js")]);
  ed.hashes.sha512 = sha512;
  return {
    by: "noble",
    sha256: async (bytes) => sha256(bytes),
    verify: async (key, signature, message) =>
      hasOneSpelling(signature) && ed.verify(signature, message, key, { zip215: false }),
  };
}

/// The same signature with S + ORDER would verify in some programs as well.
function hasOneSpelling(signature) {
  return signature.length === 64 && number(signature.slice(32).reverse()) < ORDER;
}

/// HMAC-SHA-256 (RFC 2104) for a key of up to 64 bytes.
export async function hmac(seal, key, message) {
  const block = new Uint8Array(HMAC_BLOCK);
  block.set(key);
  const inner = await seal.sha256(concat(block.map((byte) => byte ^ 0x36), message));
  return seal.sha256(concat(block.map((byte) => byte ^ 0x5c), inner));
}

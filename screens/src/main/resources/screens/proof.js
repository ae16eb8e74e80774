// All that a phone can prove of a ticket: first offline, then against the log as it is now.
import { chooseSeal } from "./seal.js";
import { readKey } from "./note.js";
import { check, decode, isSealed, tokenOf } from "./receipt.js";
import { compare } from "./published.js";

/// Begins with the digits alone. Gives `{receipt, token, seal}`, or `{why}` as `decode` does.
export async function begin(digits) {
  const decoded = decode(digits);
  if (decoded.why) return decoded;
  const seal = await chooseSeal();
  return { ...decoded, seal, token: await tokenOf(seal, decoded.receipt) };
}

/// Gives `{state, why, ticket, size}`: `ok` (with why `not-compared` where the log of now did not
/// answer), `short` (the same, without a ticket), `failed`, or `unreachable` where not even the
/// log's key could be had.
export async function prove({ receipt, seal }, get) {
  const vkey = await get("vkey");
  if (vkey.status !== 200) return { state: "unreachable", why: "unreachable" };
  const key = await readKey(seal, new TextDecoder().decode(vkey.bytes));
  if (!key) return { state: "failed", why: "no-key" };
  const offline = await check(seal, receipt, key);
  if (offline.why) return { state: "failed", why: offline.why };
  const sound = { state: receipt.isFull ? "ok" : "short", why: "", ticket: offline.ticket };
  const now = await compare(seal, receipt, key, get);
  if (now.why === "unreachable") return { ...sound, why: "not-compared" };
  return now.why ? { ...sound, state: "failed", why: now.why } : { ...sound, size: now.size };
}

/// Holds what the server says of the visit against what the log sealed. Gives why it differs:
/// `other-visit`, `other-services`; else ``, and null where nothing can be said.
export async function agrees({ receipt, seal }, ticket, visit) {
  if (BigInt(visit.index) !== receipt.index) return "other-visit";
  if (!ticket) return null;
  if (visit.number !== ticket.number) return "other-visit";
  if (!visit.services) return null;
  return (await isSealed(seal, receipt, ticket, visit)) ? "" : "other-services";
}

/// Reads from `/log/` of this server, not from a copy that the browser kept.
export async function fromServer(path) {
  try {
    const answer = await fetch(`/log/${path}`, {
      cache: path.startsWith("tile/") ? "default" : "no-store",
      signal: AbortSignal.timeout(10_000),
    });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch (e) {
    console.warn(`/log/${path}: ${e}`);
    return { status: 0, bytes: new Uint8Array() };
  }
}

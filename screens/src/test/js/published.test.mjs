// A receipt held against the log as it is published later, over logs that the Java reference wrote.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(`${process.env.KEZEK_MODULES}/${name}.js`));
const [{ chooseSeal }, { readKey }, { decode }, { compare, tilePath }, { begin, prove }] = await Promise.all(
  ["seal", "note", "receipt", "published", "proof"].map(load),
);
const folder = process.env.KEZEK_VECTORS;
const vectors = JSON.parse(readFileSync(`${folder}/vectors.json`));
const receiptAt = (index, size) => vectors.receipts.find((one) => one.index === index && one.size === size);

/// `/log/` of one of the logs; `spoil` may change an answer.
const served = (name, spoil = (path, answer) => answer) => async (path) => {
  const file = `${folder}/logs/${name}/${path}`;
  if (path === "vkey") return { status: 200, bytes: new TextEncoder().encode(`${vectors.vkey}\n`) };
  const answer = existsSync(file)
    ? { status: 200, bytes: new Uint8Array(readFileSync(file)) }
    : { status: 404, bytes: new Uint8Array() };
  return spoil(path, answer);
};

const gone = { status: 0, bytes: new Uint8Array() };

for (const seal of [await chooseSeal(), await chooseSeal(null)]) {
  const key = await readKey(seal, vectors.vkey);
  const held = (sample, name, spoil) => compare(seal, decode(sample.digits).receipt, key, served(name, spoil));

  test(`${seal.by}: finds that a log which only grew is the same`, async () => {
    for (const size of [7, 8, 256, 257, 999, 1000, 66000]) {
      for (const sample of vectors.receipts.filter((one) => one.size <= size && one.opening.ground === undefined)) {
        assert.deepEqual(await held(sample, `grown-${size}`), { size: BigInt(size) }, `${sample.size} to ${size}`);
      }
    }
  });

  test(`${seal.by}: takes a log with a witness's line beside its own`, async () => {
    assert.deepEqual(await held(receiptAt(4, 7), "witnessed-1000"), { size: 1000n });
  });

  test(`${seal.by}: sees a log that is smaller, changed, or not signed`, async () => {
    assert.deepEqual(await held(receiptAt(4, 7), "grown-3"), { why: "log-smaller" });
    assert.deepEqual(await held(receiptAt(4, 7), "changed-1000"), { why: "log-changed" });
    assert.deepEqual(await held(receiptAt(0, 1000), "changed-1000"), { why: "log-changed" });
    assert.deepEqual(await held(receiptAt(4, 7), "unsigned-1000"), { why: "log-unsigned" });
  });

  test(`${seal.by}: sees every spoilt byte of the checkpoint and of the tiles`, async () => {
    const note = readFileSync(`${folder}/logs/grown-1000/checkpoint`);
    for (let at = 0; at < note.length; at++) {
      const answer = await held(receiptAt(4, 7), "grown-1000", (path, { status, bytes }) => {
        if (path === "checkpoint") bytes[at] ^= 1;
        return { status, bytes };
      });
      assert.equal(answer.why, "log-unsigned", `byte ${at}`);
    }
    for (const at of [0, 31, 4 * 32, 7 * 32, 255 * 32 + 31]) {
      const answer = await held(receiptAt(4, 7), "grown-256", (path, { status, bytes }) => {
        if (path.startsWith("tile/0/")) bytes[at] ^= 1;
        return { status, bytes };
      });
      assert.deepEqual(answer, { why: "log-changed" }, `byte ${at}`);
    }
  });

  test(`${seal.by}: says when parts are missing, and does not accuse when nobody answers`, async () => {
    const without = (answer) => (path, there) => (path.startsWith("tile/") ? answer : there);
    const sample = receiptAt(4, 7);
    assert.deepEqual(await held(sample, "grown-1000", without({ ...gone, status: 404 })), { why: "log-incomplete" });
    assert.deepEqual(await held(sample, "grown-1000", without({ ...gone, status: 200 })), { why: "log-incomplete" });
    assert.deepEqual(await held(sample, "grown-1000", without(gone)), { why: "unreachable" });
    assert.deepEqual(await held(sample, "grown-1000", without({ ...gone, status: 503 })), { why: "unreachable" });
    assert.deepEqual(await held(sample, "grown-1000", () => gone), { why: "unreachable" });
  });
}

test("says all of it in one word", async () => {
  const { digits, shortDigits, number } = receiptAt(4, 7);
  const said = async (text, get) => {
    const { state, why, ticket } = await prove(await begin(text), get);
    return [state, why, ticket?.number];
  };
  assert.deepEqual(await said(digits, served("grown-1000")), ["ok", "", number]);
  assert.deepEqual(await said(shortDigits, served("grown-1000")), ["short", "", undefined]);
  assert.deepEqual(await said(shortDigits, served("changed-1000")), ["failed", "log-changed", undefined]);
  assert.deepEqual(await said(digits, served("grown-3")), ["failed", "log-smaller", number]);
  const withoutCheckpoint = served("grown-7", (path, there) => (path === "checkpoint" ? gone : there));
  assert.deepEqual(await said(digits, withoutCheckpoint), ["ok", "not-compared", number]);
  assert.deepEqual(await said(digits, async () => gone), ["unreachable", "unreachable", undefined]);
  const noKey = async () => ({ status: 200, bytes: new TextEncoder().encode("a page of a hotel") });
  assert.deepEqual(await said(digits, noKey), ["failed", "no-key", undefined]);
  assert.deepEqual(await begin("12x"), { why: "not-digits" });
});

test("names tiles as the log does", () => {
  assert.equal(tilePath(0n, 0n, 256n), "tile/0/000");
  assert.equal(tilePath(1n, 1234067n, 12n), "tile/1/x001/x234/067.p/12");
  assert.equal(tilePath(0n, 1000n, 256n), "tile/0/x001/000");
});

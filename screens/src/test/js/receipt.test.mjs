// The check of a receipt, over what the Java reference made. The folder of the modules and of the
// vectors come from the test that starts this.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(`${process.env.KEZEK_MODULES}/${name}.js`));
const [{ fromHex, hex }, { chooseSeal }, { readKey }, { MAX_DIGITS, check, decode, isSealed, shortRoot, tokenOf }, { agrees }] =
  await Promise.all(["bytes", "seal", "note", "receipt", "proof"].map(load));
const vectors = JSON.parse(readFileSync(`${process.env.KEZEK_VECTORS}/vectors.json`));

const digitsOf = (bytes) => BigInt(`0x${hex(bytes)}`).toString();
const bytesOf = (digits) => {
  const text = BigInt(digits).toString(16);
  return fromHex(text.length % 2 ? `0${text}` : text);
};

/// What the page would say in all: `ok`, or the first thing that is wrong.
async function verdict(seal, digits, opening) {
  const { receipt, why } = decode(digits);
  if (why) return why;
  const judged = await check(seal, receipt, await readKey(seal, vectors.vkey));
  if (judged.why) return judged.why;
  if (judged.ticket && !(await isSealed(seal, receipt, judged.ticket, opening))) return "other-services";
  return "ok";
}

const browser = await chooseSeal();
const noble = await chooseSeal(null);

test("takes the browser's own where it is there, and the library where not", async () => {
  assert.equal(browser.by, "browser");
  assert.equal(noble.by, "noble");
  const refuses = { importKey: () => Promise.reject(new DOMException("no Ed25519", "NotSupportedError")) };
  assert.equal((await chooseSeal(refuses)).by, "noble");
  const broken = { importKey: () => Promise.reject(new TypeError("a fault of ours")) };
  await assert.rejects(chooseSeal(broken), TypeError);
});

for (const seal of [browser, noble]) {
  test(`${seal.by}: reads what the reference wrote, and finds it sound`, async () => {
    const key = await readKey(seal, vectors.vkey);
    for (const sample of vectors.receipts) {
      const { receipt } = decode(sample.digits);
      assert.equal(receipt.index, BigInt(sample.index));
      assert.equal(receipt.size, BigInt(sample.size));
      assert.equal(hex(receipt.root), sample.root);
      assert.equal(shortRoot(receipt.root).replace("\u2013", "").toLowerCase(), sample.root.slice(0, 8));
      const { ticket } = await check(seal, receipt, key);
      assert.equal(ticket.number, sample.number);
      assert.equal(ticket.arrival, sample.arrival);
      assert.ok(await isSealed(seal, receipt, ticket, sample.opening));
      // Fixed by the nonce of the samples, computed once with another program.
      assert.equal(await tokenOf(seal, receipt), "H6jAx5E8au1KxkiOjTyYHA");
    }
  });

  test(`${seal.by}: claims nothing of the ticket from the short form`, async () => {
    const key = await readKey(seal, vectors.vkey);
    for (const { shortDigits } of vectors.receipts) {
      assert.deepEqual(await check(seal, decode(shortDigits).receipt, key), { ticket: null });
    }
  });

  test(`${seal.by}: refuses a receipt in which any byte is another`, async () => {
    for (const sample of [vectors.receipts[3], vectors.receipts[8]]) {
      const whole = bytesOf(sample.digits);
      assert.equal(await verdict(seal, digitsOf(whole), sample.opening), "ok");
      for (let at = 0; at < whole.length; at++) {
        const spoilt = Uint8Array.from(whole);
        spoilt[at] ^= 1 << at % 8;
        assert.notEqual(await verdict(seal, digitsOf(spoilt), sample.opening), "ok", `byte ${at}`);
      }
    }
  });

  test(`${seal.by}: refuses a short form in which any byte that it vouches for is another`, async () => {
    const whole = bytesOf(vectors.receipts[3].shortDigits);
    // Index and nonce are not signed; of those the short form claims nothing.
    const isClaimed = (at) => at < 5 || (at >= 10 && at < 15) || at >= 31;
    for (let at = 0; at < whole.length; at++) {
      const spoilt = Uint8Array.from(whole);
      spoilt[at] ^= 1 << at % 8;
      if (isClaimed(at)) assert.notEqual(await verdict(seal, digitsOf(spoilt)), "ok", `byte ${at}`);
    }
  });

  test(`${seal.by}: says of each fault which it is`, async () => {
    const { digits, opening } = vectors.receipts[3];
    const changed = (at, byte) => {
      const bytes = bytesOf(digits);
      bytes[at] = byte;
      return digitsOf(bytes);
    };
    assert.equal(await verdict(seal, changed(0, 3), opening), "unknown-version");
    assert.equal(await verdict(seal, changed(0, 1), opening), "cut");
    assert.equal(await verdict(seal, changed(9, 7), opening), "past-tree");
    assert.equal(await verdict(seal, changed(9, 5), opening), "not-in-tree");
    assert.equal(await verdict(seal, changed(70, bytesOf(digits)[70] ^ 1), opening), "bad-signature");
    assert.equal(await verdict(seal, changed(20, 0xff), opening), "other-services");
    assert.equal(await verdict(seal, digitsOf(bytesOf(digits).slice(0, -32)), opening), "not-in-tree");
    assert.equal(await verdict(seal, digitsOf(bytesOf(digits).slice(0, -1)), opening), "cut");
    const { receipt } = decode(digits);
    const foreign = await readKey(seal, vectors.foreign);
    assert.deepEqual(await check(seal, receipt, foreign), { why: "foreign-key" });
  });

  test(`${seal.by}: takes no signed entry for a ticket that is none`, async () => {
    const key = await readKey(seal, vectors.vkey);
    for (const digits of vectors.noTicket) {
      assert.deepEqual(await check(seal, decode(digits).receipt, key), { why: "not-a-ticket" });
    }
  });

  test(`${seal.by}: takes a key in its one spelling only`, async () => {
    assert.ok(await readKey(seal, `${vectors.vkey}\n`));
    const [name, id, key] = vectors.vkey.split("+");
    const typed = vectors.vkey.slice(name.length + id.length + 2);
    const wrong = [
      "",
      name,
      `${name}+${id}`,
      `x${vectors.vkey}`,
      ` ${vectors.vkey}`,
      `${vectors.vkey}\n\n`,
      `${name}+${id.toUpperCase() === id ? "00000000" : id.toUpperCase()}+${typed}`,
      `${name}+${id}+${typed.slice(0, -1)}`,
      `${name}+${id}+${typed.slice(0, -4)}`,
      `${name}+00000000+${typed}`,
    ];
    for (const text of wrong) assert.equal(await readKey(seal, text), null, `${text} of ${key}`);
  });
}

test("refuses a fragment in which any digit is another", async () => {
  const { digits, opening } = vectors.receipts[3];
  for (let at = 0; at < digits.length; at++) {
    const other = (Number(digits[at]) + 1) % 10;
    const spoilt = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
    assert.notEqual(await verdict(browser, spoilt, opening), "ok", `digit ${at}`);
  }
});

test("refuses a fragment that is no receipt, by what it is", () => {
  const why = (digits) => decode(digits).why;
  assert.equal(why(""), "not-digits");
  assert.equal(why("0"), "not-digits");
  assert.equal(why(`0${vectors.receipts[0].digits}`), "not-digits");
  assert.equal(why(`${vectors.receipts[0].digits} `), "not-digits");
  assert.equal(why("١٢٣"), "not-digits");
  assert.equal(why("hello"), "not-digits");
  assert.equal(why("1"), "cut");
  assert.equal(why("2"), "cut");
  assert.equal(why("9".repeat(MAX_DIGITS)), "unknown-version");
  assert.equal(why("9".repeat(MAX_DIGITS + 1)), "too-long");
});

test("holds what the server says against what is sealed", async () => {
  const { digits, index, number, opening } = vectors.receipts[3];
  const found = { ...decode(digits), seal: browser };
  const { ticket } = await check(browser, found.receipt, await readKey(browser, vectors.vkey));
  const visit = { index, number, ground: null, ...opening };
  assert.equal(await agrees(found, ticket, visit), "");
  assert.equal(await agrees(found, ticket, { index, number }), null);
  assert.equal(await agrees(found, null, visit), null);
  assert.equal(await agrees(found, ticket, { ...visit, index: index + 1 }), "other-visit");
  assert.equal(await agrees(found, null, { ...visit, index: index + 1 }), "other-visit");
  assert.equal(await agrees(found, ticket, { ...visit, number: "K999" }), "other-visit");
  assert.equal(await agrees(found, ticket, { ...visit, services: ["ID-CARD"] }), "other-services");
  assert.equal(await agrees(found, ticket, { ...visit, services: [...opening.services].reverse() }), "other-services");
  assert.equal(await agrees(found, ticket, { ...visit, language: "ru" }), "other-services");
  assert.equal(await agrees(found, ticket, { ...visit, ground: "P-BABY" }), "other-services");
});

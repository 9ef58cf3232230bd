// The page must open on the old phone in the ward: the language of 2017, the Web APIs of 2018, few bytes, few requests.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import { once } from "node:events";
import path from "node:path";
import { after, before, test } from "node:test";
import zlib from "node:zlib";
import { parse } from "acorn";
import { startBrowser, startServer } from "./harness.mjs";
import { makeCard, makeCode, seal, shlink } from "./harness/urgent/card.mjs";
import { startDesk } from "./harness/urgent/desk.mjs";
import { bundle, summary } from "./harness/urgent/summary.mjs";

let server, desk, card;

before(async () => {
  server = await startServer();
  desk = await startDesk(server);
  card = await makeCard(desk.origin);
});

after(async () => {
  desk?.stop();
  await server?.stop();
});

const text = async (address) => (await fetch(server.origin + address)).text();

test("the scripts are ES2017", async () => {
  const page = await text("/u");
  const inside = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script);
  assert.equal(inside.length, 2);
  for (const script of inside) parse(script, { ecmaVersion: 2017, sourceType: "script" });
  assert.equal(await text("/urgent/sheet.js"), inside.join(""), "the app's preview draws with the same script");
  assert.ok(page.includes(await text("/urgent/sheet.css")), "and the same style");
});

test("opens a card and a typed code with the Web APIs of 2018", async () => {
  const browser = await startBrowser({ origin: desk.origin });
  await browser.context.addInitScript(() => {
    for (const name of ["DecompressionStream", "CompressionStream", "structuredClone", "queueMicrotask", "WeakRef", "globalThis"]) delete window[name];
    for (const [owner, names] of [
      [Object, ["fromEntries", "hasOwn", "groupBy"]],
      [Promise, ["allSettled", "any", "withResolvers", "try"]],
      [Promise.prototype, ["finally"]],
      [Array.prototype, ["at", "flat", "flatMap", "findLast", "findLastIndex", "toSorted", "toReversed", "with", "toSpliced"]],
      [Uint8Array, ["fromBase64", "fromHex"]],
      [Uint8Array.prototype, ["toBase64", "toHex"]],
      [Object.getPrototypeOf(Uint8Array.prototype), ["at", "findLast", "toSorted", "toReversed", "with"]],
      [String.prototype, ["at", "replaceAll", "matchAll", "trimStart", "trimEnd", "isWellFormed", "toWellFormed"]],
      [Element.prototype, ["replaceChildren", "checkVisibility", "setHTML", "toggleAttribute", "getHTML"]],
      [Document, ["parseHTMLUnsafe", "parseHTML"]],
      [AbortSignal, ["timeout", "any"]],
      [Response.prototype, ["bytes"]],
      [Crypto.prototype, ["randomUUID"]],
      [HTMLFormElement.prototype, ["requestSubmit"]],
    ]) for (const name of names) delete owner[name];
  });
  desk.serves(card, await seal(card, bundle({ parts: undefined, documents: [{ id: "x", title: "PAI" }] })));
  const code = await makeCode(shlink(card));
  desk.answers.set(`/api/cards/${code.lookup}`, () => ({ json: { sealed: code.sealed } }));
  await browser.page.goto(`/u#${shlink(card)}`);
  await browser.page.getByText("Pénicilline").waitFor();
  await browser.page.goto("about:blank");
  await browser.page.goto("/u");
  await browser.page.getByLabel("Code de la carte").fill(code.text);
  await browser.page.keyboard.press("Enter");
  await browser.page.getByText("Pénicilline").waitFor();
  assert.deepEqual(browser.fail, []);
  await browser.stop();
});

test("a browser that is too old says what to do", async () => {
  const browser = await startBrowser({ origin: desk.origin });
  await browser.context.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  await browser.page.goto(`/u#${shlink(card)}`);
  await browser.page.getByText("appelez le numéro qui y figure").waitFor();
  assert.equal(browser.page.url(), `${desk.origin}/u`);
  await browser.stop();
});

/** The rich example: the page and its answer as they travel, with their heads. */
test("a first visit takes at most 30 kB and 4 requests", async () => {
  const site = process.env.CARNET_SITE;
  const page = zlib.brotliCompressSync(fs.readFileSync(path.join(site, "u.html")));
  const jwe = await seal(card, summary("theo"));
  const { scripts, styles } = JSON.parse(fs.readFileSync(path.join(site, "urgent.json"), "utf8"));
  const policy = `default-src 'none'; script-src '${scripts.join("' '")}'; style-src '${styles}'; img-src data: blob:; connect-src 'self'`;
  const answer = zlib.gzipSync(JSON.stringify({ status: "can-change", files: [{ contentType: "application/fhir+json", embedded: jwe }] }), { level: 9 });
  const plain = http.createServer((request, response) => {
    const heads = { "content-security-policy": policy, "referrer-policy": "no-referrer", "x-frame-options": "DENY", "cache-control": "no-cache" };
    if (request.url === "/u") response.writeHead(200, { ...heads, "content-type": "text/html; charset=utf-8", "content-encoding": "br" }).end(page);
    else response.writeHead(200, { ...heads, "content-type": "application/json", "content-encoding": "gzip" }).end(answer);
  });
  let [bytes, requests] = [0, 0];
  plain.on("request", () => (requests += 1));
  plain.on("connection", (socket) => socket.on("close", () => (bytes += socket.bytesRead + socket.bytesWritten)));
  plain.listen(0, "127.0.0.1");
  await once(plain, "listening");
  const origin = `http://127.0.0.1:${plain.address().port}`;
  const browser = await startBrowser({ origin });
  try {
    await browser.page.goto(`/u#${shlink({ ...card, origin })}`);
    await browser.page.getByText("Pénicilline").first().waitFor();
  } finally {
    await browser.stop();
    plain.closeAllConnections();
    plain.close();
    await once(plain, "close");
  }
  console.log(`${bytes} bytes in ${requests} requests: ${page.length} of page, ${jwe.length} of sealed sheet`);
  assert.ok(bytes > 1000 && bytes <= 30_000, `${bytes} bytes`);
  assert.ok(requests <= 4, `${requests} requests`);
});

test("the own inflate gives what zlib packed, and never more than was allowed", () => {
  const source = fs.readFileSync(path.join(import.meta.dirname, "../../public/urgent/then/10-inflate.js"), "utf8");
  const inflate = new Function("no", `${source}; return inflate;`)((why) => new Error(why));
  const kinds = [
    (length) => randomBytes(length),
    (length) => Buffer.alloc(length, 0x41),
    (length) => Buffer.from("Pénicilline, latex et arachide ; ".repeat(1 + length / 30)).subarray(0, length),
    (length) => Buffer.from(Array.from(randomBytes(length), (byte) => byte & 7)),
  ];
  const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED } = zlib.constants;
  for (const length of [0, 1, 2, 300, 5_000, 70_000, 300_000]) {
    for (const kind of kinds) {
      const bytes = kind(length);
      for (const level of [0, 1, 6, 9]) {
        for (const strategy of [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED]) {
          const packed = zlib.deflateRawSync(bytes, { level, strategy, memLevel: 1 + (length % 9) });
          assert.ok(Buffer.from(inflate(packed, length)).equals(bytes), `${length} ${level} ${strategy}`);
          if (length > 2) assert.throws(() => inflate(packed, length - 1), /broken/);
          if (packed.length > 8) assert.throws(() => inflate(packed.subarray(0, packed.length - 5), length), /broken/);
        }
      }
    }
  }
  // Damaged bytes are refused or give other bytes; they never hang, and never break a bound.
  const packed = zlib.deflateRawSync(Buffer.from("Buccolam 7,5 mg ".repeat(200)));
  for (let round = 0; round < 3_000; round += 1) {
    const damaged = Buffer.from(packed);
    damaged[randomBytes(2).readUInt16BE() % damaged.length] ^= 1 << (round % 8);
    try {
      assert.ok(inflate(damaged, 10_000).length <= 10_000);
    } catch (error) {
      assert.equal(error.message, "broken");
    }
  }
  for (let round = 0; round < 3_000; round += 1) {
    try {
      inflate(randomBytes(round % 200), 10_000);
    } catch (error) {
      assert.equal(error.message, "broken");
    }
  }
});

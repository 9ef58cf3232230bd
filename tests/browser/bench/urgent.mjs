// A card on a weak phone: 400 kbit/s, 400 ms for each request, a processor slowed four times. Our page, and the same sealed
// sheet in a minimal viewer on `kill-the-clipboard`, both packed with brotli and served alike.

import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";
import { startBrowser } from "../harness.mjs";
import { viewer } from "../harness/urgent/abroad.mjs";
import { makeCard, seal, shlink } from "../harness/urgent/card.mjs";
import { summary } from "../harness/urgent/summary.mjs";

const RUNS = 7;
const NET = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const MINIMAL = '<!doctype html><link rel="icon" href="data:,"><title>Minimal</title><script type="module" src="/viewer.js"></script>';

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const pack = (text) => zlib.brotliCompressSync(Buffer.from(text));

/** Serves both pages, and answers for one card; counts what passes. */
async function serve(site, answer) {
  const { scripts, styles } = JSON.parse(fs.readFileSync(path.join(site, "urgent.json"), "utf8"));
  const policy = `default-src 'none'; script-src '${scripts.join("' '")}'; style-src '${styles}'; img-src data: blob:; connect-src 'self'`;
  const files = {
    "/u": ["text/html; charset=utf-8", pack(fs.readFileSync(path.join(site, "u.html"))), { "content-security-policy": policy }],
    "/minimal": ["text/html; charset=utf-8", pack(MINIMAL), {}],
    "/viewer.js": ["text/javascript", pack(await viewer()), {}],
  };
  const count = { bytes: 0, requests: 0 };
  const server = http.createServer((request, response) => {
    count.requests += 1;
    const [type, bytes, more] = files[request.url] ?? ["application/json", answer.packed, { "content-encoding": "gzip" }];
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "cache-control": "no-store", ...more }).end(bytes);
  });
  server.on("connection", (socket) => socket.on("close", () => (count.bytes += socket.bytesRead + socket.bytesWritten)));
  server.listen(0, "localhost");
  await once(server, "listening");
  return { server, count, origin: `http://localhost:${server.address().port}` };
}

/** Milliseconds from leaving for the page until the allergy can be read, in a browser that has never been there. */
async function visit(origin, address) {
  const browser = await startBrowser({ origin });
  const { page } = browser;
  await page.addInitScript(() => {
    const look = () => {
      if (document.body?.innerText.includes("Pénicilline")) requestAnimationFrame(() => (globalThis.readable = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", NET);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.readable);
  const milliseconds = await page.evaluate(() => globalThis.readable);
  await browser.stop();
  return milliseconds;
}

/** The figures of our page and of the minimal viewer, over the same sealed sheet. */
export async function measure(site, sheet = summary("theo")) {
  const answer = {};
  const { server, count, origin } = await serve(site, answer);
  const card = await makeCard(origin);
  const jwe = await seal(card, sheet);
  answer.packed = zlib.gzipSync(JSON.stringify({ status: "can-change", files: [{ contentType: "application/fhir+json", embedded: jwe }] }), { level: 9 });
  const link = shlink(card);
  const figures = { runs: RUNS, sheet: jwe.length };
  for (const [name, address] of Object.entries({ carnet: `/u#${link}`, minimal: `/minimal#${link}` })) {
    const times = [];
    let [bytes, requests] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      Object.assign(count, { bytes: 0, requests: 0 });
      times.push(await visit(origin, address));
      [bytes, requests] = [count.bytes, count.requests];
    }
    figures[name] = { milliseconds: median(times), bytes, requests };
  }
  server.closeAllConnections();
  server.close();
  return figures;
}

// Figures, side by side in one run: `cargo xtask bench`. Sealing and opening 100 MiB in Chromium, against the reference
// package and against the bare cipher, everything checked to be what it was; a carnet of many entries; the release binary's
// start and memory; what a first visit fetches. Times are medians.

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { print as printCurves } from "./bench/curves.mjs";
import { print as printFilms } from "./bench/films.mjs";
import { measure as measureMany } from "./bench/many.mjs";
import { measure, wire } from "./bench/server.mjs";
import { measure as measureUrgent } from "./bench/urgent.mjs";
import { startBrowser } from "./harness.mjs";

const HERE = import.meta.dirname;
const MODULE = process.env.CARNET_BENCH_MODULE;
const KINDS = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const IMPORTS = { "age-encryption": "/node_modules/age-encryption/dist/index.js", "@scure/base": "/node_modules/@scure/base/index.js" };
for (const part of ["ciphers", "curves", "hashes", "post-quantum"]) IMPORTS[`@noble/${part}/`] = `/node_modules/@noble/${part}/`;
const PAGE = `<!doctype html><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;

const files = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const send = (kind, bytes) => response.writeHead(200, { "content-type": kind }).end(bytes);
  if (pathname === "/") return send("text/html", PAGE);
  const file = pathname.startsWith("/module/") ? path.join(MODULE, pathname.slice(8)) : path.join(HERE, pathname);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  send(KINDS[path.extname(file)] ?? "text/plain", fs.readFileSync(file));
});
await new Promise((ready) => files.listen(0, "localhost", ready));
const origin = `http://localhost:${files.address().port}`;

const browser = await startBrowser({ origin });
await browser.page.goto("/");
browser.page.setDefaultTimeout(0);
const figures = await browser.page.evaluate(async () => (await import("/bench/sealing.mjs")).measure());
await browser.stop();
files.close();

const { seal, open } = figures.carnet;
const row = (name, { seal, open }) => console.log(`| ${name} | ${seal.toFixed(0)} | ${open.toFixed(0)} |`);
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model.trim()}, load ${os.loadavg()[0].toFixed(1)}; 100 MiB, median of ${figures.runs}\n`);
console.log("| in Chromium, MB/s | seal | open |\n|---|---|---|");
row("this program: age v1, post-quantum, with SHA-256 of the content", figures.carnet);
row("`age-encryption` 0.3.1", figures.reference);
row("bare ChaCha20-Poly1305 in wasm", figures.bare);
console.log(`\nagainst the reference: ${(seal / figures.reference.seal).toFixed(2)}x and ${(open / figures.reference.open).toFixed(2)}x`);
console.log(`against the bare cipher: ${((100 * seal) / figures.bare.seal).toFixed(0)} % and ${((100 * open) / figures.bare.open).toFixed(0)} %`);

const many = await measureMany();
const opening = ({ listed, shown }) => `${shown.toFixed(0)} ms, after ${listed.toFixed(0)} ms from the passphrase to the list of carnets`;
console.log(`\nopening a carnet of ${many.entries} entries, median of ${many.runs}: the first time ${opening(many.first)}; from the shelf ${opening(many.again)}`);

const server = await measure(process.env.CARNET_BIN);
console.log(`\nstart to first page, median of ${server.runs}: ${server.first.toFixed(0)} ms on a new folder, ${server.again.toFixed(0)} ms on a used one`);
console.log(`resident memory when idle: ${server.memory.toFixed(1)} MiB; highest while ${many.people} people wrote at once: ${many.loaded.toFixed(1)} MiB, after all: ${many.served.toFixed(1)} MiB`);

const sizes = wire(process.env.CARNET_SITE);
const sum = sizes.module + sizes.scripts;
console.log(`over the wire (brotli): ${sum.toFixed(0)} kB of module and scripts, ${sizes.style.toFixed(1)} kB of style, ${sizes.page.toFixed(1)} kB for the first page`);
console.log(`once somebody is in: ${sizes.own.toFixed(0)} kB more`);
console.log(`only when there is such work: ${sizes.worker.toFixed(0)} kB for pictures and the example`);

const urgent = await measureUrgent(process.env.CARNET_SITE);
console.log(`\na card on 400 kbit/s, 400 ms, processor slowed 4 times, a sealed sheet of ${urgent.sheet} bytes, median of ${urgent.runs}:`);
console.log("| | readable allergy, ms | bytes | requests |\n|---|---|---|---|");
for (const [name, key] of [["the page `/u`", "carnet"], ["minimal viewer on `kill-the-clipboard`", "minimal"]]) {
  const { milliseconds, bytes, requests } = urgent[key];
  console.log(`| ${name} | ${milliseconds.toFixed(0)} | ${bytes} | ${requests} |`);
}

await printCurves();
await printFilms();

// A film of 1 GiB from the file to the server: how fast, and how much memory the page takes beyond what it takes at rest, all that
// waits for a collector included; and how long a seek takes until the picture stands.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Person, addAuthenticator, film, longFilm, startBrowser, startServer, visit } from "../harness.mjs";
import { makesDepositLink } from "../harness/team.mjs";
import { startPlain } from "./plain.mjs";

/** In MiB: the second may take no more memory than the first. */
const SIZES = (process.env.CARNET_FILMS ?? "100,1024").split(",").map(Number);
const RUNS = Number(process.env.CARNET_FILM_RUNS ?? 3);
const SEEKS = 12;
const MIB = 1024 * 1024;

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

async function leaves(address, file) {
  const browser = await startPlain(address);
  // The service worker answers for the page, as on every visit but the very first.
  await browser.until(`Boolean(document.querySelector("#deposit-files") && navigator.serviceWorker.controller)`);
  await browser.picks("#deposit-files", file);
  await new Promise((rest) => setTimeout(rest, 1500));
  const over = browser.watches();
  const start = performance.now();
  await browser.evaluate(`[...document.querySelectorAll("button")].find((one) => one.innerText.trim() === "Déposer").click()`);
  await browser.until(`Boolean(document.querySelector("#left"))`);
  const seconds = (performance.now() - start) / 1000;
  const { page, around } = over();
  await browser.stop();
  return { seconds, page, around };
}

async function seeks(page) {
  await page.waitForFunction(() => document.querySelector("video")?.readyState >= 2);
  return page.evaluate(async (count) => {
    const video = document.querySelector("video");
    const times = [];
    for (let number = 0; number < count; number += 1) {
      const start = performance.now();
      video.currentTime = (video.duration * ((number * 7) % count + 0.5)) / count;
      await new Promise((shown) => video.addEventListener("seeked", shown, { once: true }));
      times.push(performance.now() - start);
    }
    return times;
  }, SEEKS);
}

/** Figures of films. */
export async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-films-"));
  const server = await startServer({ counts: true });
  const mother = await startBrowser({ origin: server.origin, viewport: { width: 1280, height: 900 } });
  const { page } = mother;
  page.setDefaultTimeout(0);
  await addAuthenticator(page);
  const person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.opensCarnet("Léo");
  const carnet = new URL(page.url()).pathname;
  const address = await makesDepositLink({ page, person }, carnet, "Mesure");
  const long = film(path.join(folder, "longue.mp4"), { seconds: 60 });
  await visit(page, `${carnet}/ajouter-documents`);
  await page.locator("#pick").setInputFiles(long);
  await page.getByText("longue.mp4").first().waitFor();
  await page.locator("#keep-all").click();
  await person.at("Documents");
  await page.getByRole("link", { name: "longue" }).click();
  const latencies = await seeks(page);
  await mother.stop();
  const sent = [];
  for (const megabytes of SIZES) {
    const file = longFilm(path.join(folder, `${megabytes}.mp4`), megabytes);
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await leaves(address, file));
    const of = (name) => median(runs.map((run) => run[name]));
    sent.push({ megabytes, seconds: of("seconds"), page: of("page"), around: of("around") });
    fs.rmSync(file);
  }
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  return { seek: median(latencies), slowest: Math.max(...latencies), sent };
}

/** Prints them. */
export async function print() {
  const { seek, slowest, sent } = await measure();
  console.log(`\nfilms: a seek shows its picture after ${seek.toFixed(0)} ms (median of ${SEEKS}; slowest ${slowest.toFixed(0)} ms)`);
  for (const { megabytes, seconds, page, around } of sent) {
    const speed = ((megabytes * MIB) / 1e6 / seconds).toFixed(0);
    console.log(`${megabytes} MiB sealed and sent, median of ${RUNS}: ${speed} MB/s, at most ${page.toFixed(0)} MiB over the page at rest, ${around.toFixed(0)} MiB over the browser around it`);
  }
  const [least, most] = [sent[0], sent.at(-1)];
  console.log(`the longest takes ${(most.page / least.page).toFixed(2)} times the memory of the shortest`);
}

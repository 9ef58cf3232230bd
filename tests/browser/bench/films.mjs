// A film of 1 GiB from the file to the server: how fast, and how much memory the page takes beyond what it takes at rest; and how
// long a seek takes until the picture stands.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Person, addAuthenticator, film, longFilm, ready, startBrowser, startServer, visit } from "../harness.mjs";

/** In MiB: the second may take no more memory than the first. */
const SIZES = (process.env.CARNET_FILMS ?? "100,1024").split(",").map(Number);
const SEEKS = 12;
const MIB = 1024 * 1024;

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** What a process was started with, what started it, and the bytes that it has in memory; nothing once it is gone. */
function known(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, "latin1");
    const number = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { command: fs.readFileSync(`/proc/${pid}/cmdline`, "latin1"), parent: number("PPid"), bytes: number("VmRSS") * 1024 };
  } catch {
    return null;
  }
}

/** Bytes that the largest page of the browser with this profile has in memory. */
function resident(profile) {
  const ours = (process) => {
    for (let above = process; above; above = known(above.parent)) if (above.command.includes(`--user-data-dir=${profile}`)) return true;
    return false;
  };
  const all = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(known);
  const pages = all.filter((process) => process?.command.includes("--type=renderer") && ours(process));
  return Math.max(0, ...pages.map(({ bytes }) => bytes));
}

async function leaves(address, file, origin) {
  const browser = await startBrowser({ origin });
  const { page, profile } = browser;
  page.setDefaultTimeout(0);
  await page.goto(address);
  await ready(page);
  await page.locator("#deposit-files").setInputFiles(file);
  await page.waitForTimeout(1500);
  const idle = resident(profile);
  let peak = idle;
  const look = setInterval(() => (peak = Math.max(peak, resident(profile))), 40);
  const start = performance.now();
  await page.getByRole("button", { name: "Déposer" }).click();
  await page.getByRole("heading", { name: "C'est déposé" }).waitFor();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(look);
  await browser.stop();
  return { seconds, over: (peak - idle) / MIB };
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
  const server = await startServer();
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
  await visit(page, `${carnet}/liens-depot`);
  await person.hand.write("Pour qui ?", "Mesure");
  await person.hand.press("Faire le lien", { role: "button" });
  const address = await page.getByLabel("Le lien", { exact: true }).inputValue();
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
    sent.push({ megabytes, ...(await leaves(address, file, server.origin)) });
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
  for (const { megabytes, seconds, over } of sent) {
    console.log(`${megabytes} MiB sealed and sent: ${((megabytes * MIB) / 1e6 / seconds).toFixed(0)} MB/s, at most ${over.toFixed(0)} MiB over the page at rest`);
  }
}

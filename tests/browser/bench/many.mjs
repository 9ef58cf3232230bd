// Many entries on the one release binary: what the server weighs under load, and how long a carnet of 10,000 entries takes
// to open in a browser that has never seen it, and in one that keeps it.

import { execFile } from "node:child_process";
import fs from "node:fs";
import { promisify } from "node:util";
import { Person, startBrowser, startServer } from "../harness.mjs";

const ENTRIES = 10_000;
const CROWD = 16;
const RUNS = 5;

const run = promisify(execFile);
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

const medians = (runs) => ({ listed: median(runs.map((run) => run.listed)), shown: median(runs.map((run) => run.shown)) });

/** Resident memory in MiB, now and at its highest. */
function memory(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  const mebibytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  return { now: mebibytes("VmRSS"), highest: mebibytes("VmHWM") };
}

/** Fills the server: people with carnets of so many entries, all at once. Gives back [name, passphrase] of each. */
async function crowd(server, people, entries) {
  const { stdout } = await run(process.env.CARNET_BENCH_CROWD, [server.listen, String(people), String(entries)]);
  return stdout.trim().split("\n").map((line) => line.split("\t"));
}

/** Milliseconds from the passphrase to the list of carnets, and from pressing the carnet's name to what its page is for. */
async function opens(page, enters) {
  const pressed = performance.now();
  await enters();
  const carnet = page.getByRole("main").getByRole("link", { name: /Léo/ });
  await carnet.waitFor();
  const listed = performance.now() - pressed;
  const shown = await carnet.evaluate(async (link) => {
    const shown = () => document.querySelector("main h1")?.textContent.includes("Léo") && document.body.textContent.includes("agent ");
    const start = performance.now();
    link.click();
    while (!shown()) await new Promise((next) => setTimeout(next));
    return performance.now() - start;
  });
  return { listed, shown };
}

async function signsIn(person, [name, passphrase]) {
  await person.arrives("/fr/entrer");
  await person.page.getByText("Avec un nom et une phrase secrète").click();
  await person.hand.write("Nom pour entrer", name);
  await person.hand.write("Phrase secrète", passphrase);
}

export async function measure() {
  const server = await startServer();
  try {
    const idle = memory(server.pid).now;
    const crowded = await crowd(server, CROWD, 500);
    const loaded = memory(server.pid).highest;
    const [person] = await crowd(server, 1, ENTRIES);
    const [first, again] = [[], []];
    for (let turn = 0; turn < RUNS; turn += 1) {
      const browser = await startBrowser({ origin: server.origin });
      const somebody = new Person(browser.page);
      await signsIn(somebody, person);
      first.push(await opens(browser.page, () => somebody.hand.press(/^Entrer$/)));
      // What was opened is kept on the device soon after.
      await browser.page.waitForTimeout(2000);
      await somebody.arrives("/fr/carnets");
      await somebody.hand.write("Votre phrase secrète", person[1]);
      again.push(await opens(browser.page, () => somebody.hand.press(/^Déverrouiller$/)));
      await browser.stop();
    }
    return { entries: ENTRIES, runs: RUNS, first: medians(first), again: medians(again), idle, loaded, people: crowded.length, served: memory(server.pid).highest };
  } finally {
    await server.stop();
  }
}

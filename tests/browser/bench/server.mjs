// The one release binary: how soon it answers, what it weighs, and what it sends for a first visit.

import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const RUNS = 7;

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => probe.once("listening", ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Starts it on a folder; milliseconds until the first page is out, and resident memory then. */
async function start(binary, data) {
  const port = await freePort();
  const environment = { CARNET_LISTEN: `127.0.0.1:${port}`, CARNET_DATA: data, CARNET_LOG: "warn" };
  const began = performance.now();
  const child = spawn(binary, [], { env: environment, cwd: data, stdio: "ignore" });
  const ended = new Promise((end) => child.once("exit", end));
  for (;;) {
    try {
      await (await fetch(`http://127.0.0.1:${port}/fr`)).text();
      break;
    } catch {
      if (child.exitCode !== null) throw new Error("the server ended");
      await new Promise((later) => setTimeout(later, 2));
    }
  }
  const milliseconds = performance.now() - began;
  const status = fs.readFileSync(`/proc/${child.pid}/status`, "utf8");
  child.kill("SIGTERM");
  await ended;
  return { milliseconds, mebibytes: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024 };
}

/** Figures of the binary: on a new folder, and on one that it has used. */
export async function measure(binary) {
  const [fresh, used] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-bench-"));
    fresh.push(await start(binary, data));
    used.push(await start(binary, data));
    fs.rmSync(data, { recursive: true });
  }
  const of = (runs, name) => median(runs.map((run) => run[name]));
  return { first: of(fresh, "milliseconds"), again: of(used, "milliseconds"), memory: of(used, "mebibytes"), runs: RUNS };
}

/** Kilobytes over the wire, compressed, for the module and its scripts. */
export function wire(site) {
  const { assets } = JSON.parse(fs.readFileSync(path.join(site, "pages.json"), "utf8"));
  const size = (name) => fs.statSync(path.join(site, assets, `${name}.br`)).size / 1000;
  const page = fs.statSync(path.join(site, "fr.html.br")).size / 1000;
  return { module: size("app.wasm"), scripts: size("app.js") + size("start.js") + size("parts.js"), own: size("split_own.wasm"), style: size("carnet.css"), worker: size("heavy.wasm") + size("heavy.js"), page };
}

// A real server, behind a wire tap: whatever the browser sends or gets passes through here and is kept,
// so that a test can search all of it for what must never travel.

import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const START = 20_000;

/** Starts the server. `settings` adds to its environment; `data` takes up an older folder again; `counts`: what passes is counted
 * and not kept, for films. */
export async function startServer({ settings = {}, data, counts = false } = {}) {
  const folder = data ?? fs.mkdtempSync(path.join(os.tmpdir(), "carnet-test-"));
  const { port, release } = await freePort();
  const tap = await startTap(port, !counts);
  await release();
  const origin = `http://localhost:${tap.port}`;
  const environment = {
    PATH: process.env.PATH,
    CARNET_LISTEN: `127.0.0.1:${port}`,
    CARNET_ORIGIN: origin,
    CARNET_DATA: folder,
    CARNET_SITE: need("CARNET_SITE"),
    ...settings,
  };
  const child = spawn(need("CARNET_BIN"), [], { env: environment, cwd: folder });
  let log = "";
  child.stdout.on("data", (bytes) => (log += bytes));
  child.stderr.on("data", (bytes) => (log += bytes));
  const ended = once(child, "exit");

  await answering(port, child, () => log);
  return {
    origin,
    pid: child.pid,
    /** Its own address, past the wire tap. */
    listen: environment.CARNET_LISTEN,
    data: folder,
    log: () => log,
    /** All bytes from the browser to the server, then all the other way. */
    traffic: () => tap.traffic(),
    /** How many bytes that is, either way. */
    passed: () => ({ ...tap.passed }),
    /** The server is still there, the network is not. */
    cut: (yes) => tap.cut(yes),
    /** No goodbye. */
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop({ keep = false } = {}) {
      tap.close();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
        await ended;
        clearTimeout(late);
      }
      if (!keep) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port, child, log) {
  for (const end = Date.now() + START; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${log()}`);
    try {
      await fetch(`http://127.0.0.1:${port}/fr`, { redirect: "manual" });
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 25));
    }
  }
  throw new Error(`the server does not answer:\n${log()}`);
}

async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  // Held until the tap has a port of its own, which would else be this one now and then.
  const release = async () => {
    probe.close();
    await once(probe, "close");
  };
  return { port, release };
}

async function startTap(target, keeps) {
  const sent = [];
  const got = [];
  const passed = { sent: 0, got: 0 };
  const open = new Set();
  let dead = false;
  const tap = net.createServer((near) => {
    if (dead) return near.destroy();
    const far = net.connect(target, "127.0.0.1");
    for (const end of [near, far]) {
      open.add(end);
      end.on("close", () => open.delete(end));
      end.on("error", () => [near, far].forEach((both) => both.destroy()));
    }
    near.on("data", (bytes) => {
      passed.sent += bytes.length;
      if (keeps) sent.push(bytes);
    });
    far.on("data", (bytes) => {
      passed.got += bytes.length;
      if (keeps) got.push(bytes);
    });
    near.pipe(far);
    far.pipe(near);
  });
  tap.listen(0, "localhost");
  await once(tap, "listening");
  return {
    port: tap.address().port,
    passed,
    traffic() {
      if (!keeps) throw new Error("what passed was only counted");
      return { sent: Buffer.concat(sent), got: Buffer.concat(got) };
    },
    cut(yes) {
      dead = yes;
      if (yes) open.forEach((end) => end.destroy());
    },
    close() {
      tap.close();
      open.forEach((end) => end.destroy());
    },
  };
}

function need(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`cargo xtask test\``);
  return value;
}

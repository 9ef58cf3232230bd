// A Chromium that is told what to do and not listened to: the debugger that other tests use holds on to what every request sent,
// so that memory would be measured that no visitor's browser takes.

import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const MIB = 1024 * 1024;
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a process was started with, what started it, and the bytes that it has in memory; nothing once it is gone. */
function known(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, "latin1");
    const number = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { pid, command: fs.readFileSync(`/proc/${pid}/cmdline`, "latin1"), parent: number("PPid"), bytes: number("VmRSS") * 1024 };
  } catch {
    return null;
  }
}

/** Opens a page in a browser of its own. */
export async function startPlain(address) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-plain-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--window-size=390,844"];
  const child = spawn(
    process.env.CARNET_CHROMIUM ?? "/usr/bin/chromium",
    [...flags, `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  let heard = "";
  from.setEncoding("utf8");
  from.on("data", (more) => {
    const messages = (heard + more).split("\0");
    heard = messages.pop();
    for (const { id, result, error } of messages.map((text) => JSON.parse(text))) waiting.get(id)?.(result ?? { error });
  });
  let sessionId;
  const call = (method, params = {}) =>
    new Promise((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const page = async () => (await call("Target.getTargets")).targetInfos.find(({ type }) => type === "page");
  while (!(await page())) await later(50);
  ({ sessionId } = await call("Target.attachToTarget", { targetId: (await page()).targetId, flatten: true }));
  const evaluate = async (expression) => {
    const { result } = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    return result?.value;
  };
  await call("Page.navigate", { url: address });

  const processes = () => {
    const ours = (one) => {
      for (let above = one; above; above = known(above.parent)) if (above.pid === child.pid) return true;
      return false;
    };
    const all = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(known);
    return all.filter((one) => one && ours(one));
  };
  /** The largest page, and the browser around it. */
  const watched = () => {
    const pages = processes().filter(({ command }) => command.includes("--type=renderer"));
    return { page: pages.toSorted((one, other) => other.bytes - one.bytes)[0].pid, around: child.pid };
  };
  return {
    evaluate,
    /** Waits until this holds on the page. */
    async until(expression) {
      while (!(await evaluate(expression))) await later(100);
    },
    /** Picks a file for a field. */
    async picks(selector, file) {
      const { root } = await call("DOM.getDocument");
      const { nodeId } = await call("DOM.querySelector", { nodeId: root.nodeId, selector });
      await call("DOM.setFileInputFiles", { nodeId, files: [file] });
      await call("DOM.disable");
    },
    /** Looks at the memory until it is told to stop; gives back by how many MiB the page, and the browser around it, went over now. */
    watches() {
      const pids = watched();
      const now = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, (known(pid)?.bytes ?? 0) / MIB]));
      const rest = now();
      const peak = { ...rest };
      const look = setInterval(() => {
        for (const [name, megabytes] of Object.entries(now())) peak[name] = Math.max(peak[name], megabytes);
      }, 40);
      return () => {
        clearInterval(look);
        return { page: peak.page - rest.page, around: peak.around - rest.around };
      };
    },
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      await later(300);
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

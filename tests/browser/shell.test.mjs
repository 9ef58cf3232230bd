// The service worker keeps the shell: pages open without network, a slow network is not waited for, and a new version
// takes nothing away from a page of the old one. Two versions of the site, from a small server that can fail.

import assert from "node:assert/strict";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ready, startBrowser } from "./harness.mjs";

const types = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm",
};

let server, browser, page, folder;
const net = { site: "", up: true, delay: 0 };

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-shell-"));
  for (const version of ["000000000001", "000000000002"]) copySite(version);
  net.site = path.join(folder, "000000000001");
  server = http.createServer(answer).listen(0, "localhost");
  await once(server, "listening");
  browser = await startBrowser({ origin: `http://localhost:${server.address().port}` });
  page = browser.page;
});

after(async () => {
  await browser?.stop();
  server?.close();
  server?.closeAllConnections();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("the shell", { concurrency: 1 }, () => {
  test("is kept at the first visit", async () => {
    await open("/fr");
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    assert.deepEqual(await kept(), ["000000000001"]);
  });

  test("of a new version waits while a page of the old one is open", async () => {
    net.site = path.join(folder, "000000000002");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await until(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null));
    const other = await browser.context.newPage();
    await other.goto("/fr/entrer");
    await ready(other);
    assert.deepEqual(await kept(), ["000000000001", "000000000002"]);
    await other.close();
  });

  test("of a new version comes in when the last page is loaded anew, and the old one goes", async () => {
    await page.reload();
    await ready(page);
    await until(async () => (await kept()).length === 1);
    assert.deepEqual(await kept(), ["000000000002"]);
  });

  test("opens every kind of address without network", async () => {
    net.up = false;
    for (const address of ["/", "/en", "/fr/carnets/abc/documents/def", "/fr-simple/reglages"]) {
      await open(address);
      assert.equal(await page.locator("main h1").count(), 1, address);
    }
    net.up = true;
  });

  test("does not wait for a slow network longer than a person would", async () => {
    net.delay = 20_000;
    const start = Date.now();
    await open("/fr/retrouver");
    assert.ok(Date.now() - start < 15_000);
    net.delay = 0;
  });

  test("never answers for the server's own words", async () => {
    net.up = false;
    const answered = await page.evaluate(() => fetch("/api/challenge").then(() => true, () => false));
    net.up = true;
    assert.equal(answered, false);
  });
});

async function open(address) {
  await page.goto(address);
  await ready(page);
}

/** Looks again and again until something holds. */
async function until(holds) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail("waited in vain");
}

async function kept() {
  const names = await page.evaluate(() => caches.keys());
  return names.map((name) => name.match(/[0-9a-f]{12}/)[0]).sort();
}

/** The built site under another number. */
function copySite(version) {
  const from = process.env.CARNET_SITE;
  const to = path.join(folder, version);
  const { assets } = JSON.parse(fs.readFileSync(path.join(from, "pages.json"), "utf8"));
  fs.cpSync(from, to, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  fs.renameSync(path.join(to, assets), path.join(to, "pkg", version));
  for (const name of fs.readdirSync(to, { recursive: true })) {
    if (!/\.(html|js|json)$/.test(name)) continue;
    const text = fs.readFileSync(path.join(to, name), "utf8");
    fs.writeFileSync(path.join(to, name), text.replaceAll(assets, `pkg/${version}`));
  }
}

function answer(request, response) {
  if (!net.up) return request.socket.destroy();
  const { pathname } = new URL(request.url, "http://localhost");
  const file = fileAt(pathname === "/" ? "/fr" : pathname);
  const type = types[path.extname(file ?? "")] ?? "application/octet-stream";
  const send = () => {
    response.writeHead(file ? 200 : 404, { "content-type": type, "cache-control": "no-cache" });
    response.end(file ? fs.readFileSync(file) : "");
  };
  if (net.delay && type === "text/html") setTimeout(send, net.delay).unref();
  else send();
}

/** The file that stands at an address: itself, or the page whose pattern fits. */
function fileAt(pathname) {
  const itself = path.join(net.site, path.normalize(pathname));
  if (fs.existsSync(itself) && fs.statSync(itself).isFile()) return itself;
  const { pages } = JSON.parse(fs.readFileSync(path.join(net.site, "pages.json"), "utf8"));
  const parts = pathname.split("/");
  const fits = ({ pattern }) => {
    const wanted = pattern.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(":") || part === parts[at]);
  };
  const page = pages.find(fits);
  return page ? path.join(net.site, page.file) : undefined;
}

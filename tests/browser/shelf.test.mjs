// The shelf on a real disk: the contract that every shelf keeps, and what only a browser can do to one.

import assert from "node:assert/strict";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { startBrowser } from "./harness.mjs";

const folder = process.env.CARNET_SHELF_CONTRACT;
const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
const page0 = `<!doctype html><title>shelf</title><script type="module">
  import load, * as shelf from "/shelf.js";
  await load({ module_or_path: "/shelf.wasm" });
  window.shelf = shelf;
</script>`;

let server, browser, page;

before(async () => {
  assert.ok(folder, "CARNET_SHELF_CONTRACT is not set: run the tests with `cargo xtask test`");
  server = http.createServer((request, response) => {
    const file = path.join(folder, path.normalize(request.url));
    const known = types[path.extname(file)] && fs.existsSync(file);
    response.setHeader("content-type", known ? types[path.extname(file)] : "text/html");
    response.end(known ? fs.readFileSync(file) : page0);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  browser = await startBrowser({ origin: `http://localhost:${server.address().port}` });
  page = browser.page;
});

after(async () => {
  await browser?.stop();
  server?.close();
});

async function open(where = page) {
  await where.goto("/");
  await where.waitForFunction(() => window.shelf);
}

describe("the shelf over IndexedDB", () => {
  beforeEach(async () => {
    browser.fail.length = 0;
    await open();
  });

  // First of all: Chromium remembers for a while how much room there was.
  test("writes nothing of a batch for which there is no room", async () => {
    const cdp = await page.context().newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 5_000_000 });
    await page.evaluate(() => window.shelf.keep(new window.shelf.Opened("full"), [1]));
    const refused = await page.evaluate(() =>
      window.shelf.keep(new window.shelf.Opened("full"), [2, 2, 9_000_000]).catch((error) => error.message),
    );
    await cdp.send("Storage.overrideQuotaForOrigin", { origin });
    assert.equal(refused, "this device cannot keep or find something");
    const sizes = await page.evaluate(async () => [...(await window.shelf.sizes(new window.shelf.Opened("full")))]);
    assert.deepEqual(sizes, [1]);
  });

  test("keeps the contract of all shelves", async () => {
    const promises = await page.evaluate(() => window.shelf.run("contract"));
    assert.ok(promises >= 11, `${promises} promises`);
    assert.deepEqual(browser.fail, []);
  });

  test("still has everything after a reload", async () => {
    await page.evaluate(() => window.shelf.keep(new window.shelf.Opened("kept"), [3, 70_000, 0]));
    await open();
    const sizes = await page.evaluate(async () => [...(await window.shelf.sizes(new window.shelf.Opened("kept")))]);
    assert.deepEqual(sizes, [3, 70_000, 0]);
  });

  test("takes up again after another window cleared it", async () => {
    const sizes = await page.evaluate(async () => {
      const opened = new window.shelf.Opened("cleared");
      await window.shelf.keep(opened, [5]);
      await new Promise((done, failed) => {
        const gone = indexedDB.deleteDatabase("cleared");
        Object.assign(gone, { onsuccess: done, onerror: failed, onblocked: failed });
      });
      await window.shelf.keep(opened, [6, 7]);
      return [...(await window.shelf.sizes(opened))];
    });
    assert.deepEqual(sizes, [6, 7]);
  });

  test("does not stand in the way of a newer version, and does not touch it", async () => {
    const refused = await page.evaluate(async () => {
      const opened = new window.shelf.Opened("newer");
      await window.shelf.keep(opened, [5]);
      const newer = await new Promise((done, failed) => {
        const request = indexedDB.open("newer", 1000);
        Object.assign(request, { onsuccess: () => done(request.result), onerror: failed, onblocked: failed });
      });
      const said = await window.shelf.keep(opened, [6]).catch((error) => error.message);
      newer.close();
      return said;
    });
    assert.equal(refused, "this device cannot keep or find something");
  });
});

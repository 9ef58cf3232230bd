// The shelf on a real disk: the contract that every shelf keeps, and what only a browser can do to one.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { openModule, serveModule } from "./harness/module.mjs";
import { startBrowser } from "./harness.mjs";

let server, browser, page;

before(async () => {
  server = await serveModule();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
});

after(async () => {
  await browser?.stop();
  server?.stop();
});

describe("the shelf over IndexedDB", () => {
  beforeEach(async () => {
    browser.fail.length = 0;
    await openModule(page);
  });

  // First of all: Chromium remembers for a while how much room there was.
  test("writes nothing of a batch for which there is no room", async () => {
    const cdp = await page.context().newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 5_000_000 });
    await page.evaluate(() => window.store.keep(new window.store.Opened("full"), [1]));
    const refused = await page.evaluate(() =>
      window.store.keep(new window.store.Opened("full"), [2, 2, 9_000_000]).catch((error) => error.message),
    );
    await cdp.send("Storage.overrideQuotaForOrigin", { origin });
    assert.equal(refused, "this device cannot keep or find something");
    const sizes = await page.evaluate(async () => [...(await window.store.sizes(new window.store.Opened("full")))]);
    assert.deepEqual(sizes, [1]);
  });

  test("keeps the contract of all shelves", async () => {
    const promises = await page.evaluate(() => window.store.run("contract"));
    assert.ok(promises >= 11, `${promises} promises`);
    assert.deepEqual(browser.fail, []);
  });

  test("still has everything after a reload", async () => {
    await page.evaluate(() => window.store.keep(new window.store.Opened("kept"), [3, 70_000, 0]));
    await openModule(page);
    const sizes = await page.evaluate(async () => [...(await window.store.sizes(new window.store.Opened("kept")))]);
    assert.deepEqual(sizes, [3, 70_000, 0]);
  });

  test("takes up again after another window cleared it", async () => {
    const sizes = await page.evaluate(async () => {
      const opened = new window.store.Opened("cleared");
      await window.store.keep(opened, [5]);
      await new Promise((done, failed) => {
        const gone = indexedDB.deleteDatabase("cleared");
        Object.assign(gone, { onsuccess: done, onerror: failed, onblocked: failed });
      });
      await window.store.keep(opened, [6, 7]);
      return [...(await window.store.sizes(opened))];
    });
    assert.deepEqual(sizes, [6, 7]);
  });

  test("does not stand in the way of a newer version, and does not touch it", async () => {
    const refused = await page.evaluate(async () => {
      const opened = new window.store.Opened("newer");
      await window.store.keep(opened, [5]);
      const newer = await new Promise((done, failed) => {
        const request = indexedDB.open("newer", 1000);
        Object.assign(request, { onsuccess: () => done(request.result), onerror: failed, onblocked: failed });
      });
      const said = await window.store.keep(opened, [6]).catch((error) => error.message);
      newer.close();
      return said;
    });
    assert.equal(refused, "this device cannot keep or find something");
  });
});

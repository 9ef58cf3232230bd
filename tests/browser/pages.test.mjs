// Every page of the site map, as a stranger meets it: whole before any script, the same for everybody, clean.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { looks, pages, ready, startBrowser, startServer, violations, wear } from "./harness.mjs";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

describe("every page", () => {
  for (const { pattern, lang, address } of pages()) {
    test(`${pattern} is served alike to everybody`, async () => {
      const ask = (headers) => fetch(server.origin + address, { headers });
      const stranger = await ask({});
      const member = await ask({ cookie: "__Host-carnet=x; theme=dark", "accept-language": "en" });
      assert.equal(stranger.status, 200);
      assert.equal(stranger.headers.get("set-cookie"), null);
      const policy = stranger.headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
      const [html, again] = [await stranger.text(), await member.text()];
      assert.equal(html, again);
      assert.doesNotMatch(html, /(src|href|action)="(https?:)?\/\/|<style| style="/);
      assert.match(html, new RegExp(`<html lang="${lang === "fr-simple" ? "fr" : lang}`));
    });

    test(`${pattern} comes alive without a fault`, async () => {
      const { page, fail } = browser;
      fail.length = 0;
      await page.goto(address);
      await ready(page);
      assert.deepEqual(fail, []);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      // Other words on the same page: one look is enough to see that they fit.
      for (const look of lang === "fr" ? looks : looks.slice(0, 1)) {
        await wear(page, look);
        assert.deepEqual(await violations(page), [], look.name);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `at 320 px the page is ${sideways} px too wide`);
    });
  }
});

test("an address that leads nowhere says so, with 404", async () => {
  const answer = await fetch(`${server.origin}/fr/rien/du/tout`);
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /<h1/);
});

test("without scripts the welcome page can be read", async () => {
  const plain = await startBrowser({ origin: server.origin, javaScriptEnabled: false });
  await plain.page.goto("/fr");
  assert.ok(await plain.page.getByRole("heading", { level: 1 }).isVisible());
  await plain.stop();
});

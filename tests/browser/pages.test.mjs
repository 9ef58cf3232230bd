// Every page of the site map, as a stranger meets it: whole before any script, the same for everybody, clean.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, pages, ready, startBrowser, startServer, violations, wear } from "./harness.mjs";
import { sideways, smallTargets } from "./harness/reach.mjs";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

/** Pages of somebody's own: a stranger meets one and the same question there, who are you? */
const own = (pattern) => /carnet|reglages|settings/.test(pattern.split("/").slice(2).join("/"));

describe("every page", { concurrency: 1 }, () => {
  test("is served alike to two people who are in, and to strangers; without a cookie, under a strict policy", async () => {
    const people = [];
    try {
      for (const name of ["Alice", "Bob"]) {
        const theirs = await startBrowser({ origin: server.origin });
        people.push(theirs);
        await addAuthenticator(theirs.page);
        const person = new Person(theirs.page);
        await person.arrives();
        await person.makesPasskey(name);
        await person.readsSheet();
      }
      for (const { pattern, lang, address } of pages()) {
        const stranger = await fetch(server.origin + address);
        assert.equal(stranger.status, 200, pattern);
        assert.equal(stranger.headers.get("set-cookie"), null, pattern);
        const policy = stranger.headers.get("content-security-policy") ?? "";
        assert.match(policy, /default-src 'none'/, pattern);
        assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/, pattern);
        const html = await stranger.text();
        for (const { page } of people) {
          const asked = (path) => fetch(path, { cache: "no-store", credentials: "include" }).then((answer) => answer.text());
          assert.equal(await page.evaluate(asked, address), html, pattern);
        }
        assert.doesNotMatch(html, /(src|href|action)="(https?:)?\/\/|<style| style="/, pattern);
        assert.match(html, new RegExp(`<html lang="${lang === "fr-simple" ? "fr" : lang}`), pattern);
      }
    } finally {
      for (const theirs of people) await theirs.stop();
    }
  });

  for (const { pattern, lang, address } of pages()) {
    if (lang !== "fr" && own(pattern)) continue;
    test(`${pattern} comes alive without a fault`, async () => {
      const { page, fail } = browser;
      fail.length = 0;
      await page.goto(address);
      await ready(page);
      assert.deepEqual(fail, []);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      for (const look of own(pattern) ? looks.slice(0, 1) : looks) {
        await wear(page, look);
        assert.deepEqual(await violations(page, look), [], look.name);
      }
      await wear(page, looks[0]);
      assert.deepEqual(await smallTargets(page), []);
      assert.equal(await sideways(page), "");
    });
  }
});

test("an address that leads nowhere says so, with 404, in its own language", async () => {
  const words = { fr: "Cette page n'existe pas", en: "There is no such page" };
  for (const [lang, said] of Object.entries(words)) {
    const answer = await fetch(`${server.origin}/${lang}/rien/du/tout`);
    assert.equal(answer.status, 404);
    const html = (await answer.text()).replaceAll("&#x27;", "'").replaceAll("’", "'");
    assert.match(html, new RegExp(`<html lang="${lang}"`));
    assert.match(html, new RegExp(`<h1[^>]*>${said}`), lang);
  }
});

test("without scripts the welcome page can be read", async () => {
  const plain = await startBrowser({ origin: server.origin, javaScriptEnabled: false });
  await plain.page.goto("/fr");
  assert.ok(await plain.page.getByRole("heading", { level: 1 }).isVisible());
  await plain.stop();
});

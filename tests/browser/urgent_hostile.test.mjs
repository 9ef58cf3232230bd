// What a hostile server, or somebody who has read a card, could send: a clear message, and nothing of it runs or loads.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import zlib from "node:zlib";
import { startBrowser, startServer } from "./harness.mjs";
import { makeCard, seal, shlink } from "./harness/urgent/card.mjs";
import { startDesk } from "./harness/urgent/desk.mjs";
import { bundle, section } from "./harness/urgent/summary.mjs";

let server, desk, browser, page, card, other;

before(async () => {
  server = await startServer();
  desk = await startDesk(server);
  browser = await startBrowser({ origin: desk.origin });
  page = browser.page;
  [card, other] = [await makeCard(desk.origin), await makeCard(desk.origin)];
});

after(async () => {
  await browser?.stop();
  desk?.stop();
  await server?.stop();
});

beforeEach(async () => {
  browser.fail.length = 0;
  desk.asked.length = 0;
  await page.goto("about:blank");
});

async function scan(jwe, link = shlink(card)) {
  if (jwe !== undefined) desk.serves(card, jwe);
  await page.goto(`/u#${link}`);
}
const says = (words) => page.getByRole("heading", { level: 1, name: words }).waitFor();

const SIGNATURE = "La signature de cette fiche n'est pas la bonne";
const BROKEN = "Cette fiche ne peut pas être lue";
const KEY = "La fiche ne s'ouvre pas avec cette carte";
const LINK = "Ce lien est incomplet";
const FOREIGN = "Cette carte vient d'un autre site";

const flip = (text, at) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
const part = (jwe, number, change) => jwe.split(".").map((one, at) => (at === number ? change(one) : one)).join(".");

/** Named for what is wrong: how the sheet is made, and what the page says. */
const SHEETS = {
  "resealed by a reader with a key of their own": [() => seal(card, bundle(), { by: other }), SIGNATURE],
  "signed by another key under the card's name": [() => seal(card, bundle(), { by: { point: card.point, signing: other.signing } }), SIGNATURE],
  "not signed at all": [() => seal(card, bundle(), { header: { carnet: undefined } }), SIGNATURE],
  "signed with a signature of nothing": [() => seal(card, bundle(), { header: { carnet: { key: "", sig: "", seq: 1, at: 1 } } }), SIGNATURE],
  "sealed under another card's key": [() => seal({ ...card, key: other.key }, bundle()), KEY],
  "truncated": [async () => (await seal(card, bundle())).slice(0, -300), BROKEN],
  "short of its last letters": [async () => (await seal(card, bundle())).slice(0, -4), BROKEN],
  "with a narrative that hides the rest": [() => seal(card, bundle({ parts: [section("48765-2", "A", "<script>Latex")] })), BROKEN],
  "cut to four parts": [async () => (await seal(card, bundle())).split(".").slice(0, 4).join("."), BROKEN],
  "changed in one bit": [async () => part(await seal(card, bundle()), 3, (one) => flip(one, 40)), KEY],
  "with another header": [async () => part(await seal(card, bundle()), 0, (one) => flip(one, 60)), /La fiche ne s'ouvre pas|ne peut pas être lue|signature/],
  "of another algorithm": [() => seal(card, bundle(), { header: { alg: "none" } }), BROKEN],
  "with a critical header that nobody knows": [() => seal(card, bundle(), { header: { crit: ["x"] } }), BROKEN],
  "empty": [() => "", BROKEN],
  "no text": [() => 7, /Le site ne répond pas|ne peut pas être lue/],
  "no JSON inside": [() => seal(card, null, { plain: Buffer.from("<html>") }), BROKEN],
  "no Bundle inside": [() => seal(card, { resourceType: "Patient" }), BROKEN],
  "a Bundle of nothing": [() => seal(card, { resourceType: "Bundle", type: "document", entry: [null, 3, {}, { resource: null }] }), BROKEN],
  "a list of strange things": [() => seal(card, { resourceType: "Bundle", type: "document", entry: "x".repeat(10) }), BROKEN],
  "a bomb of a hundred megabytes": [() => seal(card, null, { plain: Buffer.alloc(100 << 20, 0x20) }), BROKEN],
  "broken deflate": [() => seal(card, null, { plain: zlib.deflateRawSync(Buffer.alloc(1000, 7)).subarray(1), deflate: false, header: { zip: "DEF" } }), BROKEN],
  "a million elements": [() => seal(card, bundle({ parts: [section("48765-2", "A", "<b></b>".repeat(300_000))] })), BROKEN],
};

describe("a sheet", { concurrency: 1 }, () => {
  for (const [name, [make, said]] of Object.entries(SHEETS)) {
    test(name, async () => {
      await scan(await make());
      await says(said);
      assert.equal(await page.locator(".u-vital").count(), 0);
      assert.deepEqual(browser.fail, []);
    });
  }

  test("from a location on another origin is not fetched", async () => {
    desk.answers.set(`/shl/${card.id}`, () => ({ json: { files: [{ location: "https://example.org/shl/x" }] } }));
    await scan();
    await says("Le site ne répond pas comme il devrait");
    assert.deepEqual(browser.fail, []);
  });

  test("from a location of ours is fetched", async () => {
    const jwe = await seal(card, bundle());
    desk.answers.set(`/shl/${card.id}`, () => ({ json: { files: [{ location: `${desk.origin}/shl/${card.id}/files/one` }] } }));
    desk.answers.set(`/shl/${card.id}/files/one`, () => ({ text: jwe, type: "application/jose" }));
    await scan();
    await page.locator(".u-vital").waitFor();
  });
});

describe("a narrative", { concurrency: 1 }, () => {
  const ATTACKS = `<script>window.hit=1</script><img src="/hit.png" onerror="window.hit=1"><svg onload="window.hit=1"><script>hit</script></svg>
    <style>*{display:none}</style><link rel="stylesheet" href="/hit.css"><iframe src="/hit"></iframe><iframe srcdoc="<script>top.hit=1</script>"></iframe>
    <object data="/hit"></object><embed src="/hit"><form action="/hit"><input name="a" autofocus onfocus="window.hit=1"><button>Go</button></form>
    <a href="javascript:window.hit=1">one</a><a href="https://example.org/">two</a><a href="data:text/html,x">three</a><a href="tel:+33102030405;x">four</a>
    <p style="position:fixed;inset:0;background:url(/hit.png)" class="u-do" id="u-main" onclick="window.hit=1">styled</p><p hidden>hidden</p>
    <math><mtext><img src=x onerror="window.hit=1"></mtext></math><template><img src="/hit.png" onerror="window.hit=1"></template>
    <noscript><p title="</noscript><img src=/hit.png onerror=window.hit=1>"></p></noscript><base href="https://example.org/"><meta http-equiv="refresh" content="0;url=/hit">
    <video src="/hit.mp4"></video><audio src="/hit.mp3"></audio><details open ontoggle="window.hit=1">d</details><constructor>c</constructor>
    <b>Pénicilline</b> <span class="mark-unconfirmed">nouveau</span> <span class="u-do">plain</span>`;

  test("keeps its words and loses everything that could act", async () => {
    await scan(await seal(card, bundle({ parts: [section("48765-2", "Allergies", ATTACKS)] })));
    await page.getByText("Pénicilline").waitFor();
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.deepEqual(desk.asked.map(({ pathname }) => pathname), ["/u", `/shl/${card.id}`]);
    const left = await page.evaluate(() => {
      const all = [...document.querySelectorAll(".u-text, .u-text *")];
      const names = [...new Set(all.map((one) => one.localName))].sort();
      const attributes = [...new Set(all.flatMap((one) => [...one.attributes].map(({ name, value }) => `${name}=${value}`)))].sort();
      return { names, attributes };
    });
    assert.deepEqual(left.names, ["b", "div", "p", "span"]);
    assert.deepEqual(left.attributes, ["class=mark-unconfirmed", "class=u-text", "lang=fr", "lang=fr-FR"]);
    assert.deepEqual(browser.fail, [], "not even the policy had to stop anything");
  });

  test("says what was written, signs and all", async () => {
    const odd = "<!-- no --><p>5 &lt; 7 &amp;amp; &#233;t&#xe9; &nbsp;&unknown; a < b</p><p/>loose</b></div></p> end";
    await scan(await seal(card, bundle({ parts: [section("48765-2", "Allergies", odd)] })));
    const text = (await page.locator(".u-48765-2 .u-text").innerText()).replace(/\s+/g, " ");
    assert.equal(text.trim(), "5 < 7 &amp; été &unknown; a < b loose end");
  });

  test("as deep as a well is still drawn", async () => {
    const deep = `${"<div>".repeat(3000)}Latex${"</div>".repeat(3000)}`;
    await scan(await seal(card, bundle({ parts: [section("48765-2", "Allergies", deep)] })));
    await page.getByText("Latex").waitFor();
  });

  test("names, titles and photos are text and pictures, whatever they hold", async () => {
    const patient = { name: [{ text: "<img src=/hit onerror=hit()>" }], birthDate: "<b>", photo: [{ contentType: "image/svg+xml", data: "PHN2Zz48L3N2Zz4=" }] };
    const parts = [section("999", "<script>hit()</script>", "<p>Rien</p>"), section("constructor", "Objet", "<p>x</p>")];
    await scan(await seal(card, bundle({ patient, parts, documents: [{ id: "x", title: "<img src=/hit>" }] })));
    await page.getByText("<script>hit()</script>").waitFor();
    assert.equal(await page.locator("#u-main img, #u-main script").count(), 0);
    assert.deepEqual(browser.fail, []);
  });
});

describe("a link", { concurrency: 1 }, () => {
  const address = (told) => `shlink:/${Buffer.from(JSON.stringify(told)).toString("base64url")}`;
  const key = "A".repeat(43);
  const LINKS = {
    "cut short": [() => shlink(card).slice(0, -40), LINK],
    "of nothing": [() => "shlink:/e30", LINK],
    "that is none": [() => "hello", LINK],
    "to another site": [() => address({ url: `https://example.org/shl/${card.id}`, key }), FOREIGN],
    "to another site that begins like ours": [() => address({ url: `${desk.origin}.example.org/shl/${card.id}`, key }), FOREIGN],
    "to another address of ours": [() => address({ url: `${desk.origin}/api/challenge`, key }), LINK],
    "out of its folder": [() => address({ url: `${desk.origin}/shl/../api/x${"A".repeat(38)}`, key }), LINK],
    "with percent signs that mean nothing": [() => "shlink:/%E0%A4%A", LINK],
    "as long as a book": [() => `shlink:/${"A".repeat(20_000)}`, LINK],
  };
  for (const [name, [make, said]] of Object.entries(LINKS)) {
    test(name, async () => {
      await scan(undefined, make());
      await says(said);
      assert.equal(page.url(), `${desk.origin}/u`);
      assert.deepEqual(desk.asked.map(({ pathname }) => pathname), ["/u"]);
      assert.deepEqual(browser.fail, []);
    });
  }
});

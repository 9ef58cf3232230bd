// Films, the whole way: a physiotherapist leaves one by a link though the tab closes on the way, the mother files it, watches it,
// seeks in it, and puts it beside another.

import assert from "node:assert/strict";
import { createHash, hkdfSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import * as tus from "tus-js-client";
import { Person, addAuthenticator, film, longFilm, looks, notes, ready, shoot, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { makesDepositLink, opensDeposit, reaches } from "./harness/team.mjs";

/** Enough for several parts, and for being saved a part at a time. */
const MEGABYTES = Number(process.env.CARNET_FILM ?? 66);
/** Bytes a second, so that there is time to close the tab. */
const SLOW = 24 * 1024 * 1024;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-films-"));
const long = path.join(folder, "marche avant.mp4");
const short = path.join(folder, "marche apres.mp4");
let server, mother, therapist, page, person, carnet, address;
/** How many complaints there were before films were asked for that are not to be had. */
let refusals = Infinity;

before(async () => {
  longFilm(long, MEGABYTES);
  film(short, { seconds: 5 });
  server = await startServer({ counts: true });
  mother = await startBrowser({ origin: server.origin, viewport: looks[2].viewport });
  therapist = await startBrowser({ origin: server.origin });
  page = mother.page;
  await addAuthenticator(page);
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.opensCarnet("Léo");
  carnet = new URL(page.url()).pathname;
});

after(async () => {
  await mother?.stop();
  await therapist?.stop();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function clean(page, chosen = [looks[0], looks[3]]) {
  for (const look of chosen) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], look.name);
  }
  await wear(page, looks[2]);
}

/** The therapist's page, on a line of some speed. */
async function opens(from) {
  const tab = await therapist.context.newPage();
  const line = await therapist.context.newCDPSession(tab);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: SLOW });
  await opensDeposit(tab, from);
  return tab;
}

const time = (tab, at = 0) => tab.locator("video").nth(at).evaluate((video) => video.currentTime);
const sha = (file) => createHash("sha256").update(fs.readFileSync(file)).digest("hex");

describe("films", { concurrency: 1 }, () => {
  test("a link is made for somebody", async () => {
    address = await makesDepositLink({ page, person }, carnet, "Mme Leroy, kinésithérapeute");
    assert.match(address, /\/fr\/depot#.{180,}\/L\.$/);
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "deposit-links");
  });

  test("a film arrives although the tab is closed on the way", async () => {
    let tab = await opens(address);
    await tab.getByText("Pour L.").waitFor();
    await tab.getByLabel("Votre nom et votre service").fill("Mme Leroy");
    await tab.locator("#deposit-files").setInputFiles(long);
    await tab.getByText("marche avant.mp4").first().waitFor();
    await tab.getByRole("button", { name: "Déposer" }).click();
    await reaches(tab, 24);
    if (process.env.CARNET_SHOTS) await shoot(tab, "deposit-way");
    await tab.close({ runBeforeUnload: false });

    tab = await opens(address);
    await tab.getByText("Un envoi n'est pas fini sur cet appareil.").waitFor();
    if (process.env.CARNET_SHOTS) await shoot(tab, "deposit-begun");
    await clean(tab, [looks[0]]);
    await tab.getByLabel("Votre nom et votre service").fill("Mme Leroy");
    await tab.locator("#deposit-files").setInputFiles(long);
    const before = server.passed().sent;
    await tab.getByRole("button", { name: "Déposer" }).click();
    await tab.getByRole("heading", { name: "C'est déposé" }).waitFor({ timeout: 120_000 });
    const sent = server.passed().sent - before;
    assert.ok(sent < (MEGABYTES - 15) * 1024 * 1024, `what had arrived was not sent again: ${sent}`);
    // Nothing stays on the device.
    const kept = await tab.evaluate(async () => {
      const names = [];
      for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
        for (const store of base.objectStoreNames) {
          const keys = base.transaction(store).objectStore(store).getAllKeys();
          names.push(...(await new Promise((done) => (keys.onsuccess = () => done(keys.result)))));
        }
      }
      return names.filter((name) => String(name).startsWith("deposit"));
    });
    assert.deepEqual(kept, []);
    await tab.close();
  });

  test("the mother watches it before she files it", async () => {
    await page.reload();
    await ready(page);
    await person.unlocks();
    await visit(page, `${carnet}/depots`);
    await page.getByRole("heading", { name: "Mme Leroy" }).waitFor();
    await page.getByText("Nom déclaré, non vérifié").waitFor();
    await person.hand.press("Voir les fichiers");
    await page.waitForFunction(() => document.querySelector("video")?.readyState >= 2);
    assert.equal(await page.locator("video").evaluate((video) => Math.round(video.duration)), 6);
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "inbox-film");
    await page.getByLabel("Titre").fill("Marche avant les attelles");
    await page.getByLabel("Discipline").selectOption({ label: "Kinésithérapie" });
    await person.hand.press("Ranger dans le carnet");
    await page.getByText("Rien à lire.").waitFor();
    await person.goesTo("Documents");
    // Its still was made where it was sealed.
    await page.locator("img.thumb").waitFor();
    await page.getByRole("link", { name: "Marche avant les attelles" }).click();
    await person.at("Marche avant les attelles");
  });

  test("it is sought in, slowed down, moved by a picture, and only what is needed is fetched", async () => {
    await page.waitForFunction(() => document.querySelector("video")?.readyState >= 2);
    const before = server.passed().got;
    await page.locator("video").evaluate((video) => {
      video.currentTime = 4;
      return new Promise((seeked) => video.addEventListener("seeked", seeked, { once: true }));
    });
    assert.ok(server.passed().got - before < 8 * 1024 * 1024, "a seek fetches what it needs");
    await page.getByRole("button", { name: "Image suivante" }).click();
    assert.ok(Math.abs((await time(page)) - 4.04) < 0.001);
    await page.locator("video").focus();
    await page.keyboard.press(",");
    assert.ok(Math.abs((await time(page)) - 4) < 0.001);
    await page.getByRole("button", { name: "4 fois plus lente" }).click();
    assert.equal(await page.locator("video").evaluate((video) => video.playbackRate), 0.25);
    await page.locator("video").evaluate((video) => video.play());
    await page.waitForFunction(() => document.querySelector("video").currentTime > 4.05);
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "film");
  });

  test("it is taken away a part at a time, whole, and without the place where it was taken", async () => {
    const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger l'original" }).click()]);
    const file = await kept.path();
    assert.equal(kept.suggestedFilename(), "marche avant.mp4");
    assert.equal(fs.statSync(file).size, fs.statSync(long).size);
    assert.ok(fs.readFileSync(long).includes("loci") && !fs.readFileSync(file).includes("loci"));
    assert.notEqual(sha(file), sha(long));
    const [was, is] = [notes(long), notes(file)];
    assert.equal(is.pictures, was.pictures);
    assert.ok(was.tags.location && !is.tags.location && is.tags.title === "Marche");
  });

  test("two films run side by side on one clock", async () => {
    await visit(page, `${carnet}/ajouter-documents`);
    await page.locator("#pick").setInputFiles(short);
    await page.getByText("marche apres.mp4").or(page.getByText("marche apres")).first().waitFor();
    await page.locator("#keep-all").click();
    await person.at("Documents");
    await visit(page, `${carnet}/comparer`);
    const videos = () => page.evaluate(() => [...document.querySelectorAll("video")].map((video) => video.currentTime));
    await page.waitForFunction(() => [...document.querySelectorAll("video")].filter((video) => video.readyState >= 3).length === 2);
    await page.locator("video").nth(0).evaluate((video) => (video.currentTime = 2));
    await page.locator("#left-start").click();
    await page.getByText(/Commence à 2,00 s/).waitFor();
    await page.locator("#play-both").click();
    await page.waitForFunction(() => document.querySelectorAll("video")[1].currentTime > 0.6);
    const [left, right] = await videos();
    assert.ok(Math.abs(left - 2 - right) < 0.25, `${left} ${right}`);
    await page.locator("#play-both").click();
    await page.locator("#place").fill("1");
    await page.waitForFunction(() => Math.abs(document.querySelectorAll("video")[1].currentTime - 1) < 0.01);
    assert.ok(Math.abs((await time(page)) - 3) < 0.01);
    await page.locator("#place").focus();
    await page.keyboard.press(".");
    assert.deepEqual((await videos()).map((at) => at.toFixed(2)), ["3.04", "1.04"]);
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "compare");
  });

  test("nothing of a film is to be had once the carnet is locked", async () => {
    refusals = mother.fail.length;
    const url = await page.locator("video").first().getAttribute("src");
    const status = () => page.evaluate(async (url) => (await fetch(url)).status, url);
    assert.equal(await status(), 200);
    const part = await page.evaluate(async (url) => {
      const answer = await fetch(url, { headers: { range: "bytes=4-7" } });
      return [answer.status, answer.headers.get("content-range"), answer.headers.get("cache-control"), await answer.text()];
    }, url);
    assert.match(part[1], /^bytes 4-7\/\d+$/);
    assert.deepEqual([part[0], ...part.slice(2)], [206, "no-store", "ftyp"]);
    const beyond = await page.evaluate(async (url) => (await fetch(url, { headers: { range: "bytes=999999999999-" } })).status, url);
    assert.equal(beyond, 416);
    await person.locks();
    assert.equal(await status(), 404);
  });

  test("an independent tus client sends by the same link, and goes on where it stood after each cut", async () => {
    const [fragment, rest] = address.split("#")[1].split(".");
    const link = rest.split("/")[0];
    const secret = Buffer.from(fragment, "base64url").subarray(1, 33);
    const info = Buffer.concat([Buffer.from("carnet/v1/link/access"), Buffer.of(0, 1)]);
    const token = Buffer.from(hkdfSync("sha256", secret, "", info, 32)).toString("base64url");
    const [bytes, chunk] = [randomBytes(4 * 1024 * 1024), 1024 * 1024];
    const blob = randomBytes(16).toString("base64url");
    const headers = { authorization: `Bearer ${token}`, origin: server.origin };
    const options = { endpoint: `${server.origin}/api/trays/${link}/uploads`, headers, metadata: { blob }, chunkSize: chunk, retryDelays: [100, 200, 400] };
    const before = server.passed().sent;
    // Given up after a chunk, as by a tab that closes; another client goes on by the address alone.
    const url = await new Promise((cut, failed) => {
      const upload = new tus.Upload(bytes, {
        ...options,
        onError: failed,
        onChunkComplete: (_, accepted) => accepted === chunk && upload.abort().then(() => cut(upload.url)),
      });
      upload.start();
    });
    const [cuts, retries] = [[], []];
    await new Promise((done, failed) => {
      const upload = new tus.Upload(bytes, {
        ...options,
        uploadUrl: url,
        onError: failed,
        onSuccess: done,
        onShouldRetry: (_, attempt) => retries.push(attempt) > 0,
        // The line itself breaks, once in the second chunk and once in the last.
        onProgress: (sent) => {
          const at = Math.floor((sent - 1) / chunk);
          if (![1, 3].includes(at) || cuts.includes(at)) return;
          cuts.push(at);
          server.cut(true);
          setTimeout(() => server.cut(false), 50);
        },
      });
      upload.start();
    });
    assert.deepEqual(cuts, [1, 3]);
    assert.ok(retries.length >= 2, `it went on after each cut: ${retries}`);
    assert.ok(server.passed().sent - before < bytes.length + 2.5 * chunk, "no more than what was on its way was sent again");
    const stands = await fetch(url, { method: "HEAD", headers: { ...headers, "tus-resumable": "1.0.0" } });
    assert.equal(Number(stands.headers.get("upload-offset")), bytes.length);
    // What lies there is what was sent, once.
    const inside = fs.readdirSync(server.data, { recursive: true }).map((name) => path.join(server.data, name));
    const parts = inside.filter((file) => file.includes(blob) && fs.statSync(file).isFile()).map((file) => fs.readFileSync(file));
    parts.sort((one, other) => bytes.indexOf(one) - bytes.indexOf(other));
    assert.ok(Buffer.concat(parts).equals(bytes), `${parts.length} parts`);
  });

  test("no page complained", () => {
    const cut = (line) => !/ERR_(CONNECTION|EMPTY|INTERNET|SOCKET)/.test(line);
    const wanted = (line, at) => at < refusals || !/status of (404|416) .*\/media\//.test(line);
    assert.deepEqual([...mother.fail.filter(wanted), ...therapist.fail].filter(cut), []);
  });
});

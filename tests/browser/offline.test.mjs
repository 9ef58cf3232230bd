// A basement without network: what was seen is read, what is written waits and is counted, and is sent once.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, count, pdf, ready, startBrowser, startServer } from "./harness.mjs";

const NOTE = "Nuit calme, réveil à six heures";

let server, browser, page, person, commitsBefore;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page);
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.opensCarnet("Naël");
  await person.notesAllergy("Œuf de poule");
  // The browser keeps the pages while somebody is there; from now on it can do without the network.
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") {
      await new Promise((done) => active.addEventListener("statechange", () => active.state === "activated" && done()));
    }
  });
  commitsBefore = commits();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

const commits = () => count(server.data, "SELECT COUNT(*) FROM commits");
const payloads = () => count(server.data, "SELECT COUNT(*) FROM payloads");

async function network(on) {
  server.cut(!on);
  await browser.context.setOffline(!on);
}

describe("without network", { concurrency: 1 }, () => {
  test("the page loads again, unlocks with the passkey, and shows the allergy", async () => {
    await network(false);
    await page.reload();
    await ready(page);
    await page.getByRole("heading", { level: 1, name: "Carnet verrouillé" }).waitFor();
    await person.unlocks();
    await person.at("Santé");
    await page.getByText("Œuf de poule").first().waitFor();
    await page.getByText("Pas de réseau").first().waitFor();
  });

  test("a note is kept here, and counted as not sent", async () => {
    await person.goesTo("Cahier de liaison");
    await person.hand.press("Écrire une note");
    await person.hand.write("Votre note", NOTE);
    await person.hand.press("Laisser cette note");
    await person.at("Cahier de liaison");
    await page.getByText(NOTE).first().waitFor();
    await page.getByText("1 changement pas encore envoyé").waitFor();
    assert.equal(commits(), commitsBefore);
  });

  test("it survives another loading of the page", async () => {
    await page.reload();
    await ready(page);
    await person.unlocks();
    await page.getByText(NOTE).first().waitFor();
    await page.getByText("1 changement pas encore envoyé").waitFor();
  });

  test("with the network back it is sent once, and no longer counted", async () => {
    const payloadsBefore = payloads();
    await network(true);
    // The browser says so to a page that saw the network go; this one was loaded without, so its tool says nothing.
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("pas encore envoyé").first().waitFor({ state: "hidden" });
    await page.getByText("Pas de réseau").first().waitFor({ state: "hidden" });
    assert.equal(payloads(), payloadsBefore + 1);
    assert.equal(commits(), commitsBefore + 1);
  });

  test("another look finds it sent, and nothing is sent again", async () => {
    await page.reload();
    await ready(page);
    await person.unlocks();
    await page.getByText(NOTE).first().waitFor();
    assert.equal(await page.getByText("pas encore envoyé").count(), 0);
    assert.equal(commits(), commitsBefore + 1);
  });

  test("a document added without network says so, loses nothing, and goes on by itself with the network back", async () => {
    await person.goesTo("Documents");
    await person.hand.press("Ajouter un document", { role: "link" });
    await person.at("Ajouter des documents");
    await network(false);
    const file = { name: "2025-02-03 Bilan kiné.pdf", mimeType: "application/pdf", buffer: pdf("Bilan") };
    await page.locator("#pick").setInputFiles(file);
    await page.getByRole("alert").getByText("Pas de réseau.").waitFor();
    await page.getByRole("textbox", { name: "Titre" }).fill("Bilan de la rentrée");
    await person.hand.press("Ranger ce document");
    await page.getByText("il sera rangé quand l'envoi aura repris").waitFor();
    await network(true);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await person.at(/^Documents$/);
    await page.getByRole("link", { name: "Bilan de la rentrée" }).waitFor();
  });

  test("no script failed", () => {
    const failed = browser.fail.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED") && !one.includes("ERR_CONNECTION"));
    assert.deepEqual(failed, []);
  });
});

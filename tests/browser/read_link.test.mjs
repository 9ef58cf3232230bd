// A link for one visit: a parent prepares it, somebody without an account reads by it, its use is seen, and it is closed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, ready, shoot, startBrowser, startServer, violations, visit } from "./harness.mjs";

const SHOTS = process.env.CARNET_SHOTS;
const [phone] = looks;

let server, here, there, page, person, address, link;

before(async () => {
  server = await startServer();
  here = await startBrowser({ origin: server.origin });
  there = await startBrowser({ origin: server.origin });
  page = here.page;
  await addAuthenticator(page);
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  address = await person.makesExample();
});

after(async () => {
  await here?.stop();
  await there?.stop();
  await server?.stop();
});

const look = async (where, name) => {
  if (SHOTS) await shoot(where, name);
};

describe("a link for one visit", { concurrency: 1 }, () => {
  test("a parent prepares one: health and a report, for a day", async () => {
    await person.goesTo("Liens pour une visite");
    await page.getByRole("button", { name: "Préparer un lien" }).click();
    await page.getByRole("button", { name: "Ouvrir ce lien" }).click();
    await page.getByText("Dites pour qui est ce lien").waitFor();
    await page.getByLabel("Pour qui, ou pour quelle visite ?").fill("Consultation du Dr Lenoir");
    await page.getByText("Dites pour qui est ce lien").waitFor({ state: "detached" });
    await page.getByRole("group", { name: "Ce que ce lien montre" }).getByLabel("Santé").check();
    await page.getByText("Choisir des documents et des comptes rendus").click();
    await page.getByLabel("Réunion à l'école (ESS)").check();
    assert.deepEqual(await violations(page), []);
    await look(page, "read-link-form");
    await page.getByRole("button", { name: "Ouvrir ce lien" }).click();
    const field = page.getByLabel("Adresse à donner");
    await field.waitFor();
    link = await field.inputValue();
    assert.match(link, /\/fr\/lecture#[A-Za-z0-9_-]{100,}$/);
    await page.getByRole("img", { name: /QR code du lien/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await look(page, "read-link-made");
  });

  test("somebody without an account reads what was chosen, and nothing else", async () => {
    const guest = there.page;
    await guest.goto(link.replace(/^https?:\/\/[^/]+/, ""));
    await ready(guest);
    await guest.getByRole("heading", { level: 1, name: /Carnet de Théo/ }).waitFor();
    assert.ok(!guest.url().includes("#"), "the secret left the address bar");
    await guest.getByText(/Ce lien fonctionne jusqu'au \d+ \S+ \d{4} à \d\d:\d\d\./).waitFor();
    await guest.getByRole("link", { name: "Réunion à l'école (ESS)" }).waitFor();
    assert.deepEqual(await violations(guest), []);
    await look(guest, "read-link-visit");
    await guest.getByRole("link", { name: "Réunion à l'école (ESS)" }).click();
    await guest.getByRole("heading", { level: 2, name: "Ce qui est décidé" }).waitFor();
    assert.equal(await guest.getByRole("link", { name: /Modifier/ }).count(), 0);
    await guest.goBack();
    await guest.locator(".visit-card", { hasText: "Santé" }).click();
    await guest.getByRole("heading", { level: 1, name: "Santé" }).waitFor();
    await guest.getByText("Sparadrap ordinaire").first().waitFor();
    for (const name of ["Cahier de liaison", "Réglages", "Tout emporter", "Aujourd'hui"]) {
      assert.equal(await guest.getByRole("link", { name, exact: true }).count(), 0, name);
    }
    // Nothing is kept: after closing there is nothing here, and nothing on the device.
    await guest.getByRole("button", { name: "Fermer", exact: true }).click();
    await guest.getByText("Ouvrez le lien que la famille vous a donné.").waitFor();
    assert.equal(await guest.getByText("Sparadrap ordinaire").count(), 0);
  });

  test("the parent sees that it was used, and takes the lines away", async () => {
    await person.goesTo("Qui a regardé ?");
    await page.getByText("Lien « Consultation du Dr Lenoir »").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await look(page, "journal");
    await page.getByLabel("Qui", { exact: true }).selectOption({ label: "Consultation du Dr Lenoir" });
    await page.getByText("A lu : Santé.").first().waitFor();
    assert.equal(await page.locator(".journal .rows > li", { hasText: "(vous)" }).count(), 0);
    await page.getByLabel("Rubrique").selectOption({ label: "Cahier de liaison" });
    await page.getByText("Rien à montrer ici.").waitFor();
    await page.getByLabel("Rubrique").selectOption("");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Emporter ces lignes" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "qui-a-regarde.csv");
  });

  test("closed, it says so plainly", async () => {
    await person.goesTo("Liens pour une visite");
    await page.setViewportSize(phone.viewport);
    await page.getByRole("button", { name: "Fermer ce lien" }).click();
    await page.getByRole("button", { name: "Fermer le lien « Consultation du Dr Lenoir »" }).click();
    await page.getByText("Aucun lien n'est ouvert.").waitFor();
    const guest = there.page;
    await guest.goto(link.replace(/^https?:\/\/[^/]+/, ""));
    await ready(guest);
    await guest.getByText("Ce lien a été fermé.").waitFor();
    assert.deepEqual(await violations(guest), []);
    // Opened again in the same window, where nothing is loaded anew.
    await guest.goto(link.slice(0, -20).replace(/^https?:\/\/[^/]+/, ""));
    await guest.getByText("Ce lien n'ouvre rien.").waitFor();
    await look(guest, "read-link-shut");
  });

  test("no part of a secret stays in the address bar, on whichever page a link leads to", async () => {
    const guest = there.page;
    const secret = link.split("#")[1];
    const gone = async (why) => {
      await guest.waitForFunction(() => location.hash === "");
      assert.ok(!guest.url().includes("#"), why);
    };
    for (const where of ["lecture", "invitation", "depot"]) {
      await visit(guest, `/fr/${where}`);
      await ready(guest);
      // Pasted twice, and once cut short, into a page that stands already.
      for (const pasted of [secret, secret, secret.slice(0, 60)]) {
        await guest.evaluate((pasted) => (location.hash = pasted), pasted);
        await gone(where);
      }
      await guest.goto("about:blank");
      await guest.goto(`/fr/${where}#${secret.slice(0, 60)}`);
      await ready(guest);
      await gone(`${where}, cut short`);
    }
  });
});

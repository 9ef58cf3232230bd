// Documents with pages, the network failing, a lock in the middle, and two people who wrote at the same time.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, pdf, png, startBrowser, startServer, violations, visit } from "./harness.mjs";

let server, here, there, page, person, address;

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
  await person.opensCarnet("Léonie");
  address = new URL(page.url()).pathname;
});

after(async () => {
  await here?.stop();
  await there?.stop();
  await server?.stop();
});

const pick = (...files) => page.locator("#pick").setInputFiles(files);
const scan = (name, width) => ({ name, mimeType: "image/png", buffer: png(width, 594, name) });
const paper = (name) => ({ name, mimeType: "application/pdf", buffer: pdf(name) });

describe("documents", { concurrency: 1 }, () => {
  test("photos picked together are pages of one document, to be moved and turned", async () => {
    await visit(page, `${address}/ajouter-documents`);
    await pick(scan("scan 2.png", 320), scan("scan 1.png", 310), scan("scan 3.png", 330));
    await page.getByText("Page 3").first().waitFor();
    await page.getByRole("button", { name: "Monter Page 3" }).click();
    await page.getByRole("button", { name: "Tourner Page 2" }).click();
    assert.match(await page.evaluate(() => document.activeElement.innerText), /Tourner/);
    const names = await page.locator(".pages > li").allInnerTexts();
    assert.deepEqual(names.map((text) => text.match(/scan \d/)[0]), ["scan 1", "scan 3", "scan 2"]);
    assert.equal(await page.locator(".pages .turn-90").count(), 1);
    assert.deepEqual(await violations(page), []);
  });

  test("nothing is lost when the network fails", async () => {
    server.cut(true);
    await pick(paper("2024-03-12 Bilan kiné.pdf"));
    await page.getByRole("button", { name: "Réessayer" }).first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await violations(page), []);
    server.cut(false);
    await page.getByRole("button", { name: "Réessayer" }).first().click();
    await page.getByRole("button", { name: "Réessayer" }).waitFor({ state: "detached" });
  });

  test("nothing is lost when the carnet locks in the middle", async () => {
    await person.locks();
    assert.equal(await page.getByText("Bilan kiné").count(), 0);
    await person.unlocks();
    await page.locator("#keep-all").click();
    await person.at("Documents");
    await page.getByRole("link", { name: "Bilan kiné" }).waitFor();
  });

  test("pages are read one at a time, larger if wanted", async () => {
    await page.getByRole("link", { name: "Document sans titre" }).click();
    await page.getByRole("img", { name: /Page 1 sur 3/ }).waitFor();
    await page.getByRole("group", { name: /^Page/ }).press("ArrowRight");
    const second = page.getByRole("img", { name: /Page 2 sur 3/ });
    await second.waitFor();
    assert.match(await second.getAttribute("class"), /turn-90 zoom-100/);
    await page.getByRole("button", { name: "Agrandir" }).click();
    assert.match(await second.getAttribute("class"), /zoom-150/);
    assert.deepEqual(await violations(page), []);
  });

  test("two people wrote at the same time: both are shown, and one chooses", async () => {
    const other = new Person(there.page);
    await other.recovers(person.groups.join(" "));
    await other.at("Léonie");
    for (const one of [other, person]) {
      await visit(one.page, `${address}/documents`);
      await one.page.getByRole("link", { name: "Bilan kiné" }).click();
      await one.page.getByRole("link", { name: /^Modifier/ }).click();
      await one.page.getByLabel("Titre").waitFor();
    }
    await here.context.setOffline(true);
    await renames(person, "Bilan du matin");
    await renames(other, "Bilan du soir");
    await there.page.waitForFunction(() => !document.querySelector("#unsent"));
    await here.context.setOffline(false);
    await page.getByRole("link", { name: /version/i }).first().click({ timeout: 60_000 });
    await page.getByRole("heading", { name: "Ou choisir point par point" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("radio", { name: /Bilan du soir/ }).check();
    await page.getByRole("button", { name: "Garder ce choix" }).click();
    await person.at("Historique : Bilan du soir");
    const told = await page.locator(".life").innerText();
    for (const title of ["Bilan kiné", "Bilan du matin", "Bilan du soir"]) assert.ok(told.includes(title), told);
  });

  test("an earlier version can be taken up again", async () => {
    const versions = await page.locator(".life > li").count();
    await page.getByRole("button", { name: "Reprendre cette version" }).last().click();
    await page.getByRole("dialog").getByRole("button", { name: "Reprendre cette version" }).click();
    await person.at("Historique : Bilan kiné");
    await page.locator(".life > li").nth(versions).waitFor();
    assert.deepEqual(await violations(page), []);
  });
});

async function renames(one, title) {
  await one.page.getByLabel("Titre").fill(title);
  await one.page.getByRole("button", { name: /^Enregistrer/ }).click();
  await one.at(title);
}

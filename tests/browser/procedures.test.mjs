// Rights and procedures: a decision photographed and entered, the year laid out, a procedure walked through, a call noted.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, photo, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-procedures-"));
let server, browser, page, person, carnet, example;

/** A day as the browser writes it, so many months from today. */
const inMonths = (months, day) => {
  const now = new Date();
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, day ?? now.getUTCDate()));
  return date.toISOString().slice(0, 10);
};

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page);
  person = new Person(page);
  example = await person.beginsWithExample();
  await visit(page, "/fr/nouveau-carnet");
  await person.opensCarnet("Lina");
  carnet = new URL(page.url()).pathname;
});

after(async () => {
  await browser?.stop();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const everybody = async () => {
  for (const look of looks) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], look.name);
  }
  await wear(page, looks[0]);
  assert.deepEqual(await smallTargets(page), []);
  assert.equal(await sideways(page), "");
};

describe("procedures", { concurrency: 1 }, () => {
  test("a decision is photographed and entered in less than twenty interactions, and the year is laid out", async () => {
    await person.goesTo("Démarches");
    const { hand } = person;
    const before = hand.count;
    await hand.press("Une décision est arrivée");
    await person.at("Une décision est arrivée");
    assert.deepEqual(await violations(page), []);
    const { file } = await photo(page, { maker: "Phone" });
    await page.locator("#decision-paper-camera").setInputFiles({ name: "decision.jpg", mimeType: "image/jpeg", buffer: file });
    hand.count += 1;
    await page.getByRole("heading", { name: "Quand ?" }).waitFor();
    await hand.write("Date de la décision", inMonths(-1, 3));
    await hand.press("Elle est arrivée aujourd'hui");
    await hand.press("Continuer");
    await page.getByRole("heading", { name: "De quoi parle-t-elle ?" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "question");
    await hand.press("Continuer");
    await page.getByText("Choisissez au moins une chose.").waitFor();
    for (const right of ["AEEH", "Aide à l'école"]) {
      await page.getByLabel(right, { exact: true }).check();
      hand.count += 1;
    }
    assert.deepEqual(await violations(page), []);
    await hand.press("Continuer");
    await page.getByRole("heading", { name: "Que dit-elle ?" }).waitFor();
    await hand.write("Premier jour", inMonths(-1, 1));
    await hand.write("Dernier jour", inMonths(10, 28));
    assert.deepEqual(await violations(page), []);
    await hand.press("Enregistrer la décision");
    await person.at("L'année qui vient");
    assert.ok(hand.count - before < 20, `${hand.count - before} interactions`);
    const year = await page.locator("main").innerText();
    assert.match(year, /Pour contester\s: jusqu'au/);
    assert.match(year, /À préparer à partir du/);
    assert.match(year, /À déposer avant le/);
    assert.match(year, /AEEH · Aide à l'école/);
    await everybody();
  });

  test("every date says why, how it was counted, and who says so", async () => {
    const why = page.locator(".due-item").filter({ hasText: "Pour contester" }).first().locator("details");
    await why.locator("summary").click();
    const text = await why.innerText();
    assert.match(text, /RAPO/);
    assert.match(text, /réception de la décision \(.*\) plus 2\s?mois/);
    assert.match(text, /Relu le|Pas encore relu/);
    assert.match(await why.getByRole("link").first().getAttribute("href"), /^https?:/);
    assert.deepEqual(await violations(page), []);
  });

  test("the letter is among the documents", async () => {
    await person.goesTo("Documents");
    await page.getByRole("link", { name: /Notification de décision/ }).first().waitFor();
  });

  test("a decision half entered waits", async () => {
    await visit(page, `${carnet}/decision-recue`);
    await page.getByRole("button", { name: "Continuer sans photo" }).click();
    await page.getByLabel("Date de la décision").fill(inMonths(-2, 5));
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByLabel("PCH", { exact: true }).check();
    await page.waitForTimeout(600);
    await visit(page, `${carnet}/demarches`);
    await visit(page, `${carnet}/decision-recue`);
    await page.getByRole("heading", { name: "De quoi parle-t-elle ?" }).waitFor();
    assert.ok(await page.getByLabel("PCH", { exact: true }).isChecked());
    assert.match(await page.locator("main").innerText(), /brouillon est revenu/i);
  });

  test("a procedure begins with its papers, by keyboard alone", async () => {
    await visit(page, `${carnet}/nouvelle-demarche`);
    await person.at("Nouvelle démarche");
    await everybody();
    await page.getByLabel("Carte mobilité inclusion", { exact: true }).focus();
    await page.keyboard.press("Space");
    await tabTo(page, "Commencer");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Demande\s: / }).waitFor();
    const papers = page.locator(".papers");
    await papers.getByText("Certificat médical").first().waitFor();
    await papers.getByText("(formulaire 15692*01)").waitFor();
    await papers.getByText("Photo d'identité").first().waitFor();
    await everybody();
  });

  test("a paper is ticked and dated, and its validity counts", async () => {
    const paper = page.locator(".papers li").filter({ hasText: "Certificat médical" });
    await paper.getByRole("checkbox").check();
    await paper.locator("summary").click();
    await paper.getByLabel("Sa date").fill(inMonths(-11));
    await page.getByRole("heading", { name: "Les dates" }).waitFor();
    await page.getByText(/^À vérifier\s: /).waitFor();
  });

  test("its file for the MDPH is prepared with one press, written, printed, and handing it in is a step of the procedure", async () => {
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("button", { name: "Préparer le dossier MDPH" }).click();
    await person.at("Dossier MDPH");
    assert.match(await page.locator(".mdph .lead").innerText(), /^Demande\s: /);
    await page.getByRole("link", { name: title }).waitFor();
    await page.getByRole("link", { name: /^Continuer/ }).click();
    await page.getByRole("textbox").first().fill("Lina, huit ans.");
    await page.getByRole("button", { name: "S'arrêter là" }).click();
    await person.at("Dossier MDPH");
    await page.getByRole("link", { name: "Relire, imprimer, télécharger" }).click();
    await person.at("Relire le dossier MDPH");
    const sheets = path.join(folder, "dossier.pdf");
    await page.pdf({ path: sheets, preferCSSPageSize: true });
    const printed = execFileSync("pdftotext", ["-layout", sheets, "-"], { encoding: "utf8" });
    assert.match(printed, /Dossier pour la MDPH[\s\S]*Lina, huit ans\.[\s\S]*Lina · Dossier pour la MDPH · [\s\S]*1 ?\/ ?1/);
    await page.getByRole("button", { name: "Noter l'envoi" }).click();
    await page.getByText(/^Envoyé le /).first().waitFor();
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("heading", { level: 2, name: "Déposé", exact: true }).waitFor();
    await page.getByText(/^Dossier MDPH envoyé le /).waitFor();
  });

  test("a call is noted in two taps", async () => {
    await page.getByRole("button", { name: "Noter un appel" }).click();
    const dialog = page.getByRole("dialog");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.type("Le dossier peut être déposé au guichet.");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await page.locator(".log").getByText("Le dossier peut être déposé au guichet.").waitFor();
    await page.locator(".log").getByText(/^Appel, .*\d\d:\d\d/).waitFor();
  });

  test("a photo proves it later, and is among the documents", async () => {
    await page.locator(".log").getByRole("button", { name: /^Compléter Appel/ }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByLabel("Ce qui a été dit ou écrit").inputValue(), "Le dossier peut être déposé au guichet.");
    const { file } = await photo(page, { maker: "Phone" });
    await page.locator("#exchange-paper-camera").setInputFiles({ name: "recu.jpg", mimeType: "image/jpeg", buffer: file });
    await page.getByText("C'est joint, et gardé parmi vos documents.").waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await page.locator(".log").getByRole("link", { name: "Preuve d'envoi ou d'échange" }).waitFor();
    assert.equal(await page.locator(".log li").count(), 1);
  });

  test("it goes from step to step, and silence is counted", async () => {
    const step = async (words) => {
      await page.getByRole("button", { name: words }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
    };
    await page.getByText(/^Sans réponse le .*, c'est un refus/).waitFor();
    await step("Le dossier est complet (recevable)");
    await page.getByRole("heading", { level: 2, name: "Dossier recevable", exact: true }).waitFor();
    await step("J'ai reçu la décision");
    await person.at("Une décision est arrivée");
    await visit(page, `${carnet}/demarches`);
    await page.getByText(/^Décision reçue, /).waitFor();
    await page.getByRole("link", { name: /^Demande\s: / }).last().click();
    await page.getByRole("heading", { level: 2, name: "Décision reçue", exact: true }).waitFor();
    await page.getByText(/^Pour contester\s: jusqu'au/).first().waitFor();
    await step("J'ai envoyé un recours");
    await page.getByRole("heading", { level: 2, name: "Recours envoyé", exact: true }).waitFor();
    await everybody();
  });

  test("Today says why each day matters, with the rule's own reason and who says so", async () => {
    await visit(page, carnet);
    const due = page.locator("#procedures-due ~ ul li").filter({ hasText: /^Demande/ });
    const silence = due.filter({ hasText: /2\smois sans réponse au recours valent rejet : vous aurez alors jusqu'au .* pour saisir le tribunal/ });
    await silence.waitFor();
    await silence.getByText("Pourquoi cette date").click();
    await silence.getByText(/^envoi du recours \(.*\) plus 2\smois/).waitFor();
    assert.ok((await silence.getByRole("link").count()) >= 2, "the row it came from, and who says so");
    await silence.getByRole("button", { name: /^C'est fait/ }).waitFor();
    // A card was asked for already; who asked for none is told of the old ones until the law ends them.
    assert.equal(await page.getByText(/^Les anciennes cartes en papier/).count(), 0);
    await everybody();
  });

  test("the example shows what to do in order", async () => {
    await visit(page, `${example}/demarches`);
    await person.at("Démarches");
    const items = page.locator(".due-item");
    await items.first().waitFor();
    assert.ok((await items.count()) >= 4);
    await page.getByRole("heading", { name: "Démarches en cours" }).waitFor();
    await page.getByText("Demande de PCH : barre et siège de douche").first().waitFor();
    await page.getByRole("heading", { name: "Autres dates de fin" }).waitFor();
    await everybody();
  });

  test("nothing went wrong in the browser", () => {
    assert.deepEqual(browser.fail, []);
  });
});

// The file for the MDPH: written question by question, left and taken up, spoken, read over, printed, taken; and a letter.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-mdph-"));
/** Every address that was fetched. */
const asked = [];
let server, browser, page, person, example;

before(async () => {
  server = await startServer();
  browser = await startBrowser({
    origin: server.origin,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--use-fake-device-for-media-stream"],
  });
  page = browser.page;
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await addAuthenticator(page);
  person = new Person(page);
  example = await person.beginsWithExample();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const press = (name) => page.getByRole("button", { name }).first().click();
const heading = (name) => person.at(name);
const answer = () => page.getByRole("textbox").first();
const words = (file) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
const download = async (name, file) => {
  const [taken] = await Promise.all([page.waitForEvent("download"), press(name)]);
  const there = path.join(folder, file ?? taken.suggestedFilename());
  await taken.saveAs(there);
  return there;
};
/** The page is clean for everybody, fits a narrow phone, and everything on it can be aimed at. */
const clean = async () => {
  for (const look of looks.filter(({ name }) => name !== "desk-dark")) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], look.name);
  }
  await wear(page, looks[0]);
  assert.deepEqual(await smallTargets(page), []);
  assert.equal(await sideways(page), "");
};

describe("the file for the MDPH", { concurrency: 1 }, () => {
  test("its parts say how far they are and what changed since the last request", async () => {
    await visit(page, `${example}/dossier-mdph`);
    await heading("Dossier MDPH");
    const parts = await page.locator(".mdph .rows").first().innerText();
    for (const part of ["Qui fait la demande", "Votre vie, vos attentes", "L'école, les études", "Ce que vous demandez", "Vous qui aidez", "Les papiers à joindre"]) {
      assert.ok(parts.includes(part), part);
    }
    assert.ok(!parts.includes("Le travail"), "work begins at fifteen");
    const changed = page.getByRole("region", { name: "Ce qui a changé depuis la dernière demande" });
    await changed.getByText("S'habiller, mettre son appareillage").first().click();
    const then = page.locator(".then-now").filter({ hasText: "Trente minutes" });
    assert.match(await then.innerText(), /La dernière fois[\s\S]*Trente minutes[\s\S]*Maintenant[\s\S]*Il met l'orthèse en cinq minutes/);
    await clean();
  });

  test("a question is answered by keyboard, with what the carnet knows, and is still there after a pause", async () => {
    await visit(page, `${example}/dossier-mdph/daily-eat`);
    await heading("Manger et boire, préparer un repas");
    await clean();
    const known = page.locator(".knows li").filter({ hasText: "couper la viande" });
    assert.match(await known.innerText(), /Habitude de vie · Repas, par /);
    assert.equal(await answer().inputValue(), "", "nothing is put in by itself");
    await page.getByRole("radio", { name: "Avec l'aide de quelqu'un, en partie" }).check();
    await answer().fill("Papa coupe.");
    await page.locator("h1").focus();
    await tabTo(page, "Reprendre dans la réponse");
    await page.keyboard.press("Enter");
    await known.getByText("Repris").waitFor();
    assert.match(await answer().inputValue(), /^Papa coupe\.\nJe mange de tout/);
    await press("S'arrêter là");
    await heading("Dossier MDPH");
    await visit(page, `${example}/dossier-mdph/daily-eat`);
    await heading("Manger et boire, préparer un repas");
    assert.match(await answer().inputValue(), /^Papa coupe\.\nJe mange de tout/);
    assert.ok(await page.getByRole("radio", { name: "Avec l'aide de quelqu'un, en partie" }).isChecked());
    await press("Enregistrer et continuer");
    await heading("Se lever, marcher, monter l'escalier");
    await press("Précédente");
    await heading("Manger et boire, préparer un repas");
  });

  test("what was being typed is back after locking", async () => {
    await visit(page, `${example}/dossier-mdph/daily-housing`);
    await heading("Le logement");
    await answer().fill("Troisième étage, l'ascenseur est petit.");
    await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 700)));
    await person.locks();
    await person.unlocks();
    await heading("Le logement");
    await page.getByText("Votre brouillon est revenu").waitFor();
    assert.equal(await answer().inputValue(), "Troisième étage, l'ascenseur est petit.");
    await press("S'arrêter là");
    await heading("Dossier MDPH");
  });

  test("a voice is recorded, sealed and heard again; a closed microphone is said", async () => {
    await visit(page, `${example}/dossier-mdph/project-hard`);
    await heading("Qu'est-ce qui est difficile aujourd'hui ?");
    await browser.context.clearPermissions();
    await press("Enregistrer ma voix");
    await page.getByText("Le micro est resté fermé").waitFor();
    await browser.context.grantPermissions(["microphone"]);
    await press("Enregistrer ma voix");
    await page.getByText("0:01 sur 5:00").waitFor();
    await press("Enregistrer et continuer");
    await page.getByText("Votre voix n'est pas encore gardée").waitFor();
    await press("Arrêter l'enregistrement");
    await press(/^Écouter/);
    const heard = page.locator("audio");
    await heard.waitFor();
    await page.waitForFunction(() => document.querySelector("audio").readyState >= 1);
    await clean();
    await press("Enregistrer et continuer");
    await heading("À la maison, que souhaitez-vous ?");
    await visit(page, `${example}/dossier-mdph/project-hard`);
    await page.getByText("Enregistrement 1").first().waitFor();
  });

  test("documents of the carnet are joined, those that fit the question first", async () => {
    await visit(page, `${example}/dossier-mdph/pieces-other`);
    await heading("Autre chose");
    await page.getByRole("checkbox", { name: /Notification MDPH/ }).check();
    await page.getByText("Choisir parmi les autres documents").click();
    await page.getByRole("checkbox", { name: /La maison, dessinée/ }).check();
    await clean();
    await press("Enregistrer et relire");
    await heading("Relire le dossier MDPH");
  });

  test("the whole is read over, printed with name and number on each page, and read back", async () => {
    const said = await page.locator(".doc").innerText();
    for (const there of ["Théo Beaupré", "Papa coupe.", "Troisième étage", "Notification MDPH", "Enregistrement de la voix"]) {
      assert.ok(said.includes(there), there);
    }
    assert.match(await page.locator(".notice").first().innerText(), /certificat médical/);
    await clean();
    const file = path.join(process.env.CARNET_SHOTS ? path.join(import.meta.dirname, "shots") : folder, "mdph-print.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    const sheets = words(file).split("\f").filter((text) => text.trim());
    assert.ok(sheets.length >= 3);
    sheets.forEach((sheet, at) => {
      assert.match(sheet, /Théo Beaupré · Dossier pour la MDPH · /, `page ${at + 1}`);
      assert.match(sheet, new RegExp(`${at + 1} ?/ ?${sheets.length}`));
    });
    assert.doesNotMatch(sheets.join(""), /Imprimer|Télécharger|Il manque encore|réponses sont différentes/i);
  });

  test("the PDF is tagged and holds every word; the fonts come only now", async () => {
    assert.ok(!asked.some((address) => address.startsWith("/fonts/")), "nobody fetches fonts who takes no PDF");
    const file = await download("Télécharger en PDF");
    const said = words(file).replace(/\s+/g, " ");
    for (const there of ["Papa coupe.", "Je mange de tout", "Troisième étage, l'ascenseur est petit.", "Page 2 sur"]) {
      assert.ok(said.includes(there), there);
    }
    assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Tagged:\s+yes/);
    assert.ok(asked.some((address) => address.startsWith("/fonts/")));
    assert.equal(await page.getByText("Le PDF ne sait pas écrire").count(), 0);
  });

  test("everything comes in one download, the papers as they are", async () => {
    const file = await download(/^Tout télécharger/);
    const listed = execFileSync("unzip", ["-l", file], { encoding: "utf8" });
    for (const there of ["dossier-mdph.pdf", "bilan-kine.pdf", "notification.pdf", "dessin", "voix-1.webm"]) assert.ok(listed.includes(there), `${there}: ${listed}`);
    assert.ok(!listed.includes("A-LIRE"), listed);
    const inside = execFileSync("unzip", ["-p", file, "*bilan-kine.pdf"]);
    assert.equal(inside.subarray(0, 5).toString(), "%PDF-");
    execFileSync("unzip", ["-t", file]);
  });

  test("once sent it is kept as it is, and the next request starts from it and shows what changed", async () => {
    await press("Noter l'envoi");
    await page.getByText(/^Envoyé le /).first().waitFor();
    await visit(page, `${example}/dossier-mdph`);
    await press("Préparer une nouvelle demande");
    await page.getByText("question 2 sur").waitFor();
    await visit(page, `${example}/dossier-mdph/daily-eat`);
    await page.getByText("Votre réponse est la même.").waitFor();
    await answer().fill("Il mange seul, lentement.");
    await page.getByRole("button", { name: "Reprendre cette réponse" }).waitFor();
    await press("S'arrêter là");
    await heading("Dossier MDPH");
    const changed = page.getByRole("region", { name: "Ce qui a changé depuis la dernière demande" });
    await changed.getByText("Manger et boire").first().click();
    assert.match(await changed.innerText(), /Papa coupe\.[\s\S]*Il mange seul, lentement\./);
    assert.match(await page.getByRole("region", { name: "Les demandes d'avant" }).innerText(), /passage au collège/);
  });
});

describe("letters", { concurrency: 1 }, () => {
  test("a letter is filled, completed, printed and noted as sent", async () => {
    await person.goesTo("Courriers");
    assert.match(await page.locator(".letters").innerText(), /équipe de suivi et GEVA-Sco de Théo/);
    await clean();
    await page.getByRole("link", { name: "Contester une décision (RAPO)" }).click();
    await heading("Contester une décision (RAPO)");
    assert.match(await page.locator(".facts").innerText(), /CDAPH[\s\S]*accusé de réception[\s\S]*copie de la décision[\s\S]*2 mois/i);
    await clean();
    await page.getByLabel("Date écrite sur la décision").fill("2026-10-05");
    await page.getByLabel("Pourquoi vous n'êtes pas d'accord").fill("Il ne marche pas 500 mètres le soir.");
    await press("Écrire la lettre");
    await page.locator(".doc").waitFor();
    const said = (await page.locator(".doc").innerText()).replace(/\s+/g, " ");
    for (const there of ["décision du 5 octobre 2026", "Théo Beaupré", "Il ne marche pas 500 mètres le soir.", "dossier n° 69-2019-4711", "[à compléter : jour où vous l'avez reçue]", "Claire Beaupré"]) {
      assert.ok(said.includes(there), there);
    }
    await page.getByText("Il reste des choses à compléter").waitFor();
    await clean();
    const file = await download("Télécharger en PDF");
    assert.match(words(file), /Objet : recours administratif préalable obligatoire[\s\S]*500 mètres le soir/);
    const sheet = path.join(folder, "letter-print.pdf");
    await page.pdf({ path: sheet, preferCSSPageSize: true });
    assert.match(words(sheet), /^Claire Beaupré[\s\S]*Objet : recours[\s\S]*Claire Beaupré\s[\s\S]*Claire Beaupré · \d+ [\s\S]*1 ?\/ ?1\s*$/);
    assert.doesNotMatch(words(sheet), /Elle est partie|Compléter|Démarches/);
    await page.getByRole("link", { name: "Compléter la lettre" }).click();
    await page.getByLabel("Objet").fill("recours contre la décision du 5 octobre");
    await press(/^Enregistrer/);
    await page.getByText("recours contre la décision du 5 octobre").first().waitFor();
    await page.getByLabel("Jour de l'envoi ou de la remise").fill("2026-11-20");
    await page.getByLabel("Lettre recommandée avec accusé de réception", { exact: true }).check();
    await press("Noter l'envoi");
    await page.getByText("Envoyée le 20 novembre 2026.").waitFor();
    // It is about no procedure: it can be kept as proof in one.
    await page.getByRole("heading", { name: "La garder comme preuve" }).waitFor();
  });

  test("a procedure leads to its file and back, and to letters that know its office, dates and rights", async () => {
    await visit(page, `${example}/demarches`);
    await heading("Démarches");
    await page.getByRole("link", { name: "Renouvellement à la MDPH" }).first().click();
    await heading("Renouvellement à la MDPH");
    await page.getByText(/^Dossier MDPH envoyé le /).waitFor();
    await page.getByRole("heading", { level: 2, name: "Déposé", exact: true }).waitFor();
    await page.getByRole("link", { name: "Ouvrir le dossier MDPH" }).click();
    await heading("Relire le dossier MDPH");
    await page.getByRole("link", { name: "Renouvellement à la MDPH" }).click();
    await heading("Renouvellement à la MDPH");
    await page.locator(".log").getByRole("link", { name: "Réunion de l'équipe de suivi et GEVA-Sco de Théo Beaupré" }).waitFor();
    await visit(page, `${example}/demarches`);
    await heading("Démarches");
    await page.getByRole("link", { name: "Demande de PCH : barre et siège de douche" }).first().click();
    await heading(/Demande de PCH/);
    await page.getByRole("heading", { name: "Dossier et lettres" }).waitFor();
    await clean();
    await page.getByRole("link", { name: "Faire une réclamation à la MDPH" }).click();
    await heading("Faire une réclamation à la MDPH");
    assert.match(await page.getByLabel("Jour où le dossier a été déposé").inputValue(), /^\d{4}-\d\d-\d\d$/);
    assert.match(await page.getByLabel("Ce qui ne va pas, avec les dates").inputValue(), /appel, 14:30, Mme Petit : L'ergothérapeute/);
    assert.match(await page.getByLabel("Adresse de qui reçoit").inputValue(), /Direction de la MDPH[\s\S]*MDPH du Rhône/);
    await page.getByLabel("Numéro de dossier").fill("69-77");
    // Another procedure has another number and other calls; what a hand typed stays.
    await page.getByLabel("Cette lettre concerne").selectOption({ label: "Renouvellement à la MDPH" });
    assert.match(await page.getByLabel("Ce qui ne va pas, avec les dates").inputValue(), /Le dossier peut être déposé au guichet/);
    assert.equal(await page.getByLabel("Numéro de dossier").inputValue(), "69-77");
    await page.getByLabel("Cette lettre concerne").selectOption({ label: "Demande de PCH : barre et siège de douche" });
    await clean();
    await press("Écrire la lettre");
    await page.locator(".doc").waitFor();
    await page.getByRole("link", { name: "Demande de PCH : barre et siège de douche" }).first().waitFor();
    await page.getByLabel("Par e-mail", { exact: true }).check();
    await clean();
    await press("Noter l'envoi");
    await page.getByText("Gardée comme preuve dans la démarche").waitFor();
    await page.locator(".notice").getByRole("link", { name: /Demande de PCH/ }).click();
    await heading(/Demande de PCH/);
    const proof = page.locator(".log li").filter({ hasText: "E-mail ou téléservice" });
    await proof.getByRole("link", { name: /Réclamation, dossier n° 69-77/ }).click();
    await heading("Faire une réclamation à la MDPH");
  });

  test("nothing went wrong in the page meanwhile", () => {
    assert.deepEqual(browser.fail, []);
  });
});

// The notebook and the reports, by hand: written, answered, read, begun from a template, printed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, shoot, startBrowser, startServer, violations, wear } from "./harness.mjs";

const SHOTS = process.env.CARNET_SHOTS;
const [phone] = looks;

let server, here, page, person;

before(async () => {
  server = await startServer();
  here = await startBrowser({ origin: server.origin });
  page = here.page;
  await addAuthenticator(page);
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.makesExample();
  await wear(page, phone);
});

after(async () => {
  await here?.stop();
  await server?.stop();
});

const look = async (name) => {
  if (SHOTS) {
    await shoot(page, name);
    await wear(page, phone);
  }
};

describe("notebook and reports", { concurrency: 1 }, () => {
  test("a note is left for somebody, on a phone", async () => {
    await person.goesTo("Cahier de liaison");
    assert.deepEqual(await violations(page), []);
    await look("notebook");
    await page.getByRole("button", { name: "Écrire une note" }).click();
    const text = page.getByLabel("Votre note");
    await text.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "note-text");
    await page.getByRole("button", { name: "Laisser cette note" }).click();
    await page.getByText("Écrivez quelques mots, ou ajoutez une photo.").waitFor();
    await text.fill("Il a bien dormi.");
    await page.getByText("Quelqu'un d'autre").click();
    await page.getByRole("checkbox").first().check();
    assert.deepEqual(await violations(page), []);
    await look("notebook-form");
    await page.getByRole("button", { name: "Laisser cette note" }).click();
    const note = page.locator(".note", { hasText: "Il a bien dormi." });
    await note.waitFor();
    assert.match(await note.locator(".note-who").innerText(), /pour /);
    await page.getByRole("heading", { level: 2, name: "Aujourd'hui" }).waitFor();
  });

  test("a note is answered, and the answer names it", async () => {
    const note = page.locator(".note", { hasText: "Il a bien dormi." });
    // Once it is sent, it stands still under the fingers.
    await note.getByText("Pas encore envoyé").waitFor({ state: "detached" });
    await note.getByRole("button", { name: /Répondre/ }).press("Enter");
    await page.getByRole("heading", { name: /Répondre à/ }).waitFor();
    await page.getByLabel("Votre note").fill("Merci !");
    await page.getByRole("button", { name: "Laisser cette note" }).press("Enter");
    const answer = page.locator(".note", { hasText: "Merci !" });
    await answer.waitFor();
    await answer.getByText(/Réponse à .*\s«\sIl a bien dormi\.\s»/).waitFor();
  });

  test("reports are listed, read and found", async () => {
    await person.goesTo("Comptes rendus");
    await page.getByRole("link", { name: "Fiche appareillage" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await look("reports");
    await page.getByRole("link", { name: "Bilan – Kinésithérapie" }).click();
    await page.getByRole("heading", { level: 2, name: "Amplitudes articulaires" }).waitFor();
    await page.getByText(/Écrit et signé par/).waitFor();
    assert.deepEqual(await violations(page), []);
    await look("report");
  });

  test("a report is begun from a template, and signed by who writes it", async () => {
    await person.goesTo("Comptes rendus");
    await page.getByRole("link", { name: "Ajouter un compte rendu" }).click();
    await person.at("Ajouter un compte rendu");
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.getByText("Choisissez une sorte de compte rendu.").waitFor();
    await page.getByLabel("Note de séance").check();
    await page.getByLabel("Discipline").selectOption({ label: "Orthophonie" });
    assert.deepEqual(await violations(page), []);
    await look("report-template");
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.getByLabel("Texte").first().fill("Jeux de rimes, vingt minutes.");
    await page.getByLabel("En résumé").fill("Bonne séance.");
    // Values unroll; each says when it is from.
    await page.getByText(/^Choisir dans le carnet/).first().click();
    await page.getByLabel(/Distance de marche.*\s520\sm\s·/).check();
    assert.deepEqual(await violations(page), []);
    await look("report-form");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await person.at("Comptes rendus");
    await page.getByRole("link", { name: "Note de séance – Orthophonie" }).click();
    await page.getByText("Jeux de rimes, vingt minutes.").waitFor();
    await page.getByText(/Distance de marche.*\s520\sm/).waitFor();
    await page.getByText(/Écrit et signé par .*, aujourd'hui/).waitFor();
  });
});

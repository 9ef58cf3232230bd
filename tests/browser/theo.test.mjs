// Théo's story, told by those around him, each in a browser of their own: his mother lets his father in, a physiotherapist leaves a
// report and a long film by a link while the network fails twice, a children's ward reads and watches for as long as it may, and
// a teacher sees what a day is like and nothing of his health.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { longFilm, looks, pdf, startServer, violations, visit } from "./harness.mjs";
import { accepts, asProfessional, asks, invites, makesDepositLink, opensDeposit, reaches, somebody } from "./harness/team.mjs";

/** How long the film is, in MiB. */
const MEGABYTES = Number(process.env.CARNET_THEO ?? 300);
const FILM = "Marche avec les attelles";
const REPORT = "Bilan de la marche";
const PROBLEM = "Épilepsie";
const TREATMENT = "Lévétiracétam";
const HABIT = /Je m'appelle Théo/;
const PHRASES = ["grillon pupitre mercredi cabane ocre", "tambour lichen samedi verger bleu", "boussole noisette lundi hangar gris"];
/** Pages with something of his health on them. */
const HEALTH = ["sante", "documents", "courbes", "comptes-rendus", "parcours"];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-theo-"));
const film = path.join(folder, "marche.mp4");
const report = path.join(folder, "bilan.pdf");
const browsers = [];
let server, carnet, mother, father, physio, ward, teacher, link, watched;
/** How many complaints there were before anything was asked for that is not to be had. */
let refusals = Infinity;

const arrives = async (more) => {
  const one = await somebody(server, more);
  browsers.push(one);
  return one;
};

/** Comes in by an invitation, with an account made on the way. */
async function enters(address, called, name, phrase) {
  const one = await arrives({ passkeys: false, viewport: looks[2].viewport });
  await one.person.arrives(address.slice(server.origin.length));
  await one.page.getByText(/vous invite dans le carnet de Théo/).waitFor();
  await accepts(one, called, name, phrase);
  await one.person.hand.press("Entrer dans le carnet");
  await one.person.at("Théo");
  return one;
}

const plays = (page) => page.waitForFunction(() => document.querySelector("video")?.readyState >= 2);

before(async () => {
  longFilm(film, MEGABYTES);
  fs.writeFileSync(report, pdf("Bilan de la marche de Theo"));
  server = await startServer({ counts: true });
  mother = await arrives({ viewport: looks[2].viewport });
  const { person } = mother;
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  carnet = await person.makesExample();
});

after(async () => {
  for (const browser of browsers) await browser.stop();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("Théo and those around him", { concurrency: 1 }, () => {
  test("his mother lets his father in, who keeps the carnet with her once she has confirmed him", async () => {
    const address = await invites(mother, carnet, async (page) => {
      await page.getByLabel("Parent ou responsable du carnet").check();
      await page.getByLabel("Comment l'appelez-vous ?").fill("Papa");
    });
    father = await enters(address, "Paul", "paul.papa", PHRASES[0]);
    await visit(mother.page, carnet);
    await asks(mother);
    await mother.person.hand.press("C'est bien Papa");
    await mother.page.getByText("Papa est entré avec votre invitation").waitFor({ state: "hidden" });
    await asks(father);
    await father.page.getByText("un autre responsable doit confirmer").waitFor({ state: "hidden" });
  });

  test("the physiotherapist leaves a report, then a film, though the network fails twice", async () => {
    link = await makesDepositLink(mother, carnet, "Mme Leroy, kinésithérapeute");
    physio = await arrives({ passkeys: false });
    const { page } = physio;
    await opensDeposit(page, link);
    await page.getByLabel("Votre nom et votre service").fill("Mme Leroy");
    await page.locator("#deposit-files").setInputFiles(report);
    await page.getByRole("button", { name: "Déposer" }).click();
    await page.getByRole("heading", { name: "C'est déposé" }).waitFor();
    await page.getByRole("button", { name: "Déposer autre chose" }).click();
    await page.getByLabel("Votre nom et votre service").fill("Mme Leroy");
    await page.locator("#deposit-files").setInputFiles(film);
    const before = server.passed().sent;
    await page.getByRole("button", { name: "Déposer" }).click();
    // For a moment: nobody need be told.
    await reaches(page, MEGABYTES * 0.25);
    server.cut(true);
    await page.waitForTimeout(1000);
    server.cut(false);
    // For longer: it is told, and goes on by itself.
    await reaches(page, MEGABYTES * 0.6);
    server.cut(true);
    await page.getByText("Pas de réseau. Rien n'est perdu").waitFor({ timeout: 60_000 });
    assert.deepEqual(await violations(page), []);
    server.cut(false);
    await asks(physio);
    await page.getByRole("heading", { name: "C'est déposé" }).waitFor({ timeout: 120_000 });
    const sent = server.passed().sent - before;
    assert.ok(sent < (MEGABYTES + 30) * 1024 * 1024, `what had arrived was sent again: ${sent}`);
  });

  test("his mother files both", async () => {
    const { page } = mother;
    await visit(page, `${carnet}/depots`);
    await asks(mother);
    const left = page.getByRole("region", { name: "Mme Leroy" });
    await left.nth(1).waitFor();
    const [one, other] = [left.filter({ hasText: "bilan.pdf" }), left.filter({ hasText: "marche.mp4" })];
    for (const [deposit, title] of [[one, REPORT], [other, FILM]]) {
      await deposit.getByLabel("Titre").fill(title);
      await deposit.getByLabel("Discipline").selectOption({ label: "Kinésithérapie" });
      await deposit.getByRole("button", { name: "Ranger dans le carnet" }).click();
      await deposit.waitFor({ state: "detached" });
    }
    await visit(page, `${carnet}/documents`);
    for (const title of [REPORT, FILM]) await page.getByRole("link", { name: title }).waitFor();
    assert.deepEqual(physio.fail.filter((line) => !/ERR_(CONNECTION|EMPTY|INTERNET|SOCKET)/.test(line)), []);
  });

  test("a children's ward comes in to read: health, papers and films", async () => {
    const address = await invites(mother, carnet, async (page) => {
      await asProfessional("Service d'hôpital", "Neuropédiatrie")(page);
      assert.equal(await page.getByLabel("Santé", { exact: true }).inputValue(), "read");
      assert.equal(await page.getByLabel("École et apprentissages").inputValue(), "nothing");
    });
    ward = await enters(address, "Service de neuropédiatrie", "neuroped", PHRASES[1]);
    const { page } = ward;
    await visit(page, `${carnet}/sante`);
    await page.getByText(PROBLEM).first().waitFor();
    assert.equal(await page.getByRole("main").getByRole("link", { name: /^(Ajouter|Modifier)/ }).count(), 0, "only to read");
    await visit(page, `${carnet}/documents`);
    await page.getByRole("link", { name: REPORT }).waitFor();
  });

  test("it plays the film, and seeks in it, fetching what is needed only", async () => {
    const { page, person } = ward;
    const before = server.passed().got;
    await page.getByRole("link", { name: FILM }).click();
    await person.at(FILM);
    await plays(page);
    await page.locator("video").evaluate((video) => video.play());
    await page.waitForFunction(() => document.querySelector("video").currentTime > 0.3);
    await page.locator("video").evaluate(async (video) => {
      video.pause();
      video.currentTime = 4;
      await new Promise((seeked) => video.addEventListener("seeked", seeked, { once: true }));
    });
    assert.ok(Math.abs((await page.locator("video").evaluate((video) => video.currentTime)) - 4) < 0.05);
    assert.ok(server.passed().got - before < 16 * 1024 * 1024, "of a long film only what is watched is fetched");
    watched = new URL(page.url()).pathname;
  });

  test("a teacher sees what a day is like, and nothing of health", async () => {
    // First the mother's device learns who came in: it changes the keys that their invitation knew.
    await visit(mother.page, `${carnet}/equipe`);
    await asks(mother);
    await mother.page.getByRole("heading", { level: 3, name: /Neuropédiatrie/ }).waitFor();
    const address = await invites(mother, carnet, asProfessional("Enseignant", "Mme Petit, CM1"));
    teacher = await enters(address, "Mme Petit", "petit.cm1", PHRASES[2]);
    const { page } = teacher;
    await visit(page, `${carnet}/habitudes`);
    await page.getByText(HABIT).first().waitFor();
    const menu = page.getByRole("navigation", { name: "Menu" });
    assert.equal(await menu.getByRole("link", { name: "Santé", exact: true }).count(), 0);
    for (const part of HEALTH) {
      await visit(page, `${carnet}/${part}`);
      const shown = await page.getByRole("main").innerText();
      for (const word of [PROBLEM, TREATMENT, REPORT, FILM]) assert.ok(!shown.includes(word), `${part}: ${word}`);
    }
    await visit(page, watched);
    assert.equal(await page.locator("video").count(), 0);
  });

  test("the ward's time is over: nothing that is added afterwards is seen there", async () => {
    const { page, person } = mother;
    await visit(page, `${carnet}/equipe`);
    await asks(mother);
    await page.getByRole("link", { name: "Neuropédiatrie" }).first().click();
    await person.at("Neuropédiatrie");
    await page.getByRole("button", { name: "Fermer l'accès de Neuropédiatrie" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Fermer l'accès de Neuropédiatrie" }).click();
    await person.at("Mon équipe");
    await visit(page, `${carnet}/sante`);
    await person.notesAllergy("Amandes grillées");
    await asks(father);
    await visit(father.page, `${carnet}/sante`);
    await father.page.getByText("Amandes grillées").first().waitFor();

    refusals = ward.fail.length;
    const refuses = (part) => ward.page.waitForResponse((answer) => answer.url().includes(part) && answer.status() >= 400);
    const log = refuses("/log");
    await asks(ward);
    await log;
    await visit(ward.page, `${carnet}/sante`);
    await ward.page.getByText(PROBLEM).first().waitFor();
    assert.ok(!(await ward.page.getByRole("main").innerText()).includes("Amandes"));
    const bytes = refuses("/files/");
    await visit(ward.page, watched);
    await bytes;
    assert.equal(await ward.page.locator("video").count(), 0);
  });

  test("no page complained", () => {
    for (const one of [mother, father, teacher]) assert.deepEqual(one.fail, []);
    assert.deepEqual(ward.fail.slice(0, refusals), []);
  });
});

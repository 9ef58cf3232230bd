// Curves: entered at phone width, drawn, read by keyboard, compared, pasted, printed, taken away.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";

let server, browser, page, person, example;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page);
  person = new Person(page);
  example = await person.beginsWithExample();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

const drawn = () => page.locator("#chart .c-line-0").first().getAttribute("d");
const download = async (name) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return fs.readFileSync(await file.path());
};

describe("curves", { concurrency: 1 }, () => {
  test("a child's growth comes first, beside its reference, and the tables come only now", async () => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit(page, `${example}/sante`);
    await person.at("Santé");
    assert.ok(!asked.includes("/growth/who.bin"), "the tables were fetched before a chart was open");
    await visit(page, `${example}/courbes`);
    await person.at("Courbes");
    await page.locator("#chart .c-outer").first().waitFor({ state: "attached" });
    assert.ok(asked.includes("/growth/who.bin"));
    const titles = await page.locator("#chart .lane figcaption strong").allInnerTexts();
    assert.deepEqual(titles, ["Poids", "Taille"]);
    const said = await page.locator(".notes").innerText();
    assert.match(said, /Organisation mondiale de la santé/);
    assert.match(said, /courbes françaises/);
    assert.match(said, /Après 10 ans/);
    assert.match(await page.locator("#chart-facts").innerText(), /Poids\s: \d+ valeurs/);
  });

  test("everybody can see it: light, dark, narrow, with a finger", async () => {
    for (const look of looks) {
      await wear(page, look);
      assert.deepEqual(await violations(page, look), [], look.name);
    }
    await wear(page, looks[0]);
    assert.deepEqual(await smallTargets(page), []);
    assert.equal(await sideways(page), "");
  });

  test("a value is noted in three taps, and drawn", async () => {
    const before = await drawn();
    await page.getByRole("button", { name: "Noter : poids" }).click();
    const field = page.getByRole("textbox", { name: "Valeur" });
    await field.waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.activeElement.id), "note-value-in");
    await page.keyboard.type("32,6");
    await page.getByRole("dialog").getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForFunction((before) => document.querySelector("#chart .c-line-0").getAttribute("d") !== before, before);
    assert.match(await page.locator("#chart").innerHTML(), /32,6/);
  });

  test("it is read, moved and seen whole again by keyboard alone", async () => {
    await visit(page, `${example}/courbes`);
    await page.locator("#chart .c-outer").first().waitFor({ state: "attached" });
    await tabTo(page, "Courbes", 120);
    const whole = await drawn();
    await page.keyboard.press("End");
    await page.locator("#chart .readout li").first().waitFor();
    assert.match(await page.locator("#chart .readout").innerText(), /Poids\s: 32,6/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await page.locator("#chart .readout").innerText(), /centile|10 ans/);
    await page.keyboard.press("+");
    await page.waitForFunction((whole) => document.querySelector("#chart .c-line-0").getAttribute("d") !== whole, whole);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("0");
    await page.waitForFunction((whole) => document.querySelector("#chart .c-line-0").getAttribute("d") === whole, whole);
  });

  test("a finger moves it, two fingers come closer, a tap reads", async () => {
    const whole = await drawn();
    const box = await page.locator(".plot").first().boundingBox();
    const at = (share) => ({ x: box.x + box.width * share, y: box.y + box.height / 2 });
    const touch = await page.context().newCDPSession(page);
    const send = (type, ...points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
    await send("touchStart", at(0.4), at(0.6));
    await send("touchMove", at(0.2), at(0.8));
    await send("touchEnd");
    await page.waitForFunction((whole) => document.querySelector("#chart .c-line-0").getAttribute("d") !== whole, whole);
    const near = await drawn();
    await send("touchStart", at(0.3));
    await send("touchMove", at(0.5));
    await send("touchMove", at(0.7));
    await send("touchEnd");
    await page.waitForFunction((near) => document.querySelector("#chart .c-line-0").getAttribute("d") !== near, near);
    await page.locator("#chart").getByRole("button", { name: "Tout voir" }).click();
    await page.waitForFunction((whole) => document.querySelector("#chart .c-line-0").getAttribute("d") === whole, whole);
  });

  test("how fast a child grows is worked out, and said how", async () => {
    await page.getByRole("checkbox", { name: "Vitesse : taille" }).check();
    const lane = page.locator("#chart .lane", { hasText: "Vitesse : taille" });
    await lane.waitFor();
    assert.match(await lane.innerText(), /cm par an/);
    assert.match(await page.locator("#chart-facts").innerText(), /Vitesse\s: taille\s: \d+ valeurs/);
    assert.match(await page.locator(".notes").innerText(), /six mois d'écart/);
    await page.getByRole("checkbox", { name: "Vitesse : taille" }).uncheck();
  });

  test("before five years, weight is read by length and by height, each beside its reference", async () => {
    const lanes = page.locator("#stature-chart .lane");
    await lanes.first().waitFor();
    assert.deepEqual(await lanes.locator("figcaption strong").allInnerTexts(), ["Poids selon la longueur, allongé, avant 2 ans", "Poids selon la taille, debout, de 2 à 5 ans"]);
    for (const lane of await lanes.all()) assert.ok((await lane.locator(".c-outer").getAttribute("d")).length > 50);
    await page.locator("#stature-chart .lanes").focus();
    await page.keyboard.press("Home");
    await page.locator("#stature-chart .readout li").first().waitFor();
    const read = await page.locator("#stature-chart .readout").innerText();
    assert.match(read, /50,0\scm/);
    assert.match(read, /naissance · 3,42\skg · z/);
    await page.getByText("Voir les mêmes chiffres en tableau Poids selon la taille").click();
    assert.match(await page.locator("table.values", { hasText: "Longueur ou taille" }).innerText(), /96,5\scm\s+14,6\skg\s+z/);
    await page.getByText("Voir les mêmes chiffres en tableau Poids selon la taille").click();
    assert.equal(await sideways(page), "");
  });

  test("what a measure is, how often it is taken and why its questions are not here can be read", async () => {
    await page.getByRole("checkbox", { name: "Niveau GMFCS" }).check();
    await page.getByText("Ce que sont ces mesures").click();
    await page.getByRole("heading", { name: "Niveau GMFCS" }).waitFor();
    const said = await page.locator("details", { hasText: "Ce que sont ces mesures" }).innerText();
    for (const part of ["I · II · III · IV · V", "d'habitude chaque année", "CanChild", "les questions sont protégées"]) assert.ok(said.includes(part), part);
    assert.deepEqual(await violations(page), []);
    await page.getByText("Ce que sont ces mesures").click();
    await page.getByRole("checkbox", { name: "Niveau GMFCS" }).uncheck();
  });

  test("left and right stand together or side by side, told apart by more than colour", async () => {
    await page.getByRole("checkbox", { name: "Excentration de hanche" }).check();
    await page.locator(".key").first().waitFor();
    assert.equal(await page.locator(".key").count(), 2);
    await page.getByText("Choisir ce qui s'affiche").click();
    await page.getByLabel("Côte à côte").check();
    await page.locator(".lane figcaption", { hasText: "gauche" }).waitFor();
    await page.getByLabel("Côte à côte").uncheck();
    await page.getByLabel("En écarts-types").check();
    await page.getByText("écarts-types (z)").waitFor();
    await page.getByRole("checkbox", { name: "Excentration de hanche" }).uncheck();
  });

  test("the same numbers stand in a table, with their place in the reference or the reason for none", async () => {
    await page.getByText("Voir les mêmes chiffres en tableau", { exact: true }).click();
    const table = page.locator("table.values").first();
    await table.waitFor();
    const text = await table.innerText();
    assert.match(text, /pas de repère après 10 ans/);
    assert.match(text, /z\s[−+0]/);
    assert.deepEqual(await violations(page), []);
  });

  test("it is taken away as picture, drawing and table", async () => {
    const svg = (await download("Dessin (SVG)")).toString();
    assert.match(svg, /^<svg xmlns='http:\/\/www.w3.org\/2000\/svg'/);
    assert.match(svg, /Poids \(kg\)/);
    assert.match(svg, /Organisation mondiale/);
    const png = await download("Image (PNG)");
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
    const csv = (await download("Tableau (CSV)")).toString();
    assert.match(csv, /^\ufeffdate;heure;mesure/);
    assert.match(csv, /;Poids;;32,6;kg;/);
  });

  test("it prints without the buttons", async () => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#chart svg").first().isVisible());
    for (const hidden of [".chart-acts", ".readout", ".acts", ".chips"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
    assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
    await page.emulateMedia({ media: null });
  });

  test("a pasted table is looked at before it is kept, each bad line with its reason", async () => {
    await visit(page, `${example}/coller-valeurs`);
    await page.getByLabel("Collez le tableau ici").fill("Date;Sommeil (h)\n01/03/2026;7,5\n32/03/2026;8\n03/03/2026;beaucoup\n04/03/2026;7h30\n");
    await page.getByRole("button", { name: "Lire ce tableau" }).click();
    await page.getByText("2 valeurs comprises").waitFor();
    const told = await page.locator(".card").innerText();
    assert.match(told, /Ligne 3.*la date n'est pas comprise/);
    assert.match(told, /Ligne 4.*ce n'est pas un nombre/);
    assert.deepEqual(await violations(page), []);
    assert.equal(await sideways(page), "");
    await page.getByRole("button", { name: "Enregistrer ces 2 valeurs" }).click();
    await person.at("Courbes");
    await page.getByRole("checkbox", { name: "Sommeil", exact: true }).check();
    await page.locator("#chart-facts", { hasText: "Sommeil" }).waitFor();
  });

  test("an event is noted, and counted by month", async () => {
    await visit(page, `${example}/ajouter/events`);
    await page.getByLabel("Que s'est-il passé ?").selectOption("spasm");
    await page.getByLabel("Combien de temps ?").first().fill("2 min 30");
    await page.getByRole("button", { name: /^Enregistrer/ }).click();
    await person.at("Courbes");
    await page.getByRole("checkbox", { name: "Spasme, contracture, nombre" }).check();
    await page.locator(".lane figcaption", { hasText: "par mois" }).waitFor();
  });

  test("a goal has five levels and its reviews", async () => {
    await visit(page, `${example}/ajouter/objective`);
    await page.getByLabel("Quel est l'objectif ?").fill("Monter dix marches");
    await page.getByLabel("0 : comme prévu").fill("Dix marches avec la rampe");
    await page.getByRole("group", { name: "Niveau au départ" }).getByLabel("−2").check();
    await page.getByRole("button", { name: /^Enregistrer/ }).click();
    await person.at("Parcours de vie");
    await page.getByText("Dix marches avec la rampe").waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test("one page for a professional holds what was chosen", async () => {
    await visit(page, `${example}/courbes`);
    await page.getByRole("link", { name: "Faire une synthèse à imprimer" }).click();
    await person.at("Synthèse pour un professionnel");
    await page.locator("#chart .c-line-0").first().waitFor({ state: "attached" });
    const text = await page.locator("main").innerText();
    for (const part of ["En chiffres", "Objectifs", "Monter dix marches", "Ce que disent les numéros"]) assert.ok(text.includes(part), part);
    for (const look of looks.slice(0, 2)) {
      await wear(page, look);
      assert.deepEqual(await violations(page, look), [], look.name);
    }
    assert.equal(await sideways(page), "");
    assert.deepEqual(browser.fail, []);
  });

  test("with as many curves as it holds, it is one sheet; with more, that is said", async () => {
    const chosen = ["Poids", "Taille", "Indice de masse corporelle", "Excentration de hanche"];
    for (const name of chosen) await page.getByRole("checkbox", { name, exact: true }).check();
    const measures = page.getByRole("group", { name: "Que voulez-vous voir ?" });
    for (const box of await measures.getByRole("checkbox", { checked: true }).all().then((all) => all.reverse())) {
      const name = await box.evaluate((one) => one.closest("label").textContent.trim());
      if (!chosen.includes(name)) await box.uncheck();
    }
    await page.waitForFunction(() => document.querySelectorAll("#chart .lane").length === 4);
    assert.ok(!(await page.getByText("Une page porte 4 courbes au plus").isVisible()));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-synthesis-"));
    const file = path.join(process.env.CARNET_SHOTS ? path.join(import.meta.dirname, "shots") : folder, "synthesis.pdf");
    await page.emulateMedia({ media: "print" });
    await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
    await page.emulateMedia({ media: null });
    const words = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    fs.rmSync(folder, { recursive: true, force: true });
    // A form feed ends each page.
    assert.equal(words.split("\f").length - 1, 1, words);
    for (const part of ["Théo", "En chiffres", "Objectifs", "Monter dix marches", "Projet individuel"]) assert.ok(words.includes(part), part);
    await page.getByRole("checkbox", { name: "Périmètre crânien", exact: true }).check();
    await page.getByText("Une page porte 4 courbes au plus").waitFor();
  });

  test("the next version of a project begins with the one before, which stays", async () => {
    await visit(page, `${example}/parcours`);
    const project = page.locator("li", { hasText: "Projet individuel au SESSAD" }).last();
    await project.getByText("Détails").first().click();
    await project.getByRole("link", { name: "Écrire la version suivante" }).click();
    await person.at("Ajouter un projet");
    const title = page.getByLabel("Titre");
    assert.equal(await title.inputValue(), "Projet individuel au SESSAD");
    await title.fill("Projet individuel, entrée au collège");
    await page.getByRole("button", { name: /^Enregistrer/ }).click();
    await person.at("Parcours de vie");
    const next = page.locator("#list-projects ~ *, .band", { hasText: "entrée au collège" }).last();
    await next.waitFor();
    await page.getByText("Voir les 1 d'avant").last().click();
    await page.locator(".row-title:visible", { hasText: "Projet individuel au SESSAD" }).waitFor();
  });
});

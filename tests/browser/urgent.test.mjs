// The urgent sheet, the whole way: a parent fills it in, makes the card and prints it; somebody without an account reads it
// off the paper; the parent hears of it, and takes in what was left. One story, told in order.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, pdf, ready, shoot, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets } from "./harness/reach.mjs";
import { startAbroad } from "./harness/urgent/abroad.mjs";

const NAME = "Lina-Rose";
const AGENT = "Pénicilline";
const DANGER = "Ne pas tirer sur le bras droit";
const LETTER = pdf("Compte rendu des urgences");
/** Millimetres in a CSS pixel. */
const MM = 25.4 / 96;

let server, parent, page, person, carnet, folder;
let oldAddress, address, code;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-card-"));
  server = await startServer();
  parent = await startBrowser({ origin: server.origin, acceptDownloads: true });
  page = parent.page;
  await addAuthenticator(page);
  person = new Person(page);
});

after(async () => {
  await parent?.stop();
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What stands now can be used by everybody. */
async function clean(shown, chosen = looks) {
  for (const look of chosen) {
    await wear(shown, look);
    assert.deepEqual(await violations(shown, look), [], look.name);
  }
  await wear(shown, looks[0]);
  assert.deepEqual(await smallTargets(shown), []);
  assert.equal(await sideways(shown), "");
}

/** Somebody without an account, with a browser of their own. */
async function stranger(visits) {
  const theirs = await startBrowser({ origin: server.origin });
  try {
    await visits(theirs.page);
    assert.deepEqual(theirs.fail, []);
  } finally {
    await theirs.stop();
  }
}

/** Prints what one of the buttons prints; gives back the file. */
async function print(button, name) {
  const file = path.join(folder, `${name}.pdf`);
  // The browser's own window cannot be pressed from here: its place is taken by a file.
  await page.evaluate(() => (window.print = () => {}));
  await person.hand.press(button);
  await page.pdf({ path: file, preferCSSPageSize: true, format: "A4" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  return file;
}

/** What an independent reader finds in the QR code of a printed page. */
function scan(file) {
  const picture = file.replace(/\.pdf$/, "");
  execFileSync("pdftoppm", ["-r", "200", "-png", "-f", "1", "-l", "1", "-singlefile", file, picture]);
  return execFileSync("zbarimg", ["-q", "--raw", `${picture}.png`], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

const printedWords = (file) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });

/** Reads the sheet as one who scans the card does: the address goes into a new window. */
async function reads(theirs, link) {
  await theirs.goto(link.slice(server.origin.length));
  await theirs.getByText(AGENT).first().waitFor();
}

describe("an urgent card", { concurrency: 1 }, () => {
  test("a parent fills in what an emergency needs", async () => {
    await person.arrives();
    await person.makesPasskey("Maman");
    await person.provesSheet();
    await person.opensCarnet(NAME);
    carnet = new URL(page.url()).pathname;
    await person.hand.press("Préparer la fiche d'urgence");
    await person.at("Fiche d'urgence");
    await clean(page);
    const allergies = page.getByRole("region", { name: "Allergies" });
    await allergies.getByRole("link", { name: "Ajouter une allergie" }).click();
    await person.at("Ajouter une allergie");
    await person.hand.write("À quoi ?", AGENT);
    await person.hand.press(/^Enregistrer$/);
    await person.at("Santé");
    await person.goesTo("Fiche d'urgence");
    await allergies.getByText(AGENT).waitFor();
    await page.getByRole("link", { name: "Ajouter un danger" }).click();
    await person.at("Ajouter un danger");
    await person.hand.write("À ne jamais faire, ou à surveiller", DANGER);
    await person.hand.write("Pourquoi", "Épaule qui se luxe");
    await person.hand.press(/^Enregistrer$/);
    await person.at("Fiche d'urgence");
    await page.getByText(DANGER).first().waitFor();
    await page.getByRole("button", { name: "Aucune crise connue" }).click();
    await page.getByText("Aucune crise connue").first().waitFor();
  });

  test("reads it through as it will be seen, and confirms it", async () => {
    await page.getByRole("link", { name: "Relire et confirmer" }).click();
    await person.at("Relire la fiche d'urgence");
    const sheet = page.getByRole("region", { name: "La fiche, comme on la verra" });
    await sheet.getByText(AGENT).first().waitFor();
    await sheet.getByText(DANGER).first().waitFor();
    await page.getByRole("button", { name: "Tout est juste, je confirme" }).waitFor();
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "urgent-preview");
    await person.hand.press("Tout est juste, je confirme");
    await person.at("Fiche d'urgence");
    await page.getByText(/^Confirmée le /).waitFor();
    if (process.env.CARNET_SHOTS) await shoot(page, "urgent-confirmed");
  });

  test("makes the card in one step", async () => {
    await page.getByRole("link", { name: "Carte d'urgence" }).click();
    await person.at("Carte d'urgence");
    await clean(page);
    await person.hand.press("Faire la carte");
    await page.getByRole("button", { name: "Imprimer la carte" }).waitFor();
    await clean(page);
  });

  test("prints it in the size of a bank card, with modules of half a millimetre or more, and what matters in clear", async () => {
    await page.emulateMedia({ media: "print" });
    const sizes = await page.evaluate(() => {
      const box = (one) => one.getBoundingClientRect();
      const cards = [...document.querySelectorAll(".id1")];
      const code = document.querySelector(".id1 .qr");
      return {
        cards: cards.map((one) => ({ width: box(one).width, height: box(one).height, cut: one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1 })),
        words: (({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector(".id1-words")),
        module: box(code).width / code.viewBox.baseVal.width,
      };
    });
    await page.emulateMedia({ media: null });
    assert.equal(sizes.cards.length, 2);
    for (const { width, height, cut } of sizes.cards) {
      assert.ok(Math.abs(width * MM - 85.6) < 0.1 && Math.abs(height * MM - 54) < 0.1, `${width * MM} × ${height * MM} mm`);
      assert.ok(!cut, "something on the card is cut off");
    }
    assert.ok(sizes.words <= 1, "the words of the front do not fit");
    assert.ok(sizes.module * MM >= 0.499, `modules of ${sizes.module * MM} mm`);
    const card = await print("Imprimer la carte", "card");
    const words = printedWords(card);
    for (const said of [NAME, AGENT, DANGER, "EMERGENCY", "URGENCE"]) assert.ok(words.includes(said), `${said} is not on the card`);
    oldAddress = scan(card);
    assert.match(oldAddress, new RegExp(`^${server.origin}/u#shlink:/[\\w-]+$`));
    const sheet = await print("Imprimer la page A4", "sheet");
    assert.equal(scan(sheet), oldAddress);
    [code] = words.match(/(?:[0-9A-Z]{4}[\s-]+){4}[0-9A-Z]{4}/) ?? [];
    assert.ok(code, `no code to type on the card: ${words}`);
  });

  test("whoever scans it reads the allergy, without an account", async () => {
    await stranger((theirs) => reads(theirs, oldAddress));
  });

  test("so does a reader of SMART Health Links that knows nothing of us, on a page of another origin", async () => {
    const [abroad, theirs] = [await startAbroad(), await startBrowser()];
    try {
      const link = oldAddress.slice(oldAddress.indexOf("shlink:/"));
      const { fhirResources } = await abroad.read(theirs.page, link);
      assert.equal(fhirResources[0].resourceType, "Bundle");
      assert.ok(JSON.stringify(fhirResources[0]).includes(AGENT));
    } finally {
      await theirs.stop();
      abroad.stop();
    }
  });

  test("whoever types the code reads it too", async () => {
    await stranger(async (theirs) => {
      await theirs.goto("/u");
      await theirs.getByRole("textbox").first().fill(code.toLowerCase());
      await theirs.keyboard.press("Enter");
      await theirs.getByText(AGENT).first().waitFor();
    });
  });

  test("the parent hears of it on Today, and sees it in the list", async () => {
    await visit(page, carnet);
    await person.locks();
    await person.unlocks();
    await page.getByText("La carte a été ouverte 3 fois depuis votre dernière visite.").waitFor();
    if (process.env.CARNET_SHOTS) await shoot(page, "urgent-news");
    await page.getByRole("link", { name: "Voir qui l'a ouverte" }).click();
    const openings = page.getByRole("region", { name: "Qui a ouvert la carte" });
    await openings.getByText("Quelqu'un a lu la fiche.").first().waitFor();
    assert.equal(await openings.getByRole("listitem").count(), 3);
    await visit(page, carnet);
    await page.getByText("La carte a été ouverte").waitFor({ state: "detached" });
  });

  test("a physician leaves a word and a file by way of the sheet", async () => {
    await stranger(async (theirs) => {
      await reads(theirs, oldAddress);
      const button = theirs.locator('a[href*="/fr/depot"]');
      const opened = theirs.context().waitForEvent("page", { timeout: 3000 }).catch(() => theirs);
      await button.click();
      const tray = await opened;
      await ready(tray);
      await tray.getByRole("heading", { level: 1, name: "Laisser un mot à la famille" }).waitFor();
      assert.equal(new URL(tray.url()).hash, "", "the secret still stands in the address");
      await tray.getByRole("button", { name: "Déposer" }).click();
      await tray.getByText("Écrivez un mot, ou choisissez au moins un fichier.").waitFor();
      await clean(tray);
      await tray.getByLabel("Votre nom et votre service").fill("Dr Roux, urgences");
      await tray.getByLabel("Votre mot").fill("Plâtre posé, contrôle dans dix jours.");
      await tray.locator("#deposit-files").setInputFiles({ name: "CR urgences.pdf", mimeType: "application/pdf", buffer: LETTER });
      await tray.getByText("CR urgences.pdf").first().waitFor();
      if (process.env.CARNET_SHOTS) await shoot(tray, "urgent-deposit");
      await tray.getByRole("button", { name: "Déposer" }).click();
      await tray.getByRole("heading", { name: "C'est déposé" }).waitFor();
      await clean(tray, looks.slice(0, 2));
    });
  });

  test("the parent finds it, reads the file, and files it in the carnet", async () => {
    await person.locks();
    await person.unlocks();
    await page.getByRole("link", { name: "Lire les dépôts" }).click();
    await person.at("Dépôts reçus");
    await page.getByRole("heading", { name: "Dr Roux, urgences" }).waitFor();
    await page.getByText("Nom déclaré, non vérifié").waitFor();
    await page.getByText("Plâtre posé, contrôle dans dix jours.").waitFor();
    await clean(page);
    if (process.env.CARNET_SHOTS) await shoot(page, "urgent-inbox");
    await person.hand.press("Voir les fichiers");
    // What comes into the frame moves the button below it.
    if (await page.evaluate(() => navigator.pdfViewerEnabled)) await page.locator("iframe[src^='blob:']").waitFor();
    const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger l'original" }).click()]);
    assert.deepEqual(fs.readFileSync(await kept.path()), LETTER);
    await person.hand.press("Ranger dans le carnet");
    await page.getByText("Rien à lire.").waitFor();
    await person.goesTo("Documents");
    await page.getByRole("link", { name: "Reçu de Dr Roux, urgences" }).waitFor();
    await person.goesTo("Cahier de liaison");
    await page.getByText("Plâtre posé").waitFor();
  });

  test("a replaced card leads to the explanation, and the new one works", async () => {
    await visit(page, `${carnet}/carte`);
    await person.hand.press("Remplacer la carte", { role: "button" });
    await page.getByRole("dialog").getByRole("button", { name: "Remplacer la carte" }).click();
    await page.getByText("La carte a été remplacée : imprimez-la de nouveau").waitFor();
    address = scan(await print("Imprimer la carte", "new"));
    assert.notEqual(address, oldAddress);
    await person.hand.press("La nouvelle carte est imprimée");
    await page.getByText("La carte a été remplacée : imprimez-la de nouveau").waitFor({ state: "detached" });
    await stranger((theirs) => reads(theirs, address));
    const closed = await startBrowser({ origin: server.origin });
    await closed.page.goto(oldAddress.slice(server.origin.length));
    await closed.page.getByText(/remplacée|replaced/).first().waitFor();
    assert.equal(await closed.page.getByText(AGENT).count(), 0);
    await closed.stop();
  });

  test("what is kept off the card is not printed, and a warning says what that means", async () => {
    await page.getByLabel("Les allergies").uncheck();
    await page.getByText("Sans réseau, ce qui n'est pas imprimé ne pourra pas être lu.").waitFor();
    const words = printedWords(await print("Imprimer la carte", "without"));
    assert.ok(!words.includes(AGENT) && words.includes(DANGER));
  });

  test("no page of the parent's complained", () => {
    assert.deepEqual(parent.fail, []);
  });
});

// Everybody can use every page: those who listen to it, those without a mouse, those who see little or shake. The
// pages are read from the site map, so that a new one cannot escape, and filled with the example carnet.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, pages, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";

let server, browser, page, person, example;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page);
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.readsSheet();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

/** What stands now breaks no rule, in any look. */
async function clean(chosen = looks) {
  for (const look of chosen) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], look.name);
  }
  await wear(page, looks[0]);
}

/** The pages that list what has a page of its own. */
const LISTS = ["documents", "comptes-rendus", "agenda", "demarches", "equipe"];

/** The pages that look otherwise while a carnet is empty. */
const EMPTY =
  "sante courbes documents ajouter-documents comptes-rendus contacts habitudes parcours agenda demarches equipe cahier liens acces coins garde urgence urgence-relire carte depots";

/** The parameters of addresses, as the example carnet has them. */
async function parameters() {
  const links = (part) => page.locator(`main a[href*="${part}"]`).evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const last = (href) => href.split("/").at(-1);
  const listed = {};
  for (const list of LISTS) {
    await visit(page, `${example}/${list}`);
    await page.locator(`main a[href*="/${list}/"]`).first().waitFor({ state: "attached" });
    listed[list] = last((await links(`/${list}/`))[0]);
  }
  const kinds = new Set();
  let entry;
  for (const list of ["sante", "habitudes", "parcours", "contacts", "cahier", "urgence"]) {
    await visit(page, `${example}/${list}`);
    await page.locator('main a[href*="/modifier/"]').first().waitFor({ state: "attached" });
    (await links("/ajouter/")).forEach((href) => kinds.add(last(href)));
    entry ??= last((await links("/modifier/"))[0]);
  }
  return { listed, entry, kinds: [...kinds] };
}

describe("every page can be used by everybody", { concurrency: 1 }, () => {
  test("the recovery sheet", async () => {
    await clean();
    await person.hand.press("J'ai ma fiche");
    await person.at("Vérifions votre fiche");
    await clean();
    await person.hand.press("Revoir la fiche");
    await person.hand.press("Plus tard");
  });

  test("an error in a small form", async () => {
    await person.at("Ouvrir un nouveau carnet");
    await person.hand.press("Ouvrir le carnet");
    await page.getByRole("alert").getByText("Il manque le prénom").waitFor();
    await clean(looks.slice(0, 2));
  });

  test("every page of the site map, with the example carnet", async () => {
    example = await person.makesExample();
    const found = await parameters();
    assert.ok(found.kinds.length >= 12, `only ${found.kinds} can be added`);
    const [, , carnet] = example.split("/").slice(1);
    const wrong = [];
    for (const { pattern, lang } of pages()) {
      if (lang !== "fr") continue;
      const entry = found.listed[pattern.split("/").at(-2)] ?? found.entry;
      const filled = pattern.replace(":carnet", carnet).replace(":entry", entry);
      const addresses = filled.includes(":kind") ? found.kinds.map((kind) => filled.replace(":kind", kind)) : [filled];
      for (const [place, address] of addresses.entries()) {
        await visit(page, address);
        await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));
        // Each page in a light and in the dark, small and large; all four together where a page of its kind is tested.
        for (const look of place === 0 ? [looks[0], looks[3]] : looks.slice(0, 1)) {
          await wear(page, look);
          wrong.push(...(await violations(page, look)).map((one) => `${address} ${look.name}: ${one}`));
        }
        await wear(page, looks[0]);
        wrong.push(...(await smallTargets(page)).map((one) => `${address}: ${one}`));
        const headings = await page.getByRole("heading", { level: 1 }).count();
        if (headings !== 1) wrong.push(`${address}: ${headings} first headings`);
        const over = await sideways(page);
        if (over) wrong.push(`${address}: ${over}`);
      }
    }
    await wear(page, looks[0]);
    assert.deepEqual(wrong, []);
  });

  test("the menu of a phone, and a question before erasing", async () => {
    await visit(page, `${example}/sante`);
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    await page.getByRole("dialog", { name: "Menu" }).waitFor();
    await clean(looks.slice(0, 2));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Menu" }).waitFor({ state: "hidden" });
    const first = page.getByRole("region", { name: "Allergies" }).getByRole("listitem").first();
    await first.locator("summary").click();
    await first.getByRole("button", { name: "Effacer" }).click();
    const question = page.getByRole("dialog", { name: /^Effacer/ });
    await question.waitFor();
    await clean();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "hidden" });
  });

  test("a form with something to put right: the summary has the focus and leads to the field", async () => {
    await visit(page, `${example}/ajouter/allergy`);
    await person.hand.press(/^Enregistrer$/);
    await page.getByText("À revoir avant d'enregistrer").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "findings");
    await clean();
    assert.equal(await page.getByLabel("À quoi ?").getAttribute("aria-invalid"), "true");
  });

  test("an empty carnet", async () => {
    await visit(page, "/fr/nouveau-carnet");
    await person.opensCarnet("Zoé");
    const empty = new URL(page.url()).pathname;
    await clean(looks.slice(0, 2));
    for (const part of EMPTY.split(" ")) {
      await visit(page, `${empty}/${part}`);
      await clean(looks.slice(0, 2));
    }
  });

  test("a whole allergy by keyboard alone, the focus always to be seen", async () => {
    await visit(page, "/fr/carnets");
    await tabTo(page, "Zoé");
    await page.keyboard.press("Enter");
    await person.at("Zoé");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the focus is not on the new heading");
    await tabTo(page, "Ajouter une allergie");
    await page.keyboard.press("Enter");
    await person.at("Ajouter une allergie");
    await tabTo(page, "À quoi ?");
    await page.keyboard.type("Cacahuète");
    await tabTo(page, "Préciser");
    await page.keyboard.press("Enter");
    await tabTo(page, "Que se passe-t-il ?");
    await page.keyboard.type("Gonflement");
    await page.keyboard.press("Enter");
    await person.at("Santé");
    await page.getByRole("region", { name: "Allergies" }).getByText("Cacahuète").first().waitFor();
  });

  test("the locked page", async () => {
    await person.locks();
    await page.getByRole("heading", { level: 1, name: "Carnet verrouillé" }).waitFor();
    await clean();
    assert.deepEqual(await smallTargets(page), []);
  });

  test("no page complained", () => {
    assert.deepEqual(browser.fail, []);
  });
});

// Everybody can use what comes up on the way: errors, questions, an empty carnet, the locked page; and a whole entry is written by
// keyboard alone. Every page of the site map is walked in `access_light` and `access_dark`.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { smallTargets, tabTo } from "./harness/reach.mjs";

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

/** The pages that look otherwise while a carnet is empty. */
const EMPTY =
  "sante courbes documents ajouter-documents comptes-rendus contacts habitudes parcours agenda demarches equipe cahier liens acces coins garde urgence urgence-relire carte depots";

describe("everybody gets on, whatever comes up", { concurrency: 1 }, () => {
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

  test("the menu of a phone, and a question before erasing", async () => {
    example = await person.makesExample();
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

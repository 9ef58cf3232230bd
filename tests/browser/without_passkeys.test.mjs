// A browser that knows no passkeys at all, as on the old computer of a clinic: a name and a passphrase do.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, startBrowser, startServer } from "./harness.mjs";

const NAME = "claire.canari";
const PASSPHRASE = "brouette mercredi plafond canard violet";

let server, browser, page, person;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "credentials", { value: undefined });
    delete globalThis.PublicKeyCredential;
  });
  person = new Person(page);
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

describe("a browser without passkeys", { concurrency: 1 }, () => {
  test("offers a name and a passphrase at once", async () => {
    await person.arrives("/fr/ouvrir");
    await page.getByText("Cet appareil ne connaît pas les clés d'accès.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Créer ma clé d'accès" }).count(), 0);
    assert.ok(await page.getByLabel("Nom pour entrer").isVisible());
  });

  test("a weak passphrase is refused with a reason, and nothing typed is lost", async () => {
    await person.hand.write("Comment vous appelle-t-on ?", "Claire");
    await person.choosesPassphrase(NAME, "motdepasse");
    await page.getByRole("alert").getByText(/phrase secrète est trop/).waitFor();
    assert.equal(await page.getByLabel("Nom pour entrer").inputValue(), NAME);
  });

  test("the account opens a carnet", async () => {
    await person.choosesPassphrase(NAME, PASSPHRASE);
    await person.provesSheet();
    await person.opensCarnet("Ismaël");
    await person.notesAllergy("Latex des gants");
  });

  test("a wrong passphrase says so, and nothing is lost", async () => {
    await person.locks();
    await person.hand.write("Votre phrase secrète", "brouette mercredi plafond canard rouge");
    await person.hand.press(/^Déverrouiller$/);
    await page.getByRole("alert").getByText("Ce n'est pas la bonne phrase secrète.").waitFor();
    await person.hand.write("Votre phrase secrète", PASSPHRASE);
    await person.hand.press(/^Déverrouiller$/);
    await person.at("Santé");
    await page.getByText("Latex des gants").first().waitFor();
  });

  test("elsewhere, the name and the passphrase bring everything back", async () => {
    const other = await startBrowser({ origin: server.origin });
    try {
      const visitor = new Person(other.page);
      await visitor.arrives("/fr/entrer");
      await other.page.getByText("Avec un nom et une phrase secrète").click();
      await visitor.hand.write("Nom pour entrer", NAME);
      await visitor.hand.write("Phrase secrète", "brouette mercredi plafond canard rouge");
      await visitor.hand.press(/^Entrer$/);
      await other.page.getByRole("alert").getByText("Cette façon d'entrer n'a pas été reconnue.").waitFor();
      await visitor.hand.write("Phrase secrète", PASSPHRASE);
      await visitor.hand.press(/^Entrer$/);
      await visitor.at(/Mes carnets|Ismaël/);
      if (await other.page.getByRole("heading", { level: 1, name: "Mes carnets" }).isVisible()) await visitor.hand.press("Ismaël");
      await other.page.getByText("Latex des gants").first().waitFor();
      assert.deepEqual(other.fail, []);
    } finally {
      await other.stop();
    }
  });

  test("no page complained", () => {
    assert.deepEqual(browser.fail, []);
  });
});

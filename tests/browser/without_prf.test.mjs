// An authenticator that knows passkeys but keeps no secret: it cannot open a carnet. The page says so, and offers what can.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Canaries, Person, addAuthenticator, startBrowser, startServer } from "./harness.mjs";

const PASSPHRASE = "girafe lampadaire soupe volcan tricycle";

let server, browser, page, person;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page, { prf: false });
  person = new Person(page);
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

describe("an authenticator without PRF", { concurrency: 1 }, () => {
  test("is not accepted, and a name with a passphrase is offered instead", async () => {
    await person.arrives();
    await person.makesPasskey("Papa");
    await page.getByRole("alert").getByText("Cette clé d'accès ne sait pas ouvrir un carnet.").waitFor();
    assert.equal(await page.getByLabel("Comment vous appelle-t-on ?").inputValue(), "Papa", "what was typed is lost");
    assert.ok(await page.getByLabel("Nom pour entrer").isVisible(), "the form for a name does not stand open");
  });

  test("an account with a name and a passphrase works all the same", async () => {
    await person.choosesPassphrase("papa.canari", PASSPHRASE);
    await person.provesSheet();
    await person.opensCarnet("Adèle");
    await person.notesAllergy("Arachide grillée");
    await person.locks();
    await person.hand.write("Votre phrase secrète", PASSPHRASE);
    await person.hand.press(/^Déverrouiller$/);
    await person.at("Santé");
    await page.getByText("Arachide grillée").first().waitFor();
  });

  test("the passphrase and what it protects stay in the browser", () => {
    const canaries = new Canaries();
    canaries.plant("passphrase", PASSPHRASE);
    canaries.plant("allergen", "Arachide grillée");
    canaries.plantCode(person.groups);
    assert.deepEqual(canaries.search(server), []);
    assert.deepEqual(browser.fail, []);
  });
});

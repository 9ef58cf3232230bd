// One parent, a telephone and a computer: what is written on both at the same time is never lost, and somebody chooses.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, looks, startBrowser, startServer, violations, wear } from "./harness.mjs";

const NAME = "papa.deux";
const PASSPHRASE = "escargot parapluie lundi fanfare bleu";
const AGENT = "Noix de cajou";

let server, phone, desk, parent, again;

before(async () => {
  server = await startServer();
  const nameOnly = async (browser) => {
    await browser.page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "credentials", { value: undefined });
    });
    return new Person(browser.page);
  };
  phone = await startBrowser({ origin: server.origin });
  parent = await nameOnly(phone);
  await parent.arrives("/fr/ouvrir");
  await parent.hand.write("Comment vous appelle-t-on ?", "Papa");
  await parent.choosesPassphrase(NAME, PASSPHRASE);
  await parent.provesSheet();
  await parent.opensCarnet("Lina");
  await parent.notesAllergy(AGENT);

  desk = await startBrowser({ origin: server.origin, viewport: { width: 1280, height: 900 } });
  again = await nameOnly(desk);
  await again.arrives("/fr/entrer");
  await desk.page.getByText("Avec un nom et une phrase secrète").click();
  await again.hand.write("Nom pour entrer", NAME);
  await again.hand.write("Phrase secrète", PASSPHRASE);
  await again.hand.press(/^Entrer$/);
  await again.at(/Mes carnets|Lina/);
  if (await desk.page.getByRole("heading", { level: 1, name: "Mes carnets" }).isVisible()) await again.hand.press("Lina");
  await again.at("Lina");
});

after(async () => {
  await phone?.stop();
  await desk?.stop();
  await server?.stop();
});

/** Writes down what the allergy does, on the device of a person. */
async function tells(person, reaction) {
  const { page } = person;
  await person.goesTo("Santé");
  const row = page.getByRole("region", { name: "Allergies" }).getByRole("listitem").first();
  await row.locator("summary").click();
  await row.getByRole("link", { name: "Modifier" }).click();
  const field = page.getByLabel("Que se passe-t-il ?");
  await page.getByRole("heading", { level: 1, name: /Modifier/ }).waitFor();
  if (!(await field.isVisible())) await page.getByText("Préciser", { exact: true }).click();
  await field.fill(reaction);
  await person.hand.press(/^Enregistrer/);
  await person.at("Santé");
  await page.getByText(reaction).first().waitFor();
}

/** Has a device ask the server at once, as it does when its network comes back. */
const asks = (person) => person.page.evaluate(() => dispatchEvent(new Event("online")));

describe("two devices of one person", { concurrency: 1 }, () => {
  test("what one writes, the other shows", async () => {
    await again.goesTo("Santé");
    await again.page.getByText(AGENT).first().waitFor();
  });

  test("both write the same thing while one has no network: both versions are kept, and somebody must choose", async () => {
    await phone.context.setOffline(true);
    await tells(parent, "Le ventre gonfle");
    await phone.page.getByText("1 changement pas encore envoyé").waitFor();
    await tells(again, "La gorge gratte");
    await phone.context.setOffline(false);
    await asks(parent);
    await phone.page.getByRole("link", { name: "Choisir entre deux versions" }).first().waitFor();
    await asks(again);
    await desk.page.getByRole("link", { name: "Choisir entre deux versions" }).first().waitFor();
  });

  test("the choice shows both, and can be used by everybody", async () => {
    await phone.page.getByRole("link", { name: "Choisir entre deux versions" }).first().click();
    await parent.at("Choisir une version");
    for (const said of ["Le ventre gonfle", "La gorge gratte"]) await phone.page.getByText(said).first().waitFor();
    for (const look of looks) {
      await wear(phone.page, look);
      assert.deepEqual(await violations(phone.page, look), [], look.name);
    }
    await wear(phone.page, looks[0]);
  });

  test("one version is kept, on both devices; the other stays in the history", async () => {
    const card = phone.page.locator("section.card").filter({ hasText: "La gorge gratte" });
    await card.getByRole("button", { name: /Garder la version/ }).first().click();
    await parent.at(/Historique/);
    for (const said of ["Le ventre gonfle", "La gorge gratte"]) await phone.page.getByText(said).first().waitFor();
    await parent.goesTo("Santé");
    await phone.page.getByText("La gorge gratte").first().waitFor();
    await asks(again);
    await desk.page.getByRole("link", { name: "Choisir entre deux versions" }).first().waitFor({ state: "hidden" });
    assert.equal(await desk.page.getByText("Le ventre gonfle").count(), 0);
    await desk.page.getByText("La gorge gratte").first().waitFor();
  });

  test("no page complained", () => {
    const offline = (one) => one.includes("ERR_INTERNET_DISCONNECTED");
    assert.deepEqual([...phone.fail, ...desk.fail].filter((one) => !offline(one)), []);
  });
});

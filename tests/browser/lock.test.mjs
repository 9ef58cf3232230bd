// A page left alone locks by itself: it warns, can be told to stay, and loses nothing that was being typed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, startBrowser, startServer, violations } from "./harness.mjs";

const TYPED = "Ambroisie des fossés";

let server, browser, page, person;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await addAuthenticator(page);
  // Only the time that is read is moved: timers of a faked clock have numbers that no program of ours can hold.
  await page.addInitScript(() => {
    const now = Date.now;
    let ahead = 0;
    Date.now = () => now() + ahead;
    globalThis.carnetTestPasses = (minutes) => (ahead += minutes * 60_000);
  });
  person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.opensCarnet("Inès");
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

const pass = (minutes) => page.evaluate((minutes) => globalThis.carnetTestPasses(minutes), minutes);
const warning = () => page.getByRole("dialog", { name: "Le carnet va se verrouiller" });

describe("locking by itself", { concurrency: 1 }, () => {
  test("warns a minute before, in words that say what happens", async () => {
    await person.hand.press("Ajouter une allergie");
    await person.hand.write("À quoi ?", TYPED);
    await pass(14.2);
    await warning().waitFor();
    assert.match(await warning().innerText(), /Ce que vous écrivez est gardé/);
    assert.deepEqual(await violations(page), []);
  });

  test("can be put off", async () => {
    await page.getByRole("button", { name: "Rester" }).click();
    await warning().waitFor({ state: "hidden" });
    await pass(12);
    await page.getByLabel("À quoi ?").press("End");
    await pass(12);
    assert.equal(await page.getByLabel("À quoi ?").inputValue(), TYPED);
    assert.ok(!(await warning().isVisible()));
  });

  test("then locks, and shows nothing of what was typed", async () => {
    await pass(2.2);
    await warning().waitFor();
    await pass(1.2);
    await page.getByRole("heading", { level: 1, name: "Carnet verrouillé" }).waitFor();
    assert.ok(!(await page.locator("body").innerHTML()).includes(TYPED));
    assert.ok(!(await page.locator("body").innerText()).includes("Inès"));
  });

  test("gives the draft back after unlocking", async () => {
    await person.unlocks();
    await person.at("Ajouter une allergie");
    await page.getByText("Votre brouillon est revenu").waitFor();
    assert.equal(await page.getByLabel("À quoi ?").inputValue(), TYPED);
  });

  test("no page complained", () => {
    assert.deepEqual(browser.fail, []);
  });
});

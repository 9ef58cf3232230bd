// The module comes in parts: a first visit fetches neither the pages behind the gates nor what the worker runs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, startBrowser, startServer } from "./harness.mjs";

const NAME = "agnes.canari";
const PASSPHRASE = "brouette mercredi plafond canard violet";

let server, browser, page, person;
const asked = [];
const part = /\/split_own\.wasm$/;

before(async () => {
  server = await startServer();
  // A service worker would answer from what it keeps.
  browser = await startBrowser({ origin: server.origin, serviceWorkers: "block" });
  page = browser.page;
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "credentials", { value: undefined }));
  person = new Person(page);
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

describe("the parts of the module", { concurrency: 1 }, () => {
  test("a first visit fetches only the first", async () => {
    await person.arrives();
    await person.hand.press("Ouvrir un carnet", { role: "link" });
    await person.at("Ouvrir un carnet");
    assert.ok(asked.some((path) => path.endsWith("/app.wasm")));
    assert.deepEqual(asked.filter((path) => part.test(path) || path.includes("/heavy.")), []);
  });

  test("that of one's own pages comes once somebody is in", async () => {
    await person.hand.write("Comment vous appelle-t-on ?", "Agnès");
    await person.choosesPassphrase(NAME, PASSPHRASE);
    await person.provesSheet();
    await person.opensCarnet("Ali");
    assert.equal(asked.filter((path) => part.test(path)).length, 1);
  });

  test("when it does not come, the page says so, and the next try brings it", async () => {
    await page.route(part, (route) => route.abort());
    await person.arrives("/fr/carnets");
    await person.hand.write("Votre phrase secrète", PASSPHRASE);
    await person.hand.press(/^Déverrouiller$/);
    await page.getByRole("alert").getByText("Pas de réseau.").waitFor();
    await page.unroute(part);
    await person.hand.press("Réessayer");
    await page.getByRole("main").getByText("Ali").first().waitFor();
  });
});

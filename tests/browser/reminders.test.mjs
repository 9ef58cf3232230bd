// What is due and what became of it, on Today; reminders chosen, tried, pushed, and shown by the service worker: also while the
// carnet is locked, and never in words that anybody on the way could read.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways } from "./harness/reach.mjs";
import { deliverer, givesDevice, startPushService } from "./harness/push/service.mjs";

let push, server, browser, page, person, worker, inside;

before(async () => {
  push = await startPushService();
  // A server that has mails to send, and nobody to take them from it.
  server = await startServer({ settings: { CARNET_PUSH: "anywhere", CARNET_SMTP: "smtp://127.0.0.1:1", CARNET_MAIL_FROM: "carnet@example.org" } });
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await browser.context.grantPermissions(["notifications"], { origin: server.origin });
  await givesDevice(browser.context, push.device);
  await addAuthenticator(page);
  person = new Person(page);
  await person.beginsWithExample();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
  await push?.stop();
});

/** Opens what is folded, once it is: what is drawn anew after an answer comes folded. */
const unfold = (words) => page.locator("details:not([open]) > summary").filter({ hasText: words }).click();
const said = (text) => page.getByRole("status").filter({ hasText: text }).waitFor();
const soon = () => page.locator("#coming").locator("xpath=..");
/** A thing that comes soon, also when it stands in the folded rest of the list. */
const coming = async (text) => {
  const found = soon().locator("li").filter({ hasText: text });
  await found.waitFor({ state: "attached" });
  if (!(await found.isVisible())) await soon().getByText(/^Voir la suite/).click();
  await found.waitFor();
  return found;
};
const gone = (text) => soon().locator("li").filter({ hasText: text }).waitFor({ state: "detached" });

describe("what is due, on Today", { concurrency: 1 }, () => {
  test("is shown with its day and why, and says what can be said of it", async () => {
    const brace = await coming("Orthèse de marche");
    assert.match(await brace.innerText(), /Contrôle\s?: .*\sdans 24 jours/);
    for (const look of looks) {
      await wear(page, look);
      assert.deepEqual(await violations(page, look), []);
    }
    await wear(page, looks[0]);
    assert.equal(await sideways(page), "");
  });

  test("can be done, seen among what was done, and taken back", async () => {
    await (await coming("Orthèse de marche")).getByRole("button", { name: /^C'est fait/ }).click();
    await said("C'est noté : fait");
    await gone("Orthèse de marche");
    await page.getByText(/^Fait, remis à plus tard ou caché/).click();
    const done = page.locator(".settled li").filter({ hasText: "Orthèse de marche" });
    assert.match(await done.innerText(), /Fait le/);
    await done.getByRole("button", { name: /Remettre à faire/ }).click();
    await said("C'est de nouveau à faire");
    await coming("Orthèse de marche");
  });

  test("can be put off, and hidden", async () => {
    const brace = await coming("Orthèse de marche");
    await brace.getByText("Plus tard").click();
    await brace.getByRole("button", { name: /^Ne plus montrer/ }).waitFor();
    assert.equal(await sideways(page), "");
    assert.deepEqual(await violations(page), []);
    await brace.getByRole("button", { name: /^Dans une semaine/ }).click();
    await said("Remis à plus tard");
    await gone("Orthèse de marche");
    const put = page.locator(".settled li").filter({ hasText: "Orthèse de marche" });
    if (!(await put.isVisible())) await page.getByText(/^Fait, remis à plus tard ou caché/).click();
    assert.match(await put.innerText(), /Remis au/);
    await put.getByRole("button", { name: /Remettre à faire/ }).click();
    const again = await coming("Orthèse de marche");
    assert.equal(await soon().locator("details[open] > .row-acts").count(), 0, "what was unfolded on one line is not on the next");
    await again.getByText("Plus tard").click();
    await again.getByRole("button", { name: /^Ne plus montrer/ }).click();
    await said("Ce ne sera plus montré");
    await gone("Orthèse de marche");
    await put.filter({ hasText: "N'est plus montré" }).waitFor({ state: "attached" });
  });
});

describe("reminders on this device", { concurrency: 1 }, () => {
  test("are begun on the settings page, after the browser was asked", async () => {
    await visit(page, "/fr/reglages");
    await page.getByRole("heading", { name: "Rappels", exact: true }).waitFor();
    await page.getByText(/^Pour être prévenu par e-mail, donnez votre adresse/).waitFor();
    await person.hand.press("Me prévenir sur cet appareil");
    await page.getByText("Cet appareil est prévenu").first().waitFor();
    await page.getByText(/^Cet appareil, depuis le/).waitFor();
    await unfold("Choisir quand et comment");
    for (const look of looks) {
      await wear(page, look);
      assert.deepEqual(await violations(page, look), []);
    }
    await wear(page, looks[0]);
    assert.equal(await sideways(page), "");
  });

  test("can be tried: the message is signed, encrypted to the device, and says nothing on its way", async () => {
    await person.hand.press("Envoyer un rappel d'essai");
    await said("L'essai est parti");
    const message = await push.message();
    assert.equal(message.headers["content-encoding"], "aes128gcm");
    assert.ok(Number(message.headers.ttl) > 0);
    const { holds, head, claims } = await push.sender(message);
    assert.ok(holds);
    assert.deepEqual(head, { typ: "JWT", alg: "ES256" });
    assert.equal(claims.aud, push.origin);
    assert.ok(claims.exp * 1000 > Date.now() && claims.exp * 1000 < Date.now() + 24 * 3600_000);
    inside = await push.opened(message);
    assert.match(inside, /^[\w-]+$/, "what the server has to hand over is sealed");
    assert.ok(!Buffer.from(inside, "base64url").includes("essai"));
    worker = await deliverer(browser.context, page, server.origin);
    await worker.deliver(inside);
    const [shown] = await worker.shown(1);
    assert.equal(shown.title, "Un rappel d'essai");
    assert.equal(shown.data.path, "/fr/carnets");
    // A second time the same takes the place of the first.
    await worker.deliver(inside);
    await worker.deliver(JSON.stringify({ late: 1 }));
    assert.deepEqual((await worker.shown(2)).map(({ title }) => title).sort(), ["Un rappel d'essai", "Un rappel de votre carnet"]);
    await worker.clear();
  });

  test("tell what is due, sealed, with nothing that the server could read", async () => {
    const { sent } = server.traffic();
    assert.ok(sent.includes("/api/reminders/plans/"), "a plan was told");
    for (const word of ["Orthèse", "Orth\\u00e8se", "appointment", "next_dose", "orthese"]) assert.ok(!sent.includes(word), word);
  });

  test("are shown while the carnet is locked; what cannot be opened says that something is there", async () => {
    await person.locks();
    await worker.deliver(inside);
    assert.equal((await worker.shown(1))[0].title, "Un rappel d'essai");
    await worker.clear();
    await worker.deliver(`${inside.slice(0, -4)}AAAA`);
    assert.equal((await worker.shown(1))[0].title, "Un rappel de votre carnet");
    await worker.clear();
    await worker.deliver(JSON.stringify({ late: 3 }));
    assert.match((await worker.shown(1))[0].body, /^3 rappels n’ont pas pu arriver à temps/);
    await worker.clear();
    await person.unlocks();
    await person.at("Théo");
    await visit(page, "/fr/reglages");
    await page.getByRole("heading", { name: "Rappels", exact: true }).waitFor();
  });

  test("by mail say nothing unless the person chose it, told who can read them; taken back, no word is left", async () => {
    await page.locator("#email").fill("maman@example.org");
    await page.locator("form", { has: page.locator("#email") }).getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText(/^Un e-mail dit seulement que quelque chose approche/).waitFor();
    assert.ok(!server.traffic().sent.includes('"titles"'));
    await page.getByRole("button", { name: "Faire dire aux e-mails de quoi il s'agit" }).click();
    const asked = page.getByRole("dialog");
    assert.match(await asked.innerText(), /n'est pas scellé[^]*Notre serveur et votre messagerie pourront lire ces mots/);
    for (const look of looks) {
      await wear(page, look);
      assert.deepEqual(await violations(page, look), []);
    }
    await wear(page, looks[0]);
    await asked.getByRole("button", { name: "Ne rien changer" }).click();
    assert.ok(!server.traffic().sent.includes('"titles"'), "to look at the question changes nothing");
    await page.getByRole("button", { name: "Faire dire aux e-mails de quoi il s'agit" }).click();
    await asked.getByRole("button", { name: "Oui, dire de quoi il s'agit" }).click();
    await page.getByText("Les e-mails disent de quoi il s'agit").waitFor();
    assert.ok(server.traffic().sent.includes('"titles":["'), "what mails say is handed over");
    assert.equal(await sideways(page), "");
    assert.deepEqual(await violations(page), []);
    await visit(page, "/fr/reglages");
    await page.getByRole("button", { name: "Ne plus rien dire dans les e-mails" }).click();
    await page.getByText(/^Un e-mail dit seulement que quelque chose approche/).waitFor();
  });

  test("come when and how the person chose, and stop when the device is taken out", async () => {
    await unfold("Choisir quand et comment");
    await page.locator("#lead-care-4320").check();
    await page.locator("#quiet-from").fill("20:30");
    await page.locator("form", { has: page.locator("#quiet-from") }).getByRole("button", { name: "Enregistrer" }).click();
    await said("enregistré");
    await visit(page, "/fr/carnets");
    await page.getByRole("heading", { name: "Mes carnets" }).waitFor();
    await visit(page, "/fr/reglages");
    await unfold("Choisir quand et comment");
    assert.equal(await page.locator("#quiet-from").inputValue(), "20:30");
    assert.ok(await page.locator("#lead-care-4320").isChecked());
    await person.hand.press("Ne plus prévenir");
    await page.getByRole("dialog").getByRole("button", { name: "Ne plus prévenir" }).click();
    await page.getByRole("button", { name: "Me prévenir sur cet appareil" }).waitFor();
    const left = await page.evaluate(async () => {
      const opening = indexedDB.open("carnet-notices", 1);
      await new Promise((done) => (opening.onsuccess = done));
      const all = opening.result.transaction("keys").objectStore("keys").getAllKeys();
      await new Promise((done) => (all.onsuccess = done));
      opening.result.close();
      return all.result.length;
    });
    assert.equal(left, 0);
    assert.deepEqual(browser.fail, []);
  });
});

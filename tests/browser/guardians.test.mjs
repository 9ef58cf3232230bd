// Two parents who keep a carnet together and their child, of age: what they decide together, private corners, the carnet
// handed over, leaving, new keys for an account that somebody else can open, and erasing one.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { Person, addAuthenticator, looks, shoot, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets } from "./harness/reach.mjs";

const WORDS = "parapluie jeudi toboggan cerise violette";
const run = promisify(execFile);
let server, family;
const browsers = {};

before(async () => {
  server = await startServer();
  const { stdout } = await run(process.env.CARNET_FAMILY, [server.listen]);
  const [carnet, passphrase, mother, father, child] = stdout.trim().split("\n");
  family = { carnet, passphrase, mother, father, child };
  for (const who of ["mother", "father", "child"]) browsers[who] = await entered(family[who]);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.stop();
  await server?.stop();
});

/** A browser in which somebody signed in with a name. */
async function entered(name, passphrase = family.passphrase) {
  const browser = await startBrowser({ origin: server.origin });
  const person = new Person(browser.page);
  browser.person = person;
  await person.arrives("/fr/entrer");
  await browser.page.getByText("Avec un nom et une phrase secrète").click();
  await person.hand.write("Nom pour entrer", name);
  await person.hand.write("Phrase secrète", passphrase);
  await person.hand.press(/^Entrer$/);
  await browser.page.getByRole("heading", { level: 1, name: /Mes carnets|Léa|Quelqu'un d'autre/ }).waitFor();
  return browser;
}

/** Shows a page of the carnet, and asks the server what is new. */
async function shows({ page }, path) {
  await visit(page, `/fr/carnets/${family.carnet}${path}`);
  await page.evaluate(() => dispatchEvent(new Event("online")));
}

/** Presses a button that asks first, and says yes. */
async function confirms({ page }, label, act = label) {
  await page.getByRole("button", { name: label }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: act }).click();
}

/** Usable by everybody, in every look; kept as pictures when asked. */
async function clean({ page }, name) {
  for (const look of looks) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], `${name} ${look.name}`);
  }
  await wear(page, looks[0]);
  assert.equal(await sideways(page), "", name);
  assert.deepEqual(await smallTargets(page), [], name);
  if (process.env.CARNET_SHOTS) await shoot(page, `guard-${name}`);
  await wear(page, looks[0]);
}

describe("those who keep a carnet together", { concurrency: 1 }, () => {
  test("one asks, the other says no, and nothing changes", async () => {
    const { mother, father } = browsers;
    await shows(mother, "/garde");
    await mother.page.getByRole("heading", { level: 1, name: "Décider ensemble" }).waitFor();
    await confirms(mother, "Proposer d'effacer ce carnet", "Poser la question");
    await mother.page.getByRole("heading", { name: "Effacer ce carnet ?" }).first().waitFor();
    await clean(mother, "asked");
    await shows(father, "");
    await father.page.getByRole("link", { name: "Voir la question" }).click();
    const question = father.page.getByRole("listitem").filter({ hasText: "Effacer ce carnet ?" });
    await question.getByText("Claire l'a demandé").waitFor();
    await clean(father, "question");
    await question.getByRole("button", { name: "Je ne suis pas d'accord" }).click();
    await question.waitFor({ state: "detached" });
    await shows(mother, "/garde");
    await mother.page.getByRole("heading", { name: "Les questions en cours" }).waitFor({ state: "detached" });
  });

  test("a private corner is its maker's alone, until somebody is let in", async () => {
    const { mother, child } = browsers;
    await shows(child, "/coins");
    await child.page.getByText("ni vos parents ni personne d'autre").waitFor();
    await clean(child, "corners-empty");
    await child.person.hand.write("Comment l'appeler ?", "Mes affaires");
    await child.person.hand.press("Ouvrir un coin privé");
    await child.person.at("Mes affaires");
    await child.person.hand.write("Ce que vous voulez garder ici", "Je ne veux pas que mes parents le sachent.");
    await child.person.hand.press("Garder ici");
    await child.page.getByText("Je ne veux pas que mes parents").first().waitFor();
    await clean(child, "corner");
    await shows(child, "/cahier");
    await child.page.getByRole("heading", { level: 1, name: "Cahier" }).first().waitFor();
    assert.equal(await child.page.getByText("Je ne veux pas").count(), 0, "no other page shows it");

    await shows(mother, "/coins");
    await mother.page.getByText("Vous n'avez pas encore de coin privé.").waitFor();
    await shows(child, "/coins");
    await child.person.hand.press("Mes affaires", { role: "link" });
    await child.person.at("Mes affaires");
    await child.page.getByLabel("Qui ?").selectOption({ label: "Claire" });
    await child.person.hand.press("Laisser entrer");
    await child.page.getByRole("button", { name: "Fermer ce coin à Claire" }).waitFor();
    await shows(mother, "/coins");
    await mother.page.getByRole("link", { name: "Mes affaires" }).click();
    await mother.page.getByText("Je ne veux pas que mes parents").first().waitFor();
    assert.equal(await mother.page.getByRole("button", { name: "Garder ici" }).count(), 0, "she only reads");
    await confirms(child, "Fermer ce coin à Claire");
    await child.page.getByRole("button", { name: "Fermer ce coin à Claire" }).waitFor({ state: "detached" });
    await shows(mother, "/coins");
    await mother.page.getByText("Vous n'avez pas encore de coin privé.").waitFor();
  });

  test("the carnet is handed to the person of age, once both agree", async () => {
    const { mother, father, child } = browsers;
    await shows(mother, "/garde");
    await mother.page.getByRole("heading", { name: "Remettre le carnet à Léa" }).waitFor();
    await mother.page.getByText("Préparer la remise du carnet").click();
    await mother.page.getByLabel("Tutelle").check();
    assert.equal(await mother.page.getByRole("button", { name: "Proposer aux autres de remettre le carnet" }).count(), 0, "the judgment comes first");
    await clean(mother, "hand-over");
    await mother.page.getByLabel("Aucune mesure").check();
    await confirms(mother, "Proposer aux autres de remettre le carnet", "Poser la question");
    await shows(father, "/garde");
    await confirms(father, "Je suis d'accord");
    await father.page.getByText("Ce carnet est gardé par Léa").waitFor();
    await clean(father, "guest");
    await shows(child, "/garde");
    await child.page.getByText("c'est vous qui décidez").waitFor();
    await child.page.getByText("Personne d'autre ne le garde : sans vous").waitFor();
    await shows(child, "/cahier");
    await child.page.getByText("Mesure de protection : Aucune mesure").first().waitFor();
  });

  test("who leaves is gone from it, and it from their carnets", async () => {
    const { father, child } = browsers;
    await shows(father, "/garde");
    await confirms(father, "Partir de ce carnet", "Partir");
    await father.person.at("Mes carnets");
    assert.equal(await father.page.getByRole("link", { name: /Léa/ }).count(), 0);
    await shows(child, "/sante");
    await child.page.getByText("Pénicilline").first().waitFor();
  });

  test("new keys take the place of those that somebody else knows", async () => {
    const { child } = browsers;
    const { page, person } = child;
    await visit(page, "/fr/reglages");
    await person.hand.press("Changer de clés partout", { role: "link" });
    await person.at("Quelqu'un d'autre peut ouvrir mon compte");
    await clean(child, "new-keys");
    await page.getByText("Plutôt avec un nom et une phrase secrète").click();
    await person.hand.write("Nom pour entrer", "lea.nouvelle");
    await person.hand.write("Phrase secrète", WORDS);
    await person.hand.press("Créer le nouveau compte");
    await person.provesSheet();
    await page.getByText("Il reste à changer les clés").waitFor();
    await clean(child, "new-keys-go-on");

    // The page is left in the middle: whoever comes in by the new account is led back to where it stopped.
    await child.stop();
    browsers.child = await entered("lea.nouvelle", WORDS);
    await browsers.child.person.at("Quelqu'un d'autre peut ouvrir mon compte");
    await shows(browsers.child, "/sante");
    await browsers.child.page.getByRole("link", { name: "Terminer le changement de clés" }).click();
    await browsers.child.person.hand.press("Changer les clés dans tous mes carnets");
    await browsers.child.page.getByText("Les nouvelles clés sont en place partout").waitFor();
    await shows(browsers.child, "/sante");
    await browsers.child.page.getByText("Pénicilline").first().waitFor();
    await shows(browsers.child, "/coins");
    await browsers.child.page.getByRole("link", { name: "Mes affaires" }).waitFor();
    const old = await startBrowser({ origin: server.origin });
    const thief = new Person(old.page);
    await thief.arrives("/fr/entrer");
    await old.page.getByText("Avec un nom et une phrase secrète").click();
    await thief.hand.write("Nom pour entrer", family.child);
    await thief.hand.write("Phrase secrète", family.passphrase);
    await thief.hand.press(/^Entrer$/);
    await old.page.getByRole("alert").getByText(/./).first().waitFor();
    await old.stop();
  });

  test("an account is erased once each carnet is in order", async () => {
    const { mother, child } = browsers;
    await visit(child.page, "/fr/reglages/supprimer-compte");
    await child.page.getByText("Un carnet au moins ne peut pas rester sans vous").waitFor();
    await clean(child, "farewell-blocked");
    await visit(mother.page, "/fr/reglages/supprimer-compte");
    await mother.page.getByText("Il continue sans vous.").waitFor();
    await clean(mother, "farewell");
    await confirms(mother, "Supprimer mon compte", "Supprimer mon compte pour toujours");
    await mother.page.getByRole("link", { name: "Ouvrir un carnet" }).first().waitFor();
    await shows(child, "/garde");
    await confirms(child, "Effacer ce carnet", "Effacer le carnet de Léa");
    await child.page.getByText("Ce carnet a été effacé par les personnes qui le gardaient.").waitFor();
    await clean(child, "closed");
    await child.person.hand.press("L'enlever de mes carnets");
    await child.person.at("Mes carnets");
    assert.equal(await child.page.getByRole("link", { name: /Léa/ }).count(), 0);
  });

  test("with a passkey: another one takes its place", async () => {
    const browser = await startBrowser({ origin: server.origin });
    browsers.passkey = browser;
    await addAuthenticator(browser.page);
    const person = new Person(browser.page);
    await person.arrives();
    await person.makesPasskey("Zoé");
    await person.readsSheet();
    await person.hand.press("Plus tard");
    await person.opensCarnet("Nino");
    await visit(browser.page, "/fr/reglages/nouvelles-cles");
    await person.hand.press("Créer une nouvelle clé d'accès");
    await person.provesSheet();
    await person.hand.press("Changer les clés dans tous mes carnets");
    await browser.page.getByText("Les nouvelles clés sont en place partout").waitFor();
    await person.hand.press("Retrouver mes carnets", { role: "link" });
    await browser.page.getByRole("link", { name: /Nino/ }).first().waitFor();
  });
});

// A mother lets the father and a physiotherapist in by invitation; each has a browser and an account of their own, and nobody is
// online but who acts. One story, told in order.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { looks, shoot, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";
import { accepts, asProfessional, asks, invites, somebody as somebodyAt } from "./harness/team.mjs";

const AGENT = "Noix de pécan";
/** What a member reads of a carnet, page by page. */
const PARTS = "agenda sante courbes documents comptes-rendus demarches annee habitudes parcours contacts cahier urgence carte depots identite equipe";
const PLACES = ["", ...PARTS.split(" ").map((part) => `/${part}`)];
const PHRASE = "grillon pupitre mercredi cabane ocre";

let server, carnet;
const browsers = [];

const somebody = async (more) => {
  const one = await somebodyAt(server, more);
  browsers.push(one);
  return one;
};

let mother, father, physio, anew;

before(async () => {
  server = await startServer();
  mother = await somebody();
  const { person } = mother;
  await person.arrives();
  await person.makesPasskey("Maman");
  await person.provesSheet();
  await person.opensCarnet("Léo");
  carnet = new URL(mother.page.url()).pathname;
  await person.notesAllergy(AGENT);
});

after(async () => {
  for (const browser of browsers) await browser.stop();
  await server?.stop();
});

/** What stands now can be used by everybody. */
async function clean(page, name) {
  for (const look of looks) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], look.name);
  }
  if (process.env.CARNET_SHOTS) await shoot(page, name);
  await wear(page, looks[0]);
  assert.deepEqual(await smallTargets(page), []);
  assert.equal(await sideways(page), "");
}

/** What the page offers to be written. */
async function offered(page) {
  const places = ["ajouter", "modifier", "inviter", "coller", "nouve", "decision-recue"].map((part) => `main a[href*="/${part}"]`);
  const words = /^(Ajouter|Écrire|Noter|Modifier|Effacer|Enregistrer|Garder|Aucun|C'est bien)/;
  const buttons = page.getByRole("main").getByRole("button", { name: words });
  return [...(await page.locator(places.join(", ")).allInnerTexts()), ...(await buttons.allInnerTexts())];
}

describe("letting people in", { concurrency: 1 }, () => {
  let address;

  test("a mother prepares an invitation for the father: a link and a code", async () => {
    const { page, person } = mother;
    address = await invites(mother, carnet, async () => {
      await page.getByLabel("Parent ou responsable du carnet").check();
      await page.getByLabel("Comment l'appelez-vous ?").fill("Papa");
      await clean(page, "team-invite");
    });
    assert.match(address, /\/fr\/invitation#[\w-]{100,}$/);
    await page.getByRole("img", { name: "Carré à scanner pour prendre l'invitation" }).waitFor();
    await clean(page, "team-invited");
    await person.goesTo("Mon équipe");
  });

  test("the father sees what it opens, makes his account and comes in", async () => {
    father = await somebody({ passkeys: false });
    const { page, person } = father;
    await person.arrives(address.slice(server.origin.length));
    await page.getByText("Maman vous invite dans le carnet de Léo").waitFor();
    assert.equal(new URL(page.url()).hash, "", "the secret is out of the address bar");
    await clean(page, "invitation");
    await accepts(father, "Paul", "paul.papa", PHRASE);
    await clean(page, "invitation-enter");
    await person.hand.press("Entrer dans le carnet");
    await person.at("Léo");
  });

  test("until he is confirmed he reads, and nothing offers him to write", async () => {
    const { page, person } = father;
    await page.getByText(AGENT).first().waitFor();
    await page.getByText("un autre responsable doit confirmer").waitFor();
    for (const path of PLACES) {
      await visit(page, `${carnet}${path}`);
      assert.deepEqual(await offered(page), [], path);
    }
    await visit(page, carnet);
    await person.at("Léo");
  });

  test("the mother is told, and confirms with one press; then he writes", async () => {
    await visit(mother.page, carnet);
    await asks(mother);
    await mother.page.getByText("Papa est entré avec votre invitation").waitFor();
    await clean(mother.page, "team-today");
    await mother.person.hand.press("C'est bien Papa");
    await mother.page.getByText("Papa est entré avec votre invitation").waitFor({ state: "hidden" });
    await asks(father);
    await visit(father.page, `${carnet}/cahier`);
    await father.person.hand.press("Écrire une note");
    await father.page.getByLabel("Votre note").fill("Bonjour de Papa");
    await father.person.hand.press("Laisser cette note");
    await father.page.getByText("Bonjour de Papa").first().waitFor();
  });

  test("used again, it says so", async () => {
    const late = await somebody({ passkeys: false });
    await late.person.arrives(address.slice(server.origin.length));
    await late.page.getByText("Cette invitation a déjà servi.").waitFor();
    assert.deepEqual(late.fail, []);
  });

  test("a physiotherapist is proposed health and no notes of school, comes in, and writes there", async () => {
    const { page } = mother;
    const link = await invites(mother, carnet, async () => {
      await asProfessional("Masseur-Kinésithérapeute", "Karim, kiné")(page);
      assert.equal(await page.getByLabel("Santé", { exact: true }).inputValue(), "write");
      assert.equal(await page.getByLabel("École et apprentissages").inputValue(), "nothing");
      await page.getByLabel("Avec quels mots ?").fill("Léo veut bien.");
      await page.getByLabel("Jusqu'à quand ?").fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
      await clean(page, "team-invite-pro");
    });
    physio = await somebody({ passkeys: false, viewport: { width: 1280, height: 900 } });
    await physio.person.arrives(link.slice(server.origin.length));
    await accepts(physio, "Karim", "karim.kine", PHRASE);
    await physio.person.hand.press("Entrer dans le carnet");
    await physio.person.at("Léo");
    const menu = physio.page.getByRole("navigation", { name: "Menu" });
    await menu.getByRole("link", { name: "Santé" }).waitFor();
    for (const hidden of ["Dépôts reçus", "Démarches", "Qui a regardé ?"]) {
      assert.equal(await menu.getByRole("link", { name: hidden }).count(), 0, hidden);
    }
    await visit(physio.page, `${carnet}/sante`);
    await physio.person.hand.press("Ajouter une allergie");
    await physio.page.getByLabel("À quoi ?").fill("Latex");
    await physio.person.hand.press(/^Enregistrer$/);
    await physio.person.at("Santé");
    await physio.page.getByText("Latex").first().waitFor();
    for (const read of ["habitudes", "contacts", "identite"]) {
      await visit(physio.page, `${carnet}/${read}`);
      assert.deepEqual(await offered(physio.page), [], read);
    }
    await visit(physio.page, `${carnet}/equipe`);
    await physio.page.getByRole("heading", { name: /Karim/ }).first().waitFor();
    await clean(physio.page, "team-pro");
    await visit(physio.page, "/fr/carnets");
    await physio.page.getByText(/Professionnel – jusqu'au/).waitFor();
  });

  test("his access ends soon: one press lets it run on for a year", async () => {
    const { page, person } = mother;
    await visit(page, `${carnet}/equipe`);
    await asks(mother);
    await page.getByText(/L'accès de Karim, kiné se termine/).waitFor();
    await clean(page, "team-ending");
    await tabTo(page, "Prolonger d'un an l'accès de Karim, kiné");
    await person.hand.key("Enter");
    await page.getByText(/L'accès de Karim, kiné se termine/).waitFor({ state: "hidden" });
  });

  test("his page shows the agreement; his access is closed, and what that cannot undo is said", async () => {
    const { page, person } = mother;
    await page.getByRole("link", { name: "Karim, kiné" }).first().click();
    await person.at("Karim, kiné");
    await page.getByText(/^Accord du/).first().waitFor();
    await page.getByText("personne ne peut le reprendre").waitFor();
    await clean(page, "team-member");
    await page.getByRole("button", { name: "Fermer l'accès de Karim, kiné" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Fermer l'accès de Karim, kiné" }).click();
    await person.at("Mon équipe");
    await page.getByText("Autres accords").waitFor();
    assert.equal(await page.getByRole("heading", { level: 3, name: /Karim/ }).count(), 0);
  });

  test("a father who lost his account comes in anew as the same person; the mother says so in the same flow", async () => {
    const { page, person } = mother;
    // His old account is opened nowhere for a while.
    await father.page.goto("about:blank");
    const around = page.getByRole("navigation", { name: "Autour de ce carnet" });
    await visit(page, `${carnet}/equipe`);
    await around.getByRole("link", { name: "Coins privés" }).click();
    await person.at("Coins privés");
    await around.getByRole("link", { name: "Liens pour une visite" }).click();
    await person.at("Liens pour une visite");
    await around.getByRole("link", { name: "Décider ensemble" }).click();
    await person.at("Décider ensemble");
    await page.getByRole("link", { name: "Papa n'arrive plus à ouvrir son compte" }).click();
    await person.at("Inviter quelqu'un");
    assert.ok(await page.getByLabel("La même personne a perdu l'accès à son compte").isChecked());
    await page.getByText("l'ancien compte se ferme au bout de 60 jours").waitFor();
    await person.hand.press("Préparer l'invitation");
    await person.at("Mon équipe");
    const link = await page.getByLabel("Lien de l'invitation").first().inputValue();
    anew = await somebody({ passkeys: false });
    await anew.person.arrives(link.slice(server.origin.length));
    await accepts(anew, "Paul", "paul.encore", PHRASE);
    await anew.person.hand.press("Entrer dans le carnet");
    await anew.person.at("Léo");

    await visit(page, carnet);
    await asks(mother);
    await page.getByRole("link", { name: "Papa gardait déjà ce carnet avec un autre compte ?" }).click();
    await person.at("Papa");
    await page.getByRole("button", { name: "C'est la même personne que « Papa »" }).waitFor();
    await clean(page, "team-same");
    await page.getByRole("button", { name: "C'est la même personne que « Papa »" }).click();
    await page.getByRole("dialog").getByText("il suffit qu'il ouvre le carnet une fois").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "C'est la même personne" }).click();
    await page.getByText("Pas encore confirmé").waitFor({ state: "hidden" });
    await visit(page, `${carnet}/equipe`);
    await page.getByText("Compte dit perdu").waitFor();
    await clean(page, "team-said-lost");

    await asks(anew);
    await visit(anew.page, `${carnet}/garde`);
    await anew.page.getByRole("heading", { name: "Fermer l'ancien compte, « Papa » ?" }).waitFor();
    await clean(anew.page, "guard-lost");
    await anew.page.getByRole("button", { name: "Je suis d'accord" }).first().click();
    await anew.page.getByRole("dialog").getByRole("button", { name: "Je suis d'accord" }).click();
    await anew.page.getByText("Tout le monde est d'accord. L'ancien compte se ferme le").waitFor();
  });

  test("but the old account was not lost: to open the carnet is enough, and he is told what was said", async () => {
    const { page, person } = father;
    await person.arrives("/fr/entrer");
    await page.getByLabel("Votre phrase secrète").fill(PHRASE);
    await person.hand.press("Déverrouiller");
    await page.getByRole("heading", { level: 1, name: /Mes carnets|Léo/ }).waitFor();
    await visit(page, carnet);
    await page.getByText("vous avez montré que non").waitFor();
    await clean(page, "team-spoke-up");
    await visit(mother.page, `${carnet}/garde`);
    await asks(mother);
    await mother.page.getByRole("heading", { name: "Fermer l'ancien compte, « Papa » ?" }).waitFor({ state: "detached" });
  });

  test("no page complained", () => {
    for (const one of [mother, father, physio, anew]) assert.deepEqual(one.fail, []);
  });
});

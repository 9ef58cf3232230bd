// A parent at the screen, in a parent's words: what several tests have in common, done by hand and counted.

import { Hand } from "./hand.mjs";
import { ready } from "./browser.mjs";

export class Person {
  /** The six groups of the recovery sheet, once it was seen. */
  groups = [];

  constructor(page) {
    this.page = page;
    this.hand = new Hand(page);
  }

  /** The heading of the page, once it says this. */
  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /** Starts at the door. */
  async arrives(path = "/fr") {
    await this.page.goto(path);
    await ready(this.page);
  }

  /** Makes an account with a passkey, up to the recovery sheet. */
  async makesPasskey(name) {
    await this.hand.press("Ouvrir un carnet", { role: "link" });
    await this.at("Ouvrir un carnet");
    await this.hand.write("Comment vous appelle-t-on ?", name);
    await this.hand.press("Créer ma clé d'accès");
  }

  /** Makes an account with a name and a passphrase; the form for it must stand open. */
  async choosesPassphrase(name, passphrase) {
    await this.hand.write("Nom pour entrer", name);
    await this.hand.write("Phrase secrète", passphrase);
    await this.hand.press("Créer mon compte");
  }

  /** Reads the recovery sheet, and proves that it is at hand. */
  async provesSheet() {
    await this.readsSheet();
    await this.hand.press("J'ai ma fiche");
    await this.at("Vérifions votre fiche");
    for (const [place, group] of this.groups.entries()) {
      const asked = this.page.getByLabel(`Groupe ${place + 1}`, { exact: true });
      if ((await asked.count()) === 0) continue;
      await asked.fill(group);
      this.hand.count += 1;
    }
    await this.hand.press("Vérifier");
  }

  /** Reads the six groups off the sheet. */
  async readsSheet() {
    await this.page.getByRole("heading", { name: "Fiche de secours du carnet" }).waitFor();
    const items = await this.page.locator("#rescue-sheet").getByRole("listitem").allInnerTexts();
    this.groups = items.map((item) => item.trim().slice(-5));
    if (this.groups.length !== 6 || !this.groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(group))) {
      throw new Error(`no recovery code on the sheet: ${items.join(" | ")}`);
    }
    return this.groups;
  }

  /** Opens a carnet for somebody. */
  async opensCarnet(firstName) {
    await this.at("Ouvrir un nouveau carnet");
    await this.hand.write("Son prénom", firstName);
    await this.hand.press("Ouvrir le carnet");
    await this.at(firstName);
  }

  /** Begins with a passkey and the example carnet; gives back its address. */
  async beginsWithExample() {
    await this.arrives();
    await this.makesPasskey("Maman");
    await this.readsSheet();
    await this.hand.press("Plus tard");
    await this.at("Ouvrir un nouveau carnet");
    return this.makesExample();
  }

  /** Makes the example carnet, from the page that opens a carnet; gives back its address. */
  async makesExample() {
    await this.hand.press("Créer le carnet d'exemple");
    await this.at("Théo");
    return new URL(this.page.url()).pathname;
  }

  /** Writes down an allergy, from Today. */
  async notesAllergy(agent) {
    await this.hand.press("Ajouter une allergie");
    await this.at("Ajouter une allergie");
    await this.hand.write("À quoi ?", agent);
    await this.hand.press(/^Enregistrer$/);
    await this.at("Santé");
  }

  /** Goes to a page of the menu. */
  async goesTo(name) {
    const side = this.page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name, exact: true });
    const tab = this.page.getByRole("navigation", { name: "Pages principales" }).getByRole("link", { name, exact: true });
    await this.page.getByRole("navigation").first().waitFor();
    if (await tab.isVisible()) await tab.click();
    else if (await side.first().isVisible()) await side.first().click();
    else {
      await this.page.getByRole("button", { name: "Menu", exact: true }).click();
      await side.first().click();
    }
    this.hand.count += 1;
    await this.at(name);
  }

  /** Forgets the keys. */
  async locks() {
    await this.hand.press(/^Verrouiller$/, { role: "button" });
    await this.page.getByRole("button", { name: /clé d'accès|Entrer|Déverrouiller/ }).first().waitFor();
  }

  /** Comes back with the passkey. */
  async unlocks() {
    await this.hand.press("Déverrouiller avec ma clé d'accès");
  }

  /** Comes back with the recovery sheet. */
  async recovers(code) {
    await this.arrives("/fr/retrouver");
    await this.hand.write("Code de la fiche de secours", code);
    await this.hand.press("Rouvrir mes carnets");
  }
}

/** Shows another page of the open carnet without loading it anew, which would lock. */
export async function visit(page, path) {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector("main .wait"));
}

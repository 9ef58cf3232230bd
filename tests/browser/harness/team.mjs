// Letting somebody in, by hand: what tests about the people around have in common. Each has a browser and an account of their own.

import { addAuthenticator } from "./authenticator.mjs";
import { ready, startBrowser } from "./browser.mjs";
import { Person, visit } from "./person.mjs";

/** Somebody with a browser of their own. Without passkeys they make their account with a name and a passphrase. */
export async function somebody(server, { passkeys = true, ...more } = {}) {
  const browser = await startBrowser({ origin: server.origin, ...more });
  if (passkeys) await addAuthenticator(browser.page);
  else {
    await browser.page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "credentials", { value: undefined });
    });
  }
  return { ...browser, person: new Person(browser.page) };
}

/** Fills the form of an invitation into a carnet and gives back its address. */
export async function invites({ page, person }, carnet, fill) {
  await visit(page, `${carnet}/inviter`);
  await person.at("Inviter quelqu'un");
  await fill(page);
  await person.hand.press("Préparer l'invitation");
  await person.at("Mon équipe");
  const field = page.getByLabel("Lien de l'invitation").first();
  await field.waitFor();
  return field.inputValue();
}

/** Says who somebody is who gets to see what such people are usually given. */
export const asProfessional = (what, name) => async (page) => {
  await page.getByLabel("Professionnel", { exact: true }).check();
  await page.getByLabel("Son métier, ou sa place").selectOption({ label: what });
  await page.getByLabel("Comment l'appelez-vous ?").fill(name);
};

/** Makes an account with a name and a passphrase, on the page of an invitation, and stands before its door. */
export async function accepts({ page, person }, called, name, passphrase) {
  await page.getByLabel("Comment vous appelle-t-on ?").fill(called);
  await person.choosesPassphrase(name, passphrase);
  await person.hand.press("Plus tard");
  await page.getByRole("button", { name: "Entrer dans le carnet" }).waitFor();
}

/** Has a device ask the server at once, as it does when its network comes back. */
export const asks = ({ page }) => page.evaluate(() => dispatchEvent(new Event("online")));

/** Makes a deposit link for somebody and gives back its address. */
export async function makesDepositLink({ page, person }, carnet, name) {
  await visit(page, `${carnet}/liens-depot`);
  await person.hand.write("Pour qui ?", name);
  await person.hand.press("Faire le lien", { role: "button" });
  await page.getByRole("heading", { name }).waitFor();
  return page.getByLabel("Le lien", { exact: true }).inputValue();
}

/** Opens a deposit link. */
export async function opensDeposit(page, address) {
  await page.goto(address);
  await ready(page);
  await page.getByLabel("Votre nom et votre service").waitFor();
}

/** Waits until so many MiB of the first file are said to have arrived. */
export async function reaches(page, megabytes) {
  const bar = page.locator(".ways progress").first();
  for (;;) {
    const far = Number(await bar.getAttribute("value", { timeout: 1000 }).catch(() => 0));
    if (far >= megabytes * 1024 * 1024) return;
    await page.waitForTimeout(20);
  }
}

// Walking the site map with the example carnet: every page that there is, at addresses that show something.

import assert from "node:assert/strict";
import { addAuthenticator } from "./authenticator.mjs";
import { startBrowser } from "./browser.mjs";
import { Person, visit } from "./person.mjs";
import { startServer } from "./server.mjs";
import { pages } from "./site.mjs";

/** The pages that list what has a page of its own. */
const LISTS = ["documents", "comptes-rendus", "agenda", "demarches", "equipe"];
/** The pages from which entries are added and modified. */
const BOOKS = ["sante", "habitudes", "parcours", "contacts", "cahier", "urgence"];

/** The parameters of addresses, as the example carnet has them. */
async function parameters(page, example) {
  const links = (part) => page.locator(`main a[href*="${part}"]`).evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const last = (href) => href.split("/").at(-1);
  const listed = {};
  for (const list of LISTS) {
    await visit(page, `${example}/${list}`);
    await page.locator(`main a[href*="/${list}/"]`).first().waitFor({ state: "attached" });
    listed[list] = last((await links(`/${list}/`))[0]);
  }
  const kinds = new Set();
  let entry;
  for (const list of BOOKS) {
    await visit(page, `${example}/${list}`);
    await page.locator('main a[href*="/modifier/"]').first().waitFor({ state: "attached" });
    (await links("/ajouter/")).forEach((href) => kinds.add(last(href)));
    entry ??= last((await links("/modifier/"))[0]);
  }
  return { listed, entry, kinds: [...kinds] };
}

/** Every address to be walked, page by page; `others`: the same page filled in otherwise. */
async function addresses(page, example) {
  const found = await parameters(page, example);
  if (found.kinds.length < 12) throw new Error(`only ${found.kinds} can be added`);
  const [, , carnet] = example.split("/").slice(1);
  const french = pages().filter(({ lang }) => lang === "fr");
  return french.map(({ pattern }) => {
    const entry = found.listed[pattern.split("/").at(-2)] ?? found.entry;
    const filled = pattern.replace(":carnet", carnet).replace(":entry", entry);
    const [address, ...others] = filled.includes(":kind") ? found.kinds.map((kind) => filled.replace(":kind", kind)) : [filled];
    return { address, others };
  });
}

/** Shows a page with all that it folds away. */
export async function unfolds(page, address) {
  await visit(page, address);
  await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));
}

/** Does something at every page, as a mother who has just made the example carnet; no page may complain. */
export async function walks(each) {
  const server = await startServer();
  const browser = await startBrowser({ origin: server.origin });
  try {
    const { page } = browser;
    await addAuthenticator(page);
    const person = new Person(page);
    await person.arrives();
    await person.makesPasskey("Maman");
    await person.readsSheet();
    await person.hand.press("Plus tard");
    const example = await person.makesExample();
    for (const place of await addresses(page, example)) await each(page, place);
    assert.deepEqual(browser.fail, []);
  } finally {
    await browser.stop();
    await server.stop();
  }
}

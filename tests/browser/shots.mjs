// Pictures of every page with the example carnet, into tests/browser/shots: `cargo xtask shots [part of an address …]`.

import { Person, addAuthenticator, pages, shoot, startBrowser, startServer, visit } from "./harness.mjs";

const wanted = process.argv.slice(2);
const chosen = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const server = await startServer();
const browser = await startBrowser({ origin: server.origin });
const { page } = browser;
await addAuthenticator(page);
const person = new Person(page);

async function take(name) {
  if (!chosen(name)) return;
  console.log((await shoot(page, name)).join("\n"));
}

for (const [name, path] of Object.entries({ welcome: "/fr", create: "/fr/ouvrir", enter: "/fr/entrer", recover: "/fr/retrouver", deposit: "/fr/depot" })) {
  await person.arrives(path);
  await take(name);
}
await person.arrives();
await person.makesPasskey("Maman");
await person.readsSheet();
await take("sheet");
await person.hand.press("Plus tard");
await person.at("Ouvrir un nouveau carnet");
await take("nouveau-carnet");
const example = await person.makesExample();
const carnet = example.split("/").at(-1);

/** An address for a page: what its last place stands for is taken from a link of the page above it, where there is one. */
async function address(pattern) {
  const here = pattern.replace(":carnet", carnet);
  const place = here.lastIndexOf("/:");
  if (place < 0) return here;
  const above = here.slice(0, place).replace(":kind", "treatment");
  const link = page.locator(`main a[href^="${above}/"]`).first();
  await visit(page, above);
  await link.waitFor({ timeout: 3000 }).catch(() => {});
  if (await link.count()) return link.getAttribute("href");
  return here.replace(":entry", entry).replace(":kind", "treatment");
}

await visit(page, `${example}/sante`);
const entry = (await page.locator('main a[href*="/modifier/"]').first().getAttribute("href")).split("/").at(-1);

for (const { pattern, lang } of pages()) {
  if (lang !== "fr" || !/reglages|carnets/.test(pattern)) continue;
  const name = pattern.split("/").slice(2).join("-").replaceAll(":", "");
  if (!chosen(name)) continue;
  await visit(page, await address(pattern));
  // Pictures come one after another, sealed: those of a page are seen once they are there.
  await page.waitForFunction(() => !document.querySelector("main [role=status] + progress") && [...document.images].every((one) => one.complete));
  await take(name);
}
await visit(page, example);
await page.setViewportSize({ width: 390, height: 844 });
await page.getByRole("button", { name: "Menu", exact: true }).click();
await take("menu");
await page.keyboard.press("Escape");
await person.locks();
await take("locked");
await browser.stop();
await server.stop();

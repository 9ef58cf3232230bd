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

await visit(page, `${example}/documents`);
await page.locator('main a[href*="/documents/"]').first().waitFor();
const last = async (part) => (await page.locator(`main a[href*="${part}"]`).first().getAttribute("href")).split("/").at(-1);
const document = await last("/documents/");
await visit(page, `${example}/sante`);
const entry = await last("/modifier/");

for (const { pattern, lang } of pages()) {
  if (lang !== "fr" || !/reglages|carnets/.test(pattern)) continue;
  const one = pattern.includes("/documents/:") ? document : entry;
  await visit(page, pattern.replace(":carnet", carnet).replace(":entry", one).replace(":kind", "treatment"));
  // Pictures come one after another, sealed: those of a page are seen once they are there.
  await page.waitForFunction(() => !document.querySelector("main [role=status] + progress") && [...document.images].every((one) => one.complete));
  await take(pattern.split("/").slice(2).join("-").replaceAll(":", ""));
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

// Pictures of every page, into tests/browser/shots: `cargo xtask shots [part of an address …]`.

import { pages, ready, shoot, startBrowser, startServer } from "./harness.mjs";

const wanted = process.argv.slice(2);
const server = await startServer();
const browser = await startBrowser({ origin: server.origin });
for (const { address, lang } of pages()) {
  const chosen = wanted.length ? wanted.some((part) => address.includes(part)) : lang === "fr";
  if (!chosen) continue;
  await browser.page.goto(address);
  await ready(browser.page);
  const files = await shoot(browser.page, address.slice(1).replaceAll("/", "-"));
  console.log(files.join("\n"));
}
await browser.stop();
await server.stop();

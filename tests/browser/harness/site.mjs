// The drawn site, as the server reads it.

import fs from "node:fs";
import path from "node:path";

function table() {
  return JSON.parse(fs.readFileSync(path.join(process.env.CARNET_SITE, "pages.json"), "utf8"));
}

/** Every page: its pattern, its language, and an address to open it at. */
export function pages() {
  return table().pages.map(({ pattern, lang }) => ({ pattern, lang, address: pattern.replace(/:[^/]+/g, "_") }));
}

/** The folder of the hashed files. */
export function assets() {
  return table().assets;
}

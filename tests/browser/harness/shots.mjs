// Pictures, to be looked at: phone and desk, light and dark.

import fs from "node:fs";
import path from "node:path";

const FOLDER = path.join(import.meta.dirname, "..", "shots");

/** The looks that every page is seen in. */
export const looks = [
  { name: "phone-light", viewport: { width: 390, height: 844 }, dark: false },
  { name: "phone-dark", viewport: { width: 390, height: 844 }, dark: true },
  { name: "desk-light", viewport: { width: 1280, height: 900 }, dark: false },
  { name: "desk-dark", viewport: { width: 1280, height: 900 }, dark: true },
];

/** Puts the page into a look. */
export async function wear(page, look) {
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light", reducedMotion: "reduce" });
}

/** Takes the whole page in every look, or the given ones; gives back the files. */
export async function shoot(page, name, chosen = looks) {
  fs.mkdirSync(FOLDER, { recursive: true });
  const files = [];
  for (const look of chosen) {
    await wear(page, look);
    const file = path.join(FOLDER, `${name}-${look.name}.png`);
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
  }
  return files;
}

// The sheet on paper: rendered by Chromium to a PDF and read back with an independent reader of PDF files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { startBrowser, startServer } from "./harness.mjs";
import { makeCard, seal, shlink } from "./harness/urgent/card.mjs";
import { startDesk } from "./harness/urgent/desk.mjs";
import { bundle, section, sections, summary } from "./harness/urgent/summary.mjs";

let server, desk, browser;

before(async () => {
  server = await startServer();
  desk = await startDesk(server);
  browser = await startBrowser({ origin: desk.origin });
});

after(async () => {
  await browser?.stop();
  desk?.stop();
  await server?.stop();
});

/** Fifteen allergies, each with a word of its own, five dangers, a long list of treatments. */
function long() {
  const items = (count, name, more) =>
    `<ul>${Array.from({ length: count }, (_, at) => `<li><b>${name}${at + 1}x</b> : ${more}</li>`).join("")}</ul>`;
  const others = sections().filter(({ code }) => !["48765-2", "104605-1", "10160-0"].includes(code.coding[0].code));
  return [
    section("48765-2", "Allergies", items(15, "Allergene", "urticaire géante, gonflement des lèvres et de la langue, respiration sifflante ; réaction grave, confirmée par un allergologue en 2024.")),
    section("104605-1", "Dangers", items(5, "Danger", "ne jamais faire, car l'épaule droite est instable et l'articulation douloureuse depuis l'opération.")),
    ...others,
    section("10160-0", "Traitements", items(40, "Traitement", "500 mg matin et soir, depuis le 12 mars 2024, prescrit par le Dr Benali.")),
  ];
}

const words = (file, ...more) => execFileSync("pdftotext", ["-layout", ...more, file, "-"], { encoding: "utf8" });

async function print(sheet, name, look) {
  const card = await makeCard(desk.origin);
  desk.serves(card, await seal(card, sheet));
  await browser.page.goto("about:blank");
  await browser.page.goto(`/u#${shlink(card)}`);
  await browser.page.locator(".u-vital").waitFor();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-paper-"));
  try {
    const file = path.join(process.env.CARNET_SHOTS ? path.join(import.meta.dirname, "shots") : folder, `u-${name}.pdf`);
    await browser.page.pdf({ path: file, preferCSSPageSize: true });
    look(file);
    // Every word lies inside its sheet, and no letter is under 9 points: a line of 9 points is at least that high.
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    const found = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
    assert.ok(found.length > 200);
    for (const [, left, top, right, bottom] of found) {
      assert.ok(left >= 20 && top >= 18 && right <= 576 && bottom <= 831, `${left} ${top} ${right} ${bottom}`);
      assert.ok(bottom - top >= 9, `${bottom - top} points high`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

test("the example's vital part stands on the first sheet, to its last step", async () => {
  await print(summary("theo"), "paper-theo", (file) => {
    const first = words(file, "-l", "1");
    for (const said of ["Pénicilline", "Hémiplégie droite", "Convulsion", "Rester avec lui", "Prescrit par"]) assert.ok(first.includes(said), said);
  });
});

test("the example with 15 allergies prints every one of them on the first sheet, and every word somewhere", async () => {
  const sheet = summary("allergies");
  await print(sheet, "paper-allergies", (file) => {
    const squeezed = (text) => text.normalize("NFC").replace(/\s+/g, "");
    // Column by column, as it is read.
    const read = (...more) => squeezed(execFileSync("pdftotext", [...more, file, "-"], { encoding: "utf8" }));
    const [first, all] = [read("-l", "1"), read()];
    const named = (code) => {
      const { text } = sheet.entry[0].resource.section.find((one) => one.code.coding[0].code === code);
      return [...text.div.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, name]) => squeezed(name.replace(/&#39;/g, "'")));
    };
    assert.ok(named("48765-2").length >= 15);
    for (const code of ["48765-2", "104605-1", "11450-4", "18776-5"]) {
      for (const name of named(code)) assert.ok(first.includes(name), `${name} on the first sheet`);
    }
    for (const code of ["10160-0", "46264-8", "47420-5", "81338-6", "85847-2", "42348-3"]) {
      for (const name of named(code)) assert.ok(all.includes(name), name);
    }
  });
});

test("with 15 allergies the vital part is on the first sheet, the rest flows, nothing is cut or too small", async () => {
  await print(bundle({ parts: long() }), "paper", (file) => {
    const first = words(file, "-f", "1", "-l", "1");
    for (let number = 1; number <= 15; number += 1) assert.match(first, new RegExp(`Allergene${number}x`));
    for (let number = 1; number <= 5; number += 1) assert.match(first, new RegExp(`Danger${number}x`));
    assert.match(first, /Hémiplégie droite/);
    assert.match(first, /Buccolam 7,5 mg/);
    assert.match(first, /Prescrit par le Dr Karim Benali/);
    const all = words(file);
    for (let number = 1; number <= 40; number += 1) assert.match(all, new RegExp(`Traitement${number}x`));
    for (const said of ["tourne la tête", "06 12 34 56 78", "Autorité parentale", "Fiche signée et scellée"]) assert.ok(all.includes(said), said);
    assert.doesNotMatch(all, /Imprimer la fiche|English|Votre nom/);
    // Name and date stand on every sheet, with its number.
    const pages = all.split("\f").filter((text) => text.trim());
    pages.forEach((text, at) => assert.match(text, new RegExp(`Théo Martin · fiche d'urgence du .*${at + 1} ?/ ?${pages.length}`)));
  });
});

// A family opens its carnet: from the passkey to the page, and back with the recovery sheet. One story, told in order;
// at its end, nothing that was said in it is found anywhere on the server's side.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  Canaries, Person, addAuthenticator, disguises, pdf, photo, png, searchBytes, startBrowser, startServer,
} from "./harness.mjs";

const NAME = "Léonie-Capucine";
const AGENT = "Pénicilline canari jaune";
const REACTION = "Gonflement des lèvres en dix minutes";
const REPORT = pdf("Canari du compte rendu 7f3a");

let server, browser, page, person, canaries, phone, gps;
let address;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin, acceptDownloads: true });
  page = browser.page;
  canaries = new Canaries();
  await canaries.watchPasskeys(page);
  phone = await addAuthenticator(page);
  person = new Person(page);
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

describe("a family opens its carnet", { concurrency: 1 }, () => {
  test("from the first start to a recorded allergy in at most twelve interactions", async () => {
    await person.arrives();
    await person.makesPasskey("Maman Capucine");
    await person.provesSheet();
    await person.opensCarnet(NAME);
    await person.notesAllergy(AGENT);
    const allergies = page.getByRole("region", { name: "Allergies" });
    await allergies.getByText(AGENT).first().waitFor();
    assert.ok(person.hand.count <= 12, `${person.hand.count} interactions`);
    address = new URL(page.url()).pathname.replace(/\/sante$/, "");
    assert.equal((await phone.passkeys()).length, 1);
  });

  test("what happens when is told, later", async () => {
    const allergies = page.getByRole("region", { name: "Allergies" });
    await allergies.getByText("Détails").click();
    await allergies.getByRole("link", { name: "Modifier" }).click();
    await page.getByText("Préciser").click();
    await person.hand.write("Que se passe-t-il ?", REACTION);
    await person.hand.press(/^Enregistrer/);
    await person.at("Santé");
    await allergies.getByText(REACTION).first().waitFor();
  });

  test("a PDF, a photo that knows its place, and a scan are added", async () => {
    const shot = await photo(page, { maker: "Canari Phone 9000" });
    gps = shot.place;
    const scan = png(420, 594, "canari du scanner 51c9");
    await person.goesTo("Documents");
    await person.hand.press("Ajouter un document", { role: "link" });
    await person.at("Ajouter des documents");
    const pick = (name, mimeType, buffer) =>
      page.locator("#pick").setInputFiles({ name, mimeType, buffer });
    await pick("2024-03-12 CR consultation neuropédiatrie.pdf", "application/pdf", REPORT);
    await pick("IMG_20250118_101112.jpg", "image/jpeg", shot.file);
    await titled(1, "Photo de l'attelle");
    await pick("scan_ordonnance.png", "image/png", scan);
    await person.hand.press("Ranger ces 3 documents");
    await person.at("Documents");
    for (const title of ["CR consultation neuropédiatrie", "Photo de l'attelle", "Ordonnance"]) {
      await page.getByRole("link", { name: title }).waitFor();
    }
  });

  test("locked, nothing of it can be read; unlocked, everything is there", async () => {
    await person.locks();
    const shown = await page.locator("body").innerText();
    for (const word of [NAME, AGENT, "attelle"]) assert.ok(!shown.includes(word), `${word} is shown while locked`);
    await person.unlocks();
    await page.getByRole("link", { name: "Photo de l'attelle" }).waitFor();
  });

  test("with everything on this device lost, the recovery sheet brings all of it back", async () => {
    await clearDevice();
    await phone.remove();
    await person.recovers(person.groups.join(" ").toLowerCase());
    await person.at(NAME);
    await page.getByText(AGENT).first().waitFor();
  });

  test("the photo stands upright, and its place is gone", async () => {
    await person.goesTo("Documents");
    await page.getByRole("link", { name: "Photo de l'attelle" }).click();
    const picture = page.getByRole("img", { name: /Page 1 sur 1/ });
    await picture.waitFor();
    const seen = await picture.evaluate(async (image) => {
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const at = (part) => [...context.getImageData(canvas.width / 2, canvas.height * part, 1, 1).data];
      return { width: canvas.width, height: canvas.height, above: at(0.2), below: at(0.8) };
    });
    assert.deepEqual([seen.width, seen.height], [480, 640]);
    assert.ok(seen.above[0] > 150 && seen.above[2] < 90, `red above: ${seen.above}`);
    assert.ok(seen.below[2] > 150 && seen.below[0] < 90, `blue below: ${seen.below}`);
    const kept = await download("Télécharger l'original");
    assert.deepEqual([...kept.subarray(0, 2)], [0xff, 0xd8]);
    for (const shape of [gps, Buffer.from("Exif"), Buffer.from("Canari Phone")]) {
      assert.ok(!kept.includes(shape), "the photo still tells where or with what it was taken");
    }
  });

  test("the report opens in the page, and comes out byte for byte", async () => {
    await person.goesTo("Documents");
    await page.getByRole("link", { name: "CR consultation neuropédiatrie" }).click();
    const frame = page.locator("iframe");
    const shown = (await frame.count()) > 0 || (await page.evaluate(() => navigator.pdfViewerEnabled));
    if (shown) assert.match(await frame.getAttribute("src"), /^blob:/);
    assert.deepEqual(await download("Télécharger l'original"), REPORT);
  });

  test("everything is taken away in one zip that other programs read", async () => {
    await person.goesTo("Tout emporter");
    const [taken] = await Promise.all([
      page.waitForEvent("download"),
      person.hand.press("Préparer mon fichier"),
    ]);
    const zip = path.join(server.data, "..", `carnet-taken-${process.pid}.zip`);
    await taken.saveAs(zip);
    try {
      execFileSync("unzip", ["-tqq", zip]);
      const told = JSON.parse(execFileSync("python3", ["-c", READ_ZIP, zip], { encoding: "utf8" }));
      const report = told.files.find((file) => file.name.endsWith(".pdf"));
      assert.ok(report, told.files.map((file) => file.name).join(", "));
      assert.deepEqual(Buffer.from(report.hex, "hex"), REPORT);
      const text = (ending) => {
        const found = told.files.find((file) => file.name.endsWith(ending));
        assert.ok(found, `no ${ending} in ${told.files.map((file) => file.name).join(", ")}`);
        return Buffer.from(found.hex, "hex").toString("utf8");
      };
      for (const word of [NAME, AGENT, REACTION]) {
        assert.ok(text("index.html").includes(word), `${word} is not on the page`);
        assert.ok(text(".json").includes(word), `${word} is not in the entries`);
      }
    } finally {
      fs.rmSync(zip, { force: true });
    }
  });

  test("a second passkey, of a new phone, is added and opens the carnet", async () => {
    phone = await addAuthenticator(page);
    await person.goesTo("Réglages");
    await person.hand.press("Ajouter une clé d'accès");
    await page.getByText("La clé d'accès est ajoutée.").waitFor();
    assert.equal((await phone.passkeys()).length, 1);
    await person.locks();
    await person.unlocks();
    await person.at(/Réglages|Léonie/);
    await clearDevice();
    await person.arrives("/fr/entrer");
    await person.hand.press("Entrer avec ma clé d'accès");
    await person.at(/Mes carnets|Léonie/);
    if (await page.getByRole("heading", { level: 1, name: "Mes carnets" }).isVisible()) await person.hand.press(NAME);
    await person.at(NAME);
    await page.getByText(AGENT).first().waitFor();
  });

  test("no page complained, and nothing came from elsewhere", () => {
    assert.deepEqual(browser.fail, []);
  });

  test("nothing readable is in any request, the log, the database or a stored file", async () => {
    canaries.plant("first name", NAME);
    canaries.plant("allergen", AGENT);
    canaries.plant("note", REACTION);
    canaries.plant("own name", "Maman Capucine");
    canaries.plant("title of a document", "Photo de l'attelle");
    canaries.plant("name of a file", "consultation neuropédiatrie");
    canaries.plant("bytes of the report", "Canari du compte rendu 7f3a");
    canaries.plant("start of the report", REPORT.subarray(0, 48));
    canaries.plant("remark of the scanner", "canari du scanner 51c9");
    canaries.plant("maker of the telephone", "Canari Phone 9000");
    canaries.plant("place of the photo", gps);
    canaries.plantCode(person.groups);
    const learnt = canaries.names().filter((name) => name.startsWith("PRF output"));
    assert.ok(learnt.length >= 3, `only ${learnt.length} PRF outputs were seen`);
    assert.deepEqual(canaries.search(server), []);
  });

  test("the search itself finds what is there", () => {
    const { sent } = server.traffic();
    assert.deepEqual(searchBytes(sent, { known: "/api/", other: "not said at all" }), ["known"]);
    for (const shape of disguises(NAME)) {
      assert.deepEqual(searchBytes(Buffer.concat([sent, shape, sent]), { name: NAME }), ["name"]);
    }
  });
});

const READ_ZIP = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as taken:
    assert taken.testzip() is None
    print(json.dumps({"files": [{"name": name, "hex": taken.read(name).hex()} for name in taken.namelist()]}))
`;

/** Gives the document at a place among those that are being added a title. */
async function titled(place, title) {
  const field = page.getByRole("textbox", { name: "Titre" }).nth(place);
  await field.fill(title);
}

async function download(words) {
  const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words }).click()]);
  return fs.readFileSync(await kept.path());
}

/** What a lost telephone, or a browser that was wiped, leaves: nothing. */
async function clearDevice() {
  const cdp = await browser.context.newCDPSession(page);
  await page.goto("about:blank");
  await cdp.send("Storage.clearDataForOrigin", { origin: server.origin, storageTypes: "all" });
  await browser.context.clearCookies();
}

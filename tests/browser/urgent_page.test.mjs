// The page of a card, as a physician meets it: a real Chromium, the real server's page and policy, and a desk that answers
// for the card.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { looks, pdf, png, shoot, startBrowser, startServer, violations, wear } from "./harness.mjs";
import { sideways, smallTargets, tabTo } from "./harness/reach.mjs";
import { makeCard, makeCode, seal, shlink } from "./harness/urgent/card.mjs";
import { startDesk } from "./harness/urgent/desk.mjs";
import { binary, bundle, section, summary } from "./harness/urgent/summary.mjs";

let server, desk, browser, page, card;

before(async () => {
  server = await startServer();
  desk = await startDesk(server);
  browser = await startBrowser({ origin: desk.origin });
  page = browser.page;
});

after(async () => {
  await browser?.stop();
  desk?.stop();
  await server?.stop();
});

beforeEach(async () => {
  card = await makeCard(desk.origin);
  browser.fail.length = 0;
  desk.asked.length = 0;
  await page.goto("about:blank");
});

const scan = (link = shlink(card)) => page.goto(`/u#${link}`);
const sheet = () => page.locator(".u-vital").waitFor();
const says = (words) => page.getByText(words).first().waitFor();

/** Everything that a page must be, in every look. */
async function clean(name) {
  for (const look of looks) {
    await wear(page, look);
    assert.deepEqual(await violations(page, look), [], `${name} ${look.name}`);
  }
  await wear(page, looks[0]);
  assert.deepEqual(await smallTargets(page), [], name);
  assert.equal(await sideways(page), "", name);
  if (process.env.CARNET_SHOTS) await shoot(page, `u-${name}`);
}

describe("a card that is scanned", { concurrency: 1 }, () => {
  test("shows the allergies without a touch, in two requests, and its link stands nowhere any more", async () => {
    desk.serves(card, await seal(card, bundle({ deposit: `${desk.origin}/fr/depot#x` })));
    await scan();
    await sheet();
    assert.equal(page.url(), `${desk.origin}/u`);
    assert.deepEqual(desk.asked.map(({ method, pathname }) => `${method} ${pathname}`), ["GET /u", `POST /shl/${card.id}`]);
    assert.equal(desk.asked[1].headers.cookie, undefined);
    assert.deepEqual(JSON.parse(desk.asked[1].body), { recipient: "carnet" });
    const allergy = page.getByText("Pénicilline");
    const { y, height } = await allergy.boundingBox();
    assert.ok(y + height < 844, "the allergy stands on the first screen");
    assert.equal(await page.title(), "Fiche d'urgence · Emergency sheet");
    assert.equal(await page.locator("h1").innerText(), "Théo Martin");
    await clean("sheet");
    assert.deepEqual(browser.fail, []);
  });

  test("tells none known from not filled in, marks what is new, and can be called from", async () => {
    const parts = [section("48765-2", "Allergies", "rien", "nilknown"), section("11450-4", "Diagnostics", "<p>Hémiplégie</p>"),
      section("10160-0", "Traitements", "rien", "unavailable"), section("56864-4", "Contacts", "<p>Maman 06 12 34 56 78</p>")];
    desk.serves(card, await seal(card, bundle({ parts })));
    await scan();
    await says("Aucune allergie connue");
    // Dangers are not in this Bundle at all: that is not the same as none.
    assert.match(await page.locator(".u-104605-1").innerText(), /Non renseigné/);
    assert.match(await page.locator(".u-10160-0").innerText(), /Non renseigné/);
    assert.equal(await page.getByRole("link", { name: "06 12 34 56 78" }).getAttribute("href"), "tel:0612345678");
  });

  test("is whole: every section, entry and number of the example carnet's own sheet, in both languages", async () => {
    const theo = summary("theo");
    const sections = theo.entry[0].resource.section;
    desk.serves(card, await seal(card, theo));
    await scan();
    await sheet();
    const plain = (html) => html.replace(/<span class="mark-unconfirmed">[^<]*<\/span>|<[^>]*>/g, " ").replace(/&#39;/g, "'");
    const words = (text) => text.replace(/à confirmer| · /g, " ").split(/\s+/).filter((word) => word && word !== "·");
    for (const { title, code, text } of sections) {
      const number = code.coding[0].code;
      // The weight stands beside the name, documents are a list of their own.
      if (["8716-3", "55107-7"].includes(number)) continue;
      const shown = page.locator(`.u-${number}`);
      assert.equal(await shown.locator("h2").innerText(), title.split(" · ")[0]);
      const said = await shown.locator(".u-text").evaluate((one) => one.innerText);
      assert.deepEqual(words(said), words(plain(text.div)), title);
    }
    assert.match(await page.locator(".u-weight").innerText(), /31,4 kg/);
    assert.match(await page.locator(".u-files").innerText(), /PAI 2026/);
    assert.equal(await page.locator(".u-48765-2 .mark-unconfirmed").count(), 1);
    await clean("theo");
    await page.getByRole("button", { name: "English" }).click();
    await says("Whom to call");
    assert.deepEqual(browser.fail, []);
  });

  test("of an empty carnet, and of one where nothing is known, cannot be mistaken for each other", async () => {
    for (const [which, said, not] of [["empty", /Non renseigné/, /d'après la famille/], ["none", /Aucune allergie connue/, /^$/]]) {
      desk.serves(card, await seal(card, summary(which)));
      await page.goto("about:blank");
      await scan();
      await sheet();
      const vital = await page.locator(".u-vital").innerText();
      assert.match(vital, said);
      assert.doesNotMatch(vital, not);
      await clean(which);
    }
  });

  test("says by whom and when it was confirmed, and that this is long ago or never was", async () => {
    const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const words = { 3: "Relue et confirmée par Claire Martin", 200: "plus de 6 mois", 400: "plus d'un an" };
    for (const [days, said] of Object.entries(words)) {
      desk.serves(card, await seal(card, bundle({ confirmed: ago(days) })));
      await page.goto("about:blank");
      await scan();
      await says(said);
      assert.equal(await page.locator(".u-caution").count(), days === "3" ? 0 : 1);
    }
    desk.serves(card, await seal(card, bundle({ confirmed: null })));
    await page.goto("about:blank");
    await scan();
    await says("pas encore été relue");
    await clean("unconfirmed");
  });

  test("speaks the reader's language, and changes it without asking the server again", async () => {
    desk.serves(card, await seal(card, bundle()));
    await scan();
    await sheet();
    await page.getByRole("button", { name: "English" }).click();
    await says("Devices");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator(".u-11450-4 .u-text").getAttribute("lang"), "fr-FR");
    await page.getByRole("button", { name: "Français" }).click();
    await says("Appareillage");
    assert.equal(desk.asked.length, 2);
  });

  test("is noticed to be older than one that this device saw before", async () => {
    const day = 86_400;
    const at = Math.floor(Date.now() / 1000);
    desk.serves(card, await seal(card, bundle(), { seq: 12, at }));
    await scan();
    await sheet();
    desk.serves(card, await seal(card, bundle(), { seq: 11, at: at - 5 * day }));
    await page.goto("about:blank");
    await scan();
    await says("a déjà ouvert une fiche plus récente");
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    assert.ok(!kept.includes(card.id) && !/Th|Martin/.test(kept), "nothing kept names the card or the person");
  });

  test("asks for a passcode first, counts the tries, and opens", async () => {
    const jwe = await seal(card, bundle());
    let left = 3;
    desk.answers.set(`/shl/${card.id}`, ({ passcode }) =>
      passcode === "marmotte" ? { json: { files: [{ embedded: jwe }] } } : { status: 401, json: { remainingAttempts: (left -= 1) } });
    await scan(shlink(card, { flag: "LP" }));
    const asked = page.getByLabel("Mot de passe de la fiche");
    await asked.waitFor();
    assert.equal(desk.asked.length, 1, "nothing is asked without it");
    await clean("passcode");
    await asked.fill("loutre");
    await page.keyboard.press("Enter");
    await says("Il reste 2 essais");
    await asked.fill("marmotte ");
    await page.keyboard.press("Enter");
    await sheet();
  });

  test("explains a refusal without saying which", async () => {
    await scan();
    await says("Cette carte n'ouvre pas de fiche");
    await clean("gone");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  });

  test("takes a second card scanned into the same tab", async () => {
    await scan();
    await says("Cette carte n'ouvre pas de fiche");
    desk.serves(card, await seal(card, bundle()));
    await page.evaluate((link) => (location.hash = link), shlink(card));
    await sheet();
    assert.equal(page.url(), `${desk.origin}/u`);
  });

  test("without network can be tried again", async () => {
    desk.serves(card, await seal(card, bundle()));
    await page.goto("/u");
    await browser.context.setOffline(true);
    await page.evaluate((link) => (location.hash = link), shlink(card));
    await says("Pas de réseau");
    await browser.context.setOffline(false);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await sheet();
  });
});

describe("the code on the card", { concurrency: 1 }, () => {
  test("opens the same sheet, however it is typed; a slip is noticed before anything is sent", async () => {
    desk.serves(card, await seal(card, bundle()));
    const code = await makeCode(shlink(card));
    desk.answers.set(`/api/cards/${code.lookup}`, () => ({ json: { sealed: code.sealed } }));
    await page.goto("/u");
    const typed = page.getByLabel("Code de la carte");
    await typed.waitFor();
    await clean("code");
    const slips = { "ABCD": "il y en a 4", [`${code.text.slice(0, -1)}*`]: "n'existe pas" };
    const last = code.text.at(-1);
    slips[code.text.slice(0, -1) + (last === "7" ? "8" : "7")] = "faute de frappe";
    for (const [slip, said] of Object.entries(slips)) {
      await typed.fill(slip);
      await page.keyboard.press("Enter");
      await says(said);
    }
    await clean("typing-mistake");
    assert.equal(desk.asked.filter(({ method }) => method === "POST").length, 0);
    const careless = code.text.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replaceAll(" ", " - ");
    await typed.fill(careless);
    await page.keyboard.press("Enter");
    await sheet();
  });

  test("that leads nowhere gets the same explanation", async () => {
    const code = await makeCode(shlink(card));
    await page.goto("/u");
    await page.getByLabel("Code de la carte").fill(code.text);
    await page.keyboard.press("Enter");
    await says("Cette carte n'ouvre pas de fiche");
  });
});

describe("what goes with the sheet", { concurrency: 1 }, () => {
  test("documents open after name and place, and are the ones that the sheet names", async () => {
    const [one, two, three] = [0, 1, 2].map((last) => `5a1b2c3d-0000-4000-8000-00000000000${last}`);
    const documents = [{ id: one, title: "Compte rendu" }, { id: two, title: "Radio du bassin" }, { id: three, title: "Carte" }];
    const put = async (id, kind, bytes, more) => ({ embedded: await seal(card, binary(id, kind, bytes), more) });
    const files = [
      await put(two, "image/png", png(120, 80, "radio")),
      await put(one, "application/pdf", pdf("Compte rendu")),
      // Sealed by somebody who has read the card, without its signing key.
      await put(three, "text/html", Buffer.from("<script>alert(1)</script>"), { by: await makeCard(desk.origin) }),
    ];
    desk.serves(card, await seal(card, bundle({ documents })), files);
    await scan();
    await sheet();
    await page.getByRole("button", { name: "Ouvrir les documents" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "u-name");
    await page.keyboard.type("Dr Roux, urgentiste");
    await page.getByLabel("Votre service ou lieu").fill("Urgences, Lyon");
    await clean("reader");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Ouvrir : Compte rendu" }).click();
    const open = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Voir dans un nouvel onglet" }).click();
    const tab = await open;
    assert.match(tab.url(), /^blob:/);
    await tab.close();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Enregistrer" }).click();
    assert.equal((await saved).suggestedFilename(), "Compte rendu.pdf");
    await page.getByRole("button", { name: "Ouvrir : Radio du bassin" }).click();
    await page.waitForFunction(() => document.querySelector(".u-picture")?.naturalWidth === 120);
    await page.getByRole("button", { name: "Ouvrir : Carte" }).click();
    await says("La signature de cette fiche n'est pas la bonne");
    await clean("documents");
    const told = desk.asked.filter(({ body }) => body.includes("reader")).map(({ body }) => JSON.parse(body));
    assert.deepEqual(told, [{ recipient: "carnet", reader: { name: "Dr Roux, urgentiste", place: "Urgences, Lyon" } }]);
    assert.deepEqual(browser.fail, []);
  });

  test("the return sheet is offered on our own origin only", async () => {
    const addresses = {
      [`${desk.origin}/fr/depot#abc/TM`]: 1, "https://example.org/fr/depot#abc": 0, [`${desk.origin}/api/x`]: 0, "javascript:alert(1)//fr/": 0,
    };
    for (const [deposit, offered] of Object.entries(addresses)) {
      desk.serves(card, await seal(card, bundle({ deposit })));
      await page.goto("about:blank");
      await scan();
      await sheet();
      assert.equal(await page.getByRole("link", { name: /Laisser un mot/ }).count(), offered, deposit);
    }
  });

  test("everything is reached by keyboard", async () => {
    const documents = [{ id: "5a1b2c3d-0000-4000-8000-000000000000", title: "Compte rendu" }];
    desk.serves(card, await seal(card, bundle({ documents, deposit: `${desk.origin}/fr/depot#abc/TM` })));
    await scan();
    await sheet();
    for (const name of ["English", "06 12 34 56 78", "Votre nom et votre fonction", "Ouvrir les documents", "Laisser un mot", "Imprimer la fiche"]) {
      await tabTo(page, name);
    }
  });
});

test("the page is one file under a policy of its own, however its address is typed", async () => {
  const answer = await fetch(`${server.origin}/u`);
  const policy = answer.headers.get("content-security-policy");
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data: blob:; connect-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|https?:|'self'.*'self'/);
  assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
  assert.equal(answer.headers.get("set-cookie"), null);
  assert.doesNotMatch(await answer.text(), /(src|href|action)="(https?:)?\/\//);
  for (const typed of ["/U", "/u/", "/U/"]) {
    const there = await fetch(server.origin + typed, { redirect: "manual" });
    assert.equal(there.headers.get("location"), "/u");
  }
  const plain = await startBrowser({ origin: server.origin, javaScriptEnabled: false });
  await plain.page.goto("/u");
  await plain.page.getByText("Ce navigateur ne peut pas ouvrir la fiche").waitFor();
  await plain.stop();
});

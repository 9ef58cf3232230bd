// The agenda: added to by phone, repeating around a holiday, read as month and week by keyboard, taken away, taken in,
// followed from elsewhere.

import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, describe, test } from "node:test";
import { Person, addAuthenticator, looks, startBrowser, startServer, violations, visit, wear } from "./harness.mjs";
import { sideways, smallTargets } from "./harness/reach.mjs";

let server, browser, page, person, example;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin, acceptDownloads: true });
  page = browser.page;
  await addAuthenticator(page);
  person = new Person(page);
  example = await person.beginsWithExample();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

const today = new Date();
const inDays = (days, from = today) => new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 12);
const iso = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
const compact = (date) => iso(date).replaceAll("-", "");
const WEEK = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

// The next holiday that falls on the same day of every year.
const fixed = [[0, 1], [4, 1], [4, 8], [6, 14], [7, 15], [10, 1], [10, 11], [11, 25]];
const holiday = [0, 1]
  .flatMap((more) => fixed.map(([month, day]) => new Date(today.getFullYear() + more, month, day, 12)))
  .find((day) => day > inDays(8));

async function toAgenda() {
  await visit(page, `${example}/agenda`);
  await person.at("Agenda");
}

describe("the agenda", { concurrency: 1 }, () => {
  test("the next appointment comes first, with what to bring and what to ask", async () => {
    await toAgenda();
    const first = page.getByRole("region", { name: "Injections de toxine botulique" });
    const said = await first.innerText();
    for (const words of ["08:30", "dans ", "Taxi", "À apporter", "crème anesthésiante", "À demander", "plâtres"]) {
      assert.ok(said.includes(words), `${words}: ${said}`);
    }
    await page.getByText("Kinésithérapie").first().waitFor();
  });

  test("everybody can see it: light, dark, narrow, with a finger, as list, week and month", async () => {
    for (const view of ["Liste", "Semaine", "Mois"]) {
      await page.getByRole("button", { name: view, exact: true }).click();
      for (const look of looks) {
        await wear(page, look);
        assert.deepEqual(await violations(page, look), [], `${view}, ${look.name}`);
      }
      await wear(page, looks[0]);
      assert.deepEqual(await smallTargets(page), [], view);
      assert.equal(await sideways(page), "", view);
    }
    await page.getByRole("button", { name: "Liste", exact: true }).click();
  });

  test("an appointment is added by phone", async () => {
    await person.hand.press("Ajouter un rendez-vous", { role: "link" });
    await person.at("Ajouter un rendez-vous");
    await person.hand.write("Pour quoi", "Dentiste canari");
    await person.hand.write("Jour", iso(inDays(2)));
    await person.hand.write("Heure", "16:20");
    await person.hand.write("À apporter", "La carte Vitale\nLe carnet");
    assert.deepEqual(await violations(page), []);
    await person.hand.press(/^Enregistrer/);
    await person.at("Agenda");
    const first = page.getByRole("region", { name: "Dentiste canari" });
    await first.getByText("La carte Vitale").waitFor();
    assert.match(await first.innerText(), /16:20/);
  });

  test("it is moved, cancelled with the reason, planned again, and told afterwards", async () => {
    await page.getByRole("region", { name: "Dentiste canari" }).getByRole("link").first().click();
    await person.at("Dentiste canari");
    assert.deepEqual(await violations(page), []);
    await page.getByText("Déplacer", { exact: true }).click();
    await page.getByLabel("Nouveau jour").fill(iso(inDays(3)));
    await page.getByLabel("Nouvelle heure").fill("09:10");
    await person.hand.press("Déplacer le rendez-vous");
    await page.getByText(/09:10, dans 3 jours/).waitFor();
    await page.getByText("Annuler ce rendez-vous").click();
    await page.getByLabel("Pourquoi").fill("Le cabinet est fermé");
    await person.hand.press("Annuler le rendez-vous");
    await page.getByText("Le cabinet est fermé").waitFor();
    assert.equal(await page.locator(".states .state", { hasText: "Annulé" }).count(), 1);
    await person.hand.press("Remettre comme prévu");
    await page.getByText("Annuler ce rendez-vous").waitFor();
    await page.getByText("Après le rendez-vous").click();
    await page.getByLabel("Ce qui s'est dit et décidé").fill("Rien à soigner");
    await person.hand.press("Enregistrer : le rendez-vous a eu lieu");
    await page.locator(".states .state", { hasText: "A eu lieu" }).waitFor();
    await page.getByLabel("Joindre un document du carnet").selectOption({ index: 1 });
    await person.hand.press("Joindre");
    await page.locator("#papers ~ ul a").first().waitFor();
  });

  test("sessions repeat, and pause on a holiday", async () => {
    await toAgenda();
    await person.hand.press("Ajouter des séances régulières", { role: "link" });
    await person.at("Ajouter des séances régulières");
    await person.hand.write("Pour quoi", "Balnéo canari");
    await page.getByLabel(WEEK[holiday.getDay()], { exact: true }).check();
    await person.hand.write("Heure", "14:00");
    await page.getByLabel("À partir du").fill(iso(inDays(-7, holiday)));
    await person.hand.press(/^Enregistrer/);
    await person.at("Agenda");
    for (let more = 0; more < 20 && (await page.getByRole("link", { name: "Balnéo canari" }).count()) < 2; more += 1) {
      await person.hand.press("Voir plus loin");
    }
    await page.getByRole("link", { name: "Balnéo canari" }).first().click();
    await person.at("Balnéo canari");
    const sessions = page.getByRole("region", { name: "Les prochaines séances" }).getByRole("listitem");
    assert.match(await sessions.nth(1).innerText(), /Pas de séance\s: jour férié/);
    // The one after is cancelled, the first is moved.
    await sessions.nth(2).getByText("Déplacer ou annuler").click();
    await sessions.nth(2).getByLabel("Pourquoi").fill("Bassin fermé");
    await sessions.nth(2).getByRole("button", { name: "Annuler cette séance" }).click();
    await sessions.nth(2).getByText("Séance annulée").waitFor();
    await sessions.nth(0).getByText("Déplacer ou annuler").click();
    await sessions.nth(0).getByLabel("Nouvelle heure").fill("17:30");
    await sessions.nth(0).getByRole("button", { name: "Déplacer cette séance" }).click();
    await sessions.nth(0).getByText("17:30").waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test("the month and the week are walked through by keyboard", async () => {
    await toAgenda();
    await page.getByRole("button", { name: "Mois", exact: true }).click();
    const grid = page.getByRole("grid");
    const chosen = grid.locator('[aria-selected="true"]');
    assert.equal(await chosen.getAttribute("data-day"), iso(today));
    await chosen.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((day) => document.activeElement.dataset.day === day, iso(inDays(1)));
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((day) => document.activeElement.dataset.day === day, iso(inDays(8)));
    const before = await page.locator("#agenda-span").innerText();
    await page.keyboard.press("PageDown");
    await page.waitForFunction((text) => document.querySelector("#agenda-span").innerText !== text, before);
    assert.equal(await grid.locator('[tabindex="0"]').count(), 1);
    await page.getByRole("button", { name: "Aujourd'hui" }).click();
    await page.getByRole("button", { name: "Semaine", exact: true }).click();
    await page.getByRole("grid").locator('[aria-selected="true"]').focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => new Date(`${document.activeElement.dataset.day}T12:00`).getDay() === 1);
    assert.equal(await page.getByRole("gridcell").count(), 7);
    await page.getByRole("button", { name: "Liste", exact: true }).click();
  });

  test("something new is begun on the day that was chosen, by finger and by keyboard, and the agenda comes back to it", async () => {
    await toAgenda();
    await page.getByRole("button", { name: "Mois", exact: true }).click();
    const grid = page.getByRole("grid");
    const day = new Date(today.getFullYear(), today.getMonth() + 1, 15, 12);
    await page.getByRole("button", { name: "Mois suivant" }).click();
    await grid.locator(`[data-day="${iso(day)}"]`).click();
    const add = page.getByRole("link", { name: /^Nouveau rendez-vous le / });
    assert.equal(await sideways(page), "");
    assert.deepEqual(await violations(page), []);
    await add.click();
    await person.at("Ajouter un rendez-vous");
    assert.ok(!page.url().includes(iso(day)), "no address holds a day");
    assert.equal(await page.getByLabel("Jour", { exact: true }).inputValue(), iso(day));
    await person.hand.write("Pour quoi", "Piscine canari");
    await person.hand.press(/^Enregistrer/);
    await person.at("Agenda");
    assert.equal(await grid.locator('[aria-selected="true"]').getAttribute("data-day"), iso(day));
    await page.locator(".agenda-day").getByText("Piscine canari").waitFor();
    await grid.locator('[aria-selected="true"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((day) => document.activeElement.dataset.day === day, iso(inDays(1, day)));
    await page.keyboard.press("Enter");
    await person.at("Ajouter un rendez-vous");
    assert.equal(await page.getByLabel("Jour", { exact: true }).inputValue(), iso(inDays(1, day)));
    await toAgenda();
    await page.getByRole("button", { name: "Liste", exact: true }).click();
  });

  test("it is taken away as a file that any program opens", async () => {
    await visit(page, `${example}/agenda-ailleurs`);
    await person.at("L'agenda ailleurs");
    assert.deepEqual(await violations(page), []);
    const [file] = await Promise.all([page.waitForEvent("download"), person.hand.press("Télécharger l'agenda")]);
    assert.equal(file.suggestedFilename(), "agenda.ics");
    const text = fs.readFileSync(await file.path(), "utf8");
    for (const line of ["BEGIN:VTIMEZONE", "TZID:Europe/Paris", "RRULE:FREQ=WEEKLY", "EXDATE", "RECURRENCE-ID", "Balnéo canari", "crème anesthésiante"]) {
      assert.ok(text.includes(line), line);
    }
  });

  test("a file of another calendar is taken in once", async () => {
    const lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Autre//Agenda//FR", "BEGIN:VEVENT", "UID:un@ailleurs", "DTSTAMP:20260101T000000Z",
      `DTSTART;TZID=Europe/Paris:${compact(inDays(5))}T101500`, `DTEND;TZID=Europe/Paris:${compact(inDays(5))}T104500`, "SUMMARY:Vaccin canari", "END:VEVENT",
      "BEGIN:VEVENT", "UID:deux@ailleurs", "DTSTAMP:20260101T000000Z", `DTSTART;VALUE=DATE:${compact(inDays(6))}`,
      "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:<script>alert(1)</script>", "END:VEVENT",
      "BEGIN:VTODO", "UID:trois@ailleurs", "SUMMARY:À faire", "END:VTODO", "END:VCALENDAR", "",
    ];
    const pick = () => page.locator("#calendar-file").setInputFiles({ name: "autre.ics", mimeType: "text/calendar", buffer: Buffer.from(lines.join("\r\n")) });
    await pick();
    await page.getByText("Vaccin canari").waitFor();
    await page.getByText("1 éléments n'ont pas pu être lus").waitFor();
    assert.deepEqual(await violations(page), []);
    await person.hand.press("Ajouter 2 éléments à l'agenda");
    await page.getByRole("heading", { name: "Ce qui a été lu" }).waitFor({ state: "detached" });
    await pick();
    await page.getByText("Déjà dans l'agenda").first().waitFor();
    assert.equal(await page.getByText("Déjà dans l'agenda").count(), 2);
    assert.equal(await page.locator(".found-list input:checked").count(), 0);
    await page.locator("#calendar-file").setInputFiles({ name: "x.ics", mimeType: "text/calendar", buffer: Buffer.from("rien du tout") });
    await page.getByText("Aucun rendez-vous n'a été trouvé").waitFor();
    await toAgenda();
    const list = page.locator(".agenda-list");
    await list.getByRole("link", { name: "Vaccin canari" }).waitFor();
    await list.getByRole("link", { name: "<script>alert(1)</script>" }).first().waitFor();
    await page.getByRole("region", { name: "Vaccin canari" }).waitFor();
  });

  test("a calendar program follows it, off at first, times alone, until it is closed", async () => {
    await visit(page, `${example}/agenda-ailleurs`);
    await page.getByText("n'est plus secret pour tous").waitFor();
    await person.hand.press("Ouvrir une adresse");
    const field = page.getByLabel("L'adresse", { exact: true });
    await field.waitFor();
    const address = await field.inputValue();
    assert.ok(address.startsWith(`${server.origin}/calendar/`), address);
    assert.deepEqual(await violations(page), []);
    const answer = await fetch(address);
    const text = await answer.text();
    assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
    assert.match(text, /SUMMARY:Occupé/);
    for (const hidden of ["toxine", "canari", "Érables", "Théo", "Diallo"]) assert.ok(!text.includes(hidden), hidden);
    await toAgenda();
    await visit(page, `${example}/agenda-ailleurs`);
    await page.getByText("Demandée pour la dernière fois").waitFor();
    await person.hand.press("Fermer l'adresse");
    await page.getByRole("dialog").getByRole("button", { name: "Fermer l'adresse" }).click();
    await page.getByText("n'est plus secret pour tous").waitFor();
    assert.equal((await fetch(address)).status, 404);
    assert.deepEqual(browser.fail, []);
  });
});

// A chart of 10,000 values: how long from the choice to the drawing, and what one step of panning or zooming takes of
// script. Medians; the drawing is checked to be there.

import { Person, addAuthenticator, startBrowser, startServer, visit } from "../harness.mjs";

const VALUES = 10_000;
const RUNS = 15;
const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];

function table() {
  const lines = ["Date;Sommeil (h)"];
  const last = Date.now() - 86_400_000;
  for (let day = 0; day < VALUES; day += 1) {
    const date = new Date(last - (VALUES - day) * 86_400_000).toISOString().slice(0, 10);
    lines.push(`${date};${(7 + 2 * Math.sin(day / 40) + (day % 7) / 10).toFixed(2)}`);
  }
  return lines.join("\n");
}

/** Measures on a server of the release build. */
export async function measure() {
  const server = await startServer();
  const browser = await startBrowser({ origin: server.origin });
  const { page } = browser;
  try {
    await addAuthenticator(page);
    const person = new Person(page);
    await person.arrives();
    await person.makesPasskey("Maman");
    await person.readsSheet();
    await person.hand.press("Plus tard");
    await person.opensCarnet("Léonie");
    const carnet = new URL(page.url()).pathname;
    await visit(page, `${carnet}/coller-valeurs`);
    await page.locator("#paste-file").setInputFiles({ name: "sommeil.csv", mimeType: "text/csv", buffer: Buffer.from(table()) });
    await page.getByRole("button", { name: `Enregistrer ces ${VALUES} valeurs` }).click();
    await person.at("Courbes");
    await page.locator("#chart .c-line-0").first().waitFor({ state: "attached" });
    const figures = await page.evaluate(
      async ({ runs }) => {
        const settled = () => new Promise((done) => setTimeout(done, 0));
        const path = () => document.querySelector("#chart .c-line-0")?.getAttribute("d") ?? "";
        const box = document.querySelector("fieldset.chips input");
        const drawing = [];
        for (let run = 0; run < runs; run += 1) {
          box.click();
          await settled();
          if (path()) throw new Error("the curve is still there");
          const start = performance.now();
          box.click();
          for (let wait = 0; wait < 20 && !path(); wait += 1) await Promise.resolve();
          while (!path()) await settled();
          drawing.push(performance.now() - start);
        }
        const lanes = document.querySelector("#chart .lanes");
        const step = async (key) => {
          const before = path();
          const start = performance.now();
          lanes.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          for (let wait = 0; wait < 50 && path() === before; wait += 1) await Promise.resolve();
          const took = performance.now() - start;
          while (path() === before) await settled();
          return took;
        };
        const steps = { zoom: [], pan: [] };
        for (let run = 0; run < runs; run += 1) {
          steps.zoom.push(await step("+"));
          steps.pan.push(await step("PageUp"));
          lanes.dispatchEvent(new KeyboardEvent("keydown", { key: "0", bubbles: true, cancelable: true }));
          await settled();
        }
        return { drawing, ...steps, length: path().length };
      },
      { runs: RUNS },
    );
    if (figures.length < 1000) throw new Error(`a drawing of ${figures.length} letters is no curve`);
    return { values: VALUES, runs: RUNS, drawing: median(figures.drawing), zoom: median(figures.zoom), pan: median(figures.pan) };
  } finally {
    await browser.stop();
    await server.stop();
  }
}

/** Prints the figures. */
export async function print() {
  const { values, runs, drawing, zoom, pan } = await measure();
  console.log(`\na chart of ${values} values, median of ${runs}: from the choice to the drawing ${drawing.toFixed(1)} ms, one zoom step ${zoom.toFixed(1)} ms, one pan step ${pan.toFixed(1)} ms of script`);
}

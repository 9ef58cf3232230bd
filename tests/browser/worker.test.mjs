// The worker that prepares pictures, as the site serves it and under its content policy.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Person, addAuthenticator, photo, ready, startBrowser, startServer } from "./harness.mjs";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser({ origin: server.origin });
  await browser.page.goto("/fr");
  await ready(browser.page);
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

test("the worker cleans a picture, leaves alone what is none, and outlives both", async () => {
  const seen = await browser.page.evaluate(async () => {
    const first = document.querySelector("script[src$='/start.js']").src;
    const worker = new Worker(new URL("worker.js", first), { type: "module" });
    const heard = [];
    const next = () => new Promise((done, failed) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => failed(new Error("the worker failed"));
    });
    heard.push(await next());

    const canvas = new OffscreenCanvas(800, 400);
    const context = canvas.getContext("2d");
    context.fillStyle = "rgb(200 20 20)";
    context.fillRect(0, 0, 800, 400);
    const photo = await canvas.convertToBlob({ type: "image/jpeg" });
    const bytes = async (blob) => new Uint8Array(await blob.arrayBuffer());
    for (const [number, picture] of [[1, photo], [2, photo.slice(0, photo.size / 2)], [3, new Blob(["%PDF-1.7"])], [4, photo]]) {
      worker.postMessage([number, ["picture", await bytes(picture)]]);
      heard.push(await next());
    }
    worker.terminate();
    const size = async (bytes, type) => {
      const { width, height } = await createImageBitmap(new Blob([bytes], { type }));
      return `${type} ${width}x${height}`;
    };
    const told = async ([number, answer]) => [
      number,
      answer && [await size(answer[0], answer[1]), await size(answer[2], answer[3])],
    ];
    return [heard[0], ...(await Promise.all(heard.slice(1).map(told)))];
  });
  const both = ["image/jpeg 800x400", "image/jpeg 320x160"];
  assert.deepEqual(seen, ["ready", [1, both], [2, null], [3, null], [4, both]]);
  assert.deepEqual(browser.fail, []);
});

test("the page has a photo prepared in the worker, and not beside what it shows", async () => {
  const { page } = browser;
  const workers = [];
  page.on("worker", (worker) => workers.push(new URL(worker.url()).pathname));
  const phone = await addAuthenticator(page);
  const person = new Person(page);
  await person.arrives();
  await person.makesPasskey("Papa");
  await person.provesSheet();
  await person.opensCarnet("Naïm");
  await person.goesTo("Documents");
  await person.hand.press("Ajouter un document", { role: "link" });
  const { file } = await photo(page, { maker: "Camera" });
  await page.locator("#pick").setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: file });
  await person.hand.press(/^Ranger/);
  await person.at("Documents");
  assert.equal(workers.length, 1);
  assert.match(workers[0], /^\/pkg\/[0-9a-f]+\/worker\.js$/);
  assert.deepEqual(browser.fail, []);
  await phone.remove();
});

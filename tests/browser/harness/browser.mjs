// A real Chromium with a profile of its own, which notices everything that goes wrong in a page.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

/** Starts the browser. `fail` collects what no page may do: errors, foreign requests, policy violations. */
export async function startBrowser({ origin, viewport = { width: 390, height: 844 }, dark = false, ...more } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "carnet-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CARNET_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    baseURL: origin,
    viewport,
    colorScheme: dark ? "dark" : "light",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
    ...more,
  });
  context.setDefaultTimeout(Number(process.env.CARNET_PATIENCE ?? 30_000));
  const fail = [];
  const watch = (page) => {
    page.on("pageerror", (error) => fail.push(`error: ${error.message}`));
    page.on("console", (message) => {
      // A refusal is an answer: the page tells it in its own words.
      const refusal = message.text().startsWith("Failed to load resource") && message.location().url.includes("/api/");
      if (message.type() === "error" && !refusal) fail.push(`console: ${message.text()} ${message.location().url}`);
    });
  };
  context.pages().forEach(watch);
  context.on("page", watch);
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    // The reader of PDF files is a part of the browser, and loads its own parts from inside the browser.
    const local = ["data:", "blob:", "chrome:", "chrome-extension:"].includes(protocol);
    if (origin && !local && asked !== origin) fail.push(`foreign request: ${request.url()}`);
  });
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    fail,
    profile,
    async stop() {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until the page has been taken over and answers. */
export async function ready(page) {
  await page.waitForSelector("html[data-ready]", { state: "attached" });
}

// A reader of SMART Health Links that is not ours opens our sheets, from another origin.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser, startServer } from "./harness.mjs";
import { startAbroad } from "./harness/urgent/abroad.mjs";
import { makeCard, seal, shlink } from "./harness/urgent/card.mjs";
import { startDesk } from "./harness/urgent/desk.mjs";
import { bundle } from "./harness/urgent/summary.mjs";

test("kill-the-clipboard opens a sealed sheet", async () => {
  const server = await startServer();
  const [desk, abroad, browser] = [await startDesk(server), await startAbroad(), await startBrowser()];
  try {
    const card = await makeCard(desk.origin);
    const sealed = bundle();
    desk.serves(card, await seal(card, sealed));
    const { fhirResources } = await abroad.read(browser.page, shlink(card));
    assert.deepEqual(fhirResources, [sealed]);
  } finally {
    await browser.stop();
    abroad.stop();
    desk.stop();
    await server.stop();
  }
});

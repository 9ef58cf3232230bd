// Every page can be read in the dark, small and large: only colours are another matter there than in `access_light`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { looks, violations, wear } from "./harness.mjs";
import { unfolds, walks } from "./harness/walk.mjs";

test("every page of the site map, in the dark", async () => {
  const wrong = [];
  await walks(async (page, { address }) => {
    await unfolds(page, address);
    for (const look of looks.filter(({ dark }) => dark)) {
      await wear(page, look);
      wrong.push(...(await violations(page, look)).map((one) => `${address} ${look.name}: ${one}`));
    }
  });
  assert.deepEqual(wrong, []);
});

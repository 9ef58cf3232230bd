// Every page can be used by everybody, those who listen to it, those who see little, those whose hand shakes: in the light, small
// and large. The pages are read from the site map, so that a new one cannot escape, and filled with the example carnet.

import assert from "node:assert/strict";
import { test } from "node:test";
import { looks, violations, wear } from "./harness.mjs";
import { sideways, smallTargets } from "./harness/reach.mjs";
import { unfolds, walks } from "./harness/walk.mjs";

const [phone, desk] = looks.filter(({ dark }) => !dark);

test("every page of the site map, in the light", async () => {
  const wrong = [];
  await walks(async (page, { address, others }) => {
    for (const [place, shown] of [address, ...others].entries()) {
      await unfolds(page, shown);
      // A form looks as its sisters do: large, one of them is enough.
      for (const look of place === 0 ? [desk, phone] : [phone]) {
        await wear(page, look);
        wrong.push(...(await violations(page, look)).map((one) => `${shown} ${look.name}: ${one}`));
      }
      wrong.push(...(await smallTargets(page)).map((one) => `${shown}: ${one}`));
      const headings = await page.getByRole("heading", { level: 1 }).count();
      if (headings !== 1) wrong.push(`${shown}: ${headings} first headings`);
      const over = await sideways(page);
      if (over) wrong.push(`${shown}: ${over}`);
    }
  });
  assert.deepEqual(wrong, []);
});

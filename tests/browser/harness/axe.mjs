// axe-core on what stands on the page now.

import { createRequire } from "node:module";
import fs from "node:fs";

const source = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What breaks a rule, one line each: the rule, what to do, and where. In the dark only colours are another matter. */
export async function violations(page, look) {
  // Through the debugger: the content policy stops scripts of the page's world, and rightly so.
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(`${source}; undefined`);
  const found = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }),
    look?.dark ? COLOURS : ALL,
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

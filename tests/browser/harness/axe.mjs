// axe-core on what stands on the page now.

import { createRequire } from "node:module";
import fs from "node:fs";

const source = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What breaks a rule, one line each: the rule, what to do, and where. */
export async function violations(page) {
  // Through the debugger: the content policy stops scripts of the page's world, and rightly so.
  await page.evaluate(`globalThis.axe || (() => { ${source} })(); undefined`);
  const found = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] }),
    RULES,
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

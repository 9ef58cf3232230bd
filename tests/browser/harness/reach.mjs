// Whether people reach what they aim at: large enough, in view, and by keyboard.

/** Everything that is pressed or filled in and is smaller than 44 px either way. */
export async function smallTargets(page) {
  return page.evaluate(() => {
    const asked = "button, summary, select, textarea, input, nav a, a.do, a.go, a.quiet, .menu-list a, .acts a";
    const small = [];
    for (const element of document.querySelectorAll(asked)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // A box to tick is pressed with its words.
      const tick = element.matches("input[type=checkbox], input[type=radio]");
      const target = tick ? (element.closest("label") ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      // Half a pixel is lost to rounding; what is cut away for the eye is only for those who listen.
      if (width < 2 || (width >= 43.5 && height >= 43.5)) continue;
      small.push(`${Math.round(width)}×${Math.round(height)} ${target.outerHTML.slice(0, 120)}`);
    }
    return small;
  });
}

/** How much the page is too wide at 320 px, and what makes it so; empty if it fits. */
export async function sideways(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return "";
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return `${over} px too wide at 320 px: ${wide.at(-1)?.outerHTML.slice(0, 160)}`;
  });
  await page.setViewportSize(before);
  return found;
}

/** Presses Tab until what has the focus is called so; on the way, the focus must always be seen. */
export async function tabTo(page, name, most = 80) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element.labels?.[0]?.innerText ?? element.getAttribute("aria-label") ?? element.innerText ?? "";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const seen = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      return { label: label.trim().replace(/\s+/g, " "), seen, body: element === document.body };
    });
    if (!here.body && !here.seen) throw new Error(`the focus on "${here.label}" cannot be seen`);
    if (here.label.startsWith(name)) return;
  }
  throw new Error(`"${name}" is not reached by keyboard`);
}

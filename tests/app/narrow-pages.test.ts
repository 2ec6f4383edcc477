import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { fillWithLongestWords } from "#tests/support/longest-words.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
let pages: string[];
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
  pages = await fillWithLongestWords(parley.origin, browser);
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

/** How much wider than the window a page is, and what of it reaches out furthest. */
async function overflowOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return undefined;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (["auto", "hidden", "scroll", "clip"].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const [widest] = [...document.body.querySelectorAll("*")]
      .filter((element) => !scrolls(element.parentElement))
      .map((element) => ({ element, right: element.getBoundingClientRect().right }))
      .sort((a, b) => b.right - a.right);
    const { tagName = "", className = "", textContent = "" } = widest?.element ?? {};
    return `${over} px: ${tagName}.${className} “${(textContent ?? "").slice(0, 30)}”`;
  });
}

const WIDTHS = [320, 390, 1280];
/** Those that forecasters are refused, on a page that must fit as well. */
const OF_MODERATORS = /^\/questions\/(new$|.*\/criteria$)/;
/** Pages that say something else to somebody who forecasts. */
const OF_FORECASTERS = /^\/(questions\/|users\/|me|notices|portfolio)/;

test("no page is wider than its window, however narrow the window and long the words", async () => {
  const wide: string[] = [];
  for (const [role, shown] of [
    ["forecaster", pages.filter((path) => OF_FORECASTERS.test(path))],
    ["admin", pages],
  ] as const) {
    const { context, page } = await signedInAs(browser, parley.origin, role);
    for (const path of shown) {
      const response = await page.goto(parley.origin + path, { waitUntil: "load" });
      const expected = role === "forecaster" && OF_MODERATORS.test(path) ? 403 : 200;
      if (response?.status() !== expected) wide.push(`${path} answers ${response?.status()}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const over = await overflowOf(page);
        if (over) wide.push(`${path} at ${width} px by ${over}`);
      }
    }
    await context.close();
  }
  expect(wide).toEqual([]);
});

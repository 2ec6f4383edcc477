import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, launchBrowser, signIn } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const QUESTION = "/questions/will-united-states-and-iranian-envoys-meet-in-oman-by-30-april-2025";
const AMBASSADOR = "/questions/will-kessim-send-a-full-ambassador-to-ormund";
const PUBLIC = [
  "/",
  "/questions",
  QUESTION,
  `${QUESTION}/resolution`,
  `${QUESTION}/scores`,
  "/topics",
  "/topics/muscat-channel",
  "/events",
  "/events?asOf=2026-01-01",
  "/topics/muscat-channel?asOf=2026-01-01",
  "/leaderboard",
  "/leaderboard?by=adjusted&board=topic:muscat-channel",
  "/leaderboard/compare?one=sim-curlew&other=~crowd",
  "/tournaments",
  "/tournaments/muscat-answered",
  "/calibration?as=curve",
  "/methodology",
  "/leaderboard/profit",
  "/questions/when-will-envoys-of-the-united-states-and-iran-next-meet",
  "/seals",
  "/seals/1",
  "/users/sim-curlew",

  "/sign-in",
  "/sign-up",
];
const ROLES = [
  {
    role: "forecaster",
    pages: [
      QUESTION,
      "/questions/will-the-winter-crossing-be-insured",
      "/questions/suggest",
      "/me",
      "/settings",
      "/notices",
      "/portfolio",
      "/portfolio/statement",
    ],
  },
  {
    role: "admin",
    pages: [
      "/admin",
      "/admin/events",
      "/admin/events/signals",
      "/admin/events/coverage",
      "/admin/events/inbox",
      "/admin/questions",
      "/admin/people",
      "/admin/audit",
      "/seals/record/audit/1",
      "/admin/settings",
      "/questions/new",
      "/tournaments/new",
      `${AMBASSADOR}/criteria`,
      `${AMBASSADOR}?tab=versions`,
      QUESTION,
    ],
  },
] as const;
const LOOKS = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

/** Opens a page and says everything that is wrong with it: its answer, its width, its scripts, and what axe finds. */
async function wrongWith(open: Awaited<ReturnType<Browser["newContext"]>>, path: string): Promise<string[]> {
  const page = await open.newPage();
  const faults = faultsOf(page);
  const response = await page.goto(parley.origin + path, { waitUntil: "load" });
  const policy = response?.headers()["content-security-policy"] ?? "";
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const { violations } = await new AxeBuilder({ page }).analyze();
  await page.close();
  return [
    ...(response?.status() === 200 ? [] : [`${path} answers ${response?.status()}`]),
    ...(/script-src 'self' 'nonce-/.test(policy) ? [] : [`${path} says not which scripts may run`]),
    ...(overflow > 0 ? [`${path} is ${overflow} px too wide`] : []),
    ...faults.map((fault) => `${path}: ${fault}`),
    ...violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
  ];
}

/** The addresses that the fictional story's titles led to: dates of the day are part of them. */
async function addressOf(path: string): Promise<string> {
  const [, start, rest] = /^(\/questions\/will-(?:the-winter|kessim-send)[a-z-]*)(.*)$/.exec(path) ?? [];
  if (!start) return path;
  const word = start.includes("winter") ? "winter" : "ambassador";
  const html = await (await fetch(`${parley.origin}/questions?search=${word}`)).text();
  return `${new RegExp(`${start}[a-z0-9-]*`).exec(html)?.[0] ?? start}${rest}`;
}

describe.each(LOOKS)("every page at $width px, $colorScheme", ({ width, colorScheme }) => {
  const look = { viewport: { width, height: 900 }, colorScheme };

  test("for a reader: answers, fits, throws nothing, and axe finds nothing", async () => {
    const context = await browser.newContext(look);
    const wrong: string[] = [];
    for (const path of PUBLIC) wrong.push(...(await wrongWith(context, path)));
    await context.close();
    expect(wrong).toEqual([]);
  });

  test.each(ROLES)("for a $role: the same", async ({ role, pages }) => {
    const context = await browser.newContext(look);
    await signIn(await context.newPage(), parley.origin, `demo-${role}@example.org`, "demonstration");
    const wrong: string[] = [];
    for (const path of pages) wrong.push(...(await wrongWith(context, await addressOf(path))));
    await context.close();
    expect(wrong).toEqual([]);
  });
});

describe("pages that are not there", () => {
  test("answer 404 with a way on", async () => {
    const page = await browser.newPage();
    for (const path of [
      "/nothing",
      "/questions/nothing",
      "/topics/nothing",
      "/events/not-an-id",
      "/users/nobody-here",
    ]) {
      const response = await page.goto(parley.origin + path);
      expect([path, response?.status()]).toEqual([path, 404]);
      await page.getByRole("link", { name: "Questions" }).first().waitFor();
    }
  });

  test("that only some may see send a reader to sign in first, and back", async () => {
    const response = await fetch(`${parley.origin}/settings`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([307, "/sign-in?next=%2Fsettings"]);
  });
});

import fc from "fast-check";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nameFault } from "#core/text/name-fault.ts";
import { textFault } from "#core/text/text-fault.ts";
import { apiClient } from "#tests/support/api-client.ts";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import type { Placed } from "#tests/support/hostile-fields.ts";
import { type HostileText, hostileTexts } from "#tests/support/hostile-payloads.ts";
import { placeEverywhere } from "#tests/support/hostile-places.ts";
import { type LocalServer, localServer } from "#tests/support/local-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { strangeElements, watchPages } from "#tests/support/watched-pages.ts";

/** Promise I1: no text that somebody writes ever runs, on any page that shows it. */
let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const SEED = Date.now() % 2 ** 31;
const COMBINED = 60;
const TABLE = hostileTexts().length;
const combinations = fc.sample(fc.array(fc.nat(TABLE - 1), { minLength: 2, maxLength: 4 }), {
  numRuns: COMBINED,
  seed: SEED,
});
const all = hostileTexts(combinations);
const [taken, refused] = [all.filter(({ text }) => !textFault(text)), all.filter(({ text }) => textFault(text))];
const MAX_PAGES_OF_A_LIST = 40;
/** What has not happened by then never will. */
const HANGS = { timeout: 300_000 };

/** Opens a page, and those that follow it in its list; gives the numbers of the texts that they show, and what is strange. */
async function read(page: Page, path: string): Promise<{ shown: Set<number>; strange: string[]; pages: number }> {
  const [shown, strange] = [new Set<number>(), [] as string[]];
  let [next, pages]: [string | null, number] = [parley.origin + path, 0];
  while (next !== null && pages < MAX_PAGES_OF_A_LIST) {
    const response = await page.goto(next, { waitUntil: "load" });
    if (response?.status() !== 200) strange.push(`${next} answers ${response?.status()}`);
    pages++;
    // Parts that come later are put into their places a moment after the page has loaded.
    await page.waitForFunction(() => !document.querySelector('template[id^="B:"], div[hidden][id^="S:"]'), null, HANGS);
    strange.push(...(await strangeElements(page, parley.origin)));
    const told = await page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      for (const script of body.querySelectorAll("script")) script.remove();
      const older = document.querySelector<HTMLAnchorElement>("main a[rel=next]");
      return { text: body.textContent, next: older?.href ?? null };
    });
    for (const [, number] of told.text.matchAll(/n(\d+)n/g)) shown.add(Number(number));
    next = told.next;
  }
  return { shown, strange, pages };
}

/** A page on which people see what they themselves wrote. */
const OWN = "/questions/suggest";

/** Pages that admins alone may read. */
const OF_ADMINS = /^\/admin\/(audit|people)/;

/** The pages on which texts are told again: lists, records, notices, and what a search was for. */
const RETOLD = [
  ...["/", "/questions?status=all", "/tournaments", "/notices", "/me", "/portfolio", "/settings"],
  ...["/admin", "/admin/audit", "/admin/people", "/admin/events/signals?topic=hostile-topic-0", "/seals"],
  ...["/admin/events/topic/hostile-topic-0", "/questions/new"],
  ...["/questions/hostile-question-0/criteria", "/questions/hostile-question-0?tab=versions", "/admin/events"],
  ...["/questions/hostile-question-0?tab=forecasts", "/questions/hostile-question-0/scores"],
  "/topics",
];

/** Addresses that say a text, to pages that repeat what they were asked. */
function asked(texts: readonly HostileText[]): string[] {
  const pages = [
    "/questions?q=",
    "/events?text=",
    "/admin/audit?actor=",
    "/sign-in?error=",
    "/leaderboard/compare?one=",
  ];
  return texts.map(
    ({ text }, i) => `${pages[i % pages.length]}${encodeURIComponent(text.slice(0, 190).toWellFormed())}`,
  );
}

/** Reads as somebody the pages that they see and others do not, or all others. */
async function readAll(context: BrowserContext, placed: Placed, paths: readonly string[]) {
  const page = await context.newPage();
  const [missing, strange]: [string[], string[]] = [[], []];
  let pages = 0;
  for (const path of paths) {
    const found = await read(page, path);
    pages += found.pages;
    strange.push(...found.strange);
    for (const number of placed.pages.get(path) ?? [])
      if (!found.shown.has(number)) missing.push(`${path}: n${number}n`);
  }
  return { missing, strange, pages };
}

test("I1: a text with what nobody sees is refused, and told why", async () => {
  const { context, page } = await signedInAs(browser, parley.origin, "moderator");
  const client = await apiClient(parley.origin, page);
  expect(refused.length).toBeGreaterThan(9);
  // A name is letters and digits, so that none of the texts is one.
  expect(all.filter(({ text }) => nameFault(text) === null)).toEqual([]);
  for (const { text } of refused) {
    const topic = { title: "Refused", summary: `a${text}b`, isFictional: true };
    await expect(client.topic.create.mutate(topic), text).rejects.toThrow("Some of this is not valid.");
  }
  await context.close();
});

test("I1: of all texts in all fields, none runs on any page, none is stopped by the policy, and each is shown", async () => {
  console.log(`seed: ${SEED}`);
  const [moderator, admin, forecaster] = [
    await signedInAs(browser, parley.origin, "moderator"),
    await signedInAs(browser, parley.origin, "admin"),
    await signedInAs(browser, parley.origin, "forecaster"),
  ];
  const people = { moderator: moderator.page, admin: admin.page, forecaster: forecaster.page };
  const placed = await placeEverywhere(parley.origin, people, taken);
  const few = taken.filter((_, i) => i % 16 === 0);
  const everybodys = [...placed.pages.keys(), ...RETOLD, ...asked(few)].filter((path) => path !== OWN);
  let pages = 0;
  for (const [{ context }, paths] of [
    [moderator, everybodys.filter((path) => !OF_ADMINS.test(path))],
    [admin, everybodys.filter((path) => OF_ADMINS.test(path))],
    [forecaster, [OWN]],
  ] as const) {
    const watch = await watchPages(context, parley.origin);
    const read = await readAll(context, placed, paths);
    expect([...watch.ran].map((number) => all[number])).toEqual([]);
    expect(watch.faults).toEqual([]);
    expect(read.strange).toEqual([]);
    expect(read.missing).toEqual([]);
    pages += read.pages;
  }
  const fields = [...placed.fields].map(([field, texts]) => `${texts} in ${field}`).join("; ");
  console.log(`I1: ${TABLE} texts and ${COMBINED} made of them, on ${pages} pages, 0 ran. ${fields}.`);
  for (const { context } of [moderator, admin, forecaster]) await context.close();
});

test("I1: a file of events whose cells are hostile is told of without running any of them, before it is brought in and after", async () => {
  const { context, page } = await signedInAs(browser, parley.origin, "moderator");
  const watch = await watchPages(context, parley.origin);
  const short = taken.filter(({ text }) => text.length < 100);
  const rows = short.map(({ number, text }, i) => ({
    id: `hostile-file-${i}`,
    headline: `${text} n${number}n`,
    // Most have no type that is known, and are left out with their words.
    type: i % 4 === 0 ? "CONSULT.visit" : `n${number}n ${text}`,
    date: "2026-02-06",
    url: `https://example.org/file/${i}`,
    actors: i % 4 === 0 ? "" : text,
  }));
  const told = await context.newPage();
  await told.goto(`${parley.origin}/admin/events/inbox`);
  await told.getByText("Bring in a file").first().click();
  await told.getByLabel("It comes from").selectOption("json");
  const name = "<img src=x onerror=canary(0)>.json";
  const file = { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(rows)) };
  await told.getByLabel("File", { exact: true }).setInputFiles(file);
  const numbers = new Set<string>();
  const look = async () => {
    for (const [found] of ((await told.locator("main").textContent()) ?? "").matchAll(/n\d+n/g)) numbers.add(found);
    expect(await strangeElements(told, parley.origin)).toEqual([]);
  };
  await told.getByRole("button", { name: "Look at it first" }).click();
  await expect.poll(async () => (await told.locator("main").textContent()) ?? "", HANGS).toMatch(/n\d+n/);
  await look();
  await told.getByRole("button", { name: /^Bring/ }).click();
  await told
    .getByText(/left out\./)
    .first()
    .waitFor({ timeout: HANGS.timeout });
  await look();
  expect(numbers.size).toBeGreaterThan(10);
  expect([[...watch.ran], watch.faults]).toEqual([[], []]);
  await page.close();
  await context.close();
});

/** A page as it must not be: it writes a text into itself as it is. */
const careless = (texts: readonly HostileText[], policy = "") => {
  const frames = texts.map(
    ({ text }) => `<iframe srcdoc="${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
  );
  return localServer((_, response) => {
    if (policy) response.setHeader("content-security-policy", policy);
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(`<body>${texts.length > 1 ? frames.join("") : texts[0]?.text}</body>`);
  });
};

const closed = ({ server }: LocalServer) => new Promise((done) => server.close(done));

test("what I1 would catch: a page that shows one text as it is, with a policy and without, and a link that runs", async () => {
  const image = all.filter(({ text }) => /^<img src=x onerror=canary\(\d+\)>$/.test(text)).slice(0, 1);
  const link = all.filter(({ text }) => /^<a href="javascript:canary\(\d+\)" autofocus>/.test(text)).slice(0, 1);
  const policy = "default-src 'self'; script-src 'self' 'nonce-x'";
  const seen = [];
  for (const [texts, stated] of [
    [image, ""],
    [image, policy],
    [link, ""],
  ] as const) {
    const server = await careless(texts, stated);
    const context = await browser.newContext();
    const watch = await watchPages(context, server.origin);
    const page = await context.newPage();
    await page.goto(server.origin);
    const strange = await strangeElements(page, server.origin);
    await expect.poll(() => watch.ran.size + watch.faults.length + strange.length, HANGS).toBeGreaterThan(1);
    seen.push({
      ran: watch.ran.size,
      stopped: watch.faults.filter((fault) => fault.includes("the policy stopped")).length,
      strange: strange.length,
    });
    await context.close();
    await closed(server);
  }
  expect(seen).toMatchObject([
    { ran: 1, strange: 2 },
    { ran: 0, strange: 2 },
    { ran: 0, strange: 2 },
  ]);
  expect(seen[1]?.stopped).toBeGreaterThan(0);
});

test("the texts are hostile: where each is shown as it is, dozens of them run by themselves", async () => {
  const server = await careless(all);
  const context = await browser.newContext();
  const watch = await watchPages(context, server.origin);
  const page = await context.newPage();
  await page.goto(server.origin, { waitUntil: "commit" });
  await expect.poll(() => watch.ran.size, HANGS).toBeGreaterThan(50);
  console.log(`I1: ${watch.ran.size} of ${all.length} texts ran on a page that shows them as they are`);
  await context.close();
  await closed(server);
});

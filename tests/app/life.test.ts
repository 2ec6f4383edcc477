import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
let moderator: Page;
let admin: Page;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
  ({ page: moderator } = await signedInAs(browser, parley.origin, "moderator"));
  ({ page: admin } = await signedInAs(browser, parley.origin, "admin"));
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const MINUTE_MS = 60_000;
const TOPIC = "The Strait of Aldermere (fictional)";
/** As a date-and-time field takes it, by the clocks of UTC. */
const local = (at: number, length: 16 | 19 = 16) => new Date(at).toISOString().slice(0, length);

async function signUp(name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${parley.origin}/sign-up`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name}@example.org`);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.waitForURL(`${parley.origin}/`);
  return page;
}

/** States a probability on the question that the page shows, and waits for the server's word that it stands. */
async function forecast(page: Page, percent: number): Promise<void> {
  await page
    .getByRole("textbox", { name: /percent/i })
    .first()
    .fill(String(percent));
  await page.getByRole("button", { name: /^(Save|Update) forecast$/ }).click();
  await page.getByText(/Saved at .* UTC, by the server/).waitFor();
}

async function openQuestion(page: Page, words: string): Promise<string> {
  await page.goto(`${parley.origin}/questions?search=${encodeURIComponent(words)}`);
  await page
    .getByRole("link", { name: new RegExp(words) })
    .first()
    .click();
  await page.waitForURL(/\/questions\/[a-z0-9-]+$/);
  await page.getByRole("heading", { level: 1, name: new RegExp(words) }).waitFor();
  return page.url();
}

async function addSource(page: Page, number: number, address: string, at: number): Promise<void> {
  if (number > 1) await page.getByRole("button", { name: "Add a source" }).click();
  const row = page
    .getByRole("listitem")
    .filter({ has: page.getByLabel(`Address of source ${number}`) })
    .last();
  await row.getByLabel(`Address of source ${number}`).fill(address);
  await row.getByLabel("Publisher").fill(`Gazette ${number}`);
  await row.getByLabel("Title").fill("The winter crossing");
  await row.getByLabel("Published").fill(local(at));
  await row.getByLabel("Tier").selectOption("press");
}

/** The admin approves what waits for a decision on a question, and it no longer waits. */
async function approve(words: string): Promise<void> {
  await admin.goto(`${parley.origin}/admin`);
  const item = admin.getByRole("listitem").filter({ has: admin.getByRole("heading", { name: new RegExp(words) }) });
  await item.getByRole("button", { name: "Approve and score" }).click();
  await item.waitFor({ state: "detached" });
}

/** Score, record page, leaderboard and calibration tell of the answer. */
async function findEverywhere(page: Page, address: string, name: string, answer: "Yes" | "No"): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { name: /your score/i }).waitFor();
  await page.goto(`${address}/scores`);
  await page.getByText(name).first().waitFor();
  await page.goto(`${address}/resolution`);
  await page.getByRole("heading", { name: "Version 1, the answer that stands" }).waitFor();
  expect(await page.getByText(answer, { exact: true }).count()).toBeGreaterThan(0);
  await page.goto(`${parley.origin}/leaderboard`);
  await page.getByText(name).first().waitFor();
  await page.goto(`${parley.origin}/users/${name}`);
  await page
    .getByRole("heading", { name: /calibration/i })
    .first()
    .waitFor();
}

/** A moderator drafts a question that an event of one type decides, and an admin publishes it, to be answered without a wait. */
async function ask(words: string, type: string, from: number, until: number): Promise<void> {
  await moderator.goto(`${parley.origin}/questions/new`);
  await moderator.getByRole("textbox", { name: "Question", exact: true }).fill(`${words}?`);
  await moderator.getByLabel("Topic").selectOption({ label: TOPIC });
  await moderator.getByLabel("Events count from").fill(local(from));
  await moderator.getByLabel("Events count until").fill(local(until));
  await moderator.getByLabel("Forecasts open").fill(local(from, 19));
  await moderator.getByLabel("Forecasts close").fill(local(until));
  await moderator.getByLabel("What kind of event").fill(type);
  await moderator.getByLabel("What kind of event").press("Enter");
  await moderator.getByLabel("Independent sources needed").fill("1");
  await moderator.getByLabel("Hours to wait for late reports").fill("0");
  await moderator.getByRole("button", { name: "Save and hand in for review" }).click();
  await moderator.waitForURL(/\/(admin\/questions|questions\/will-)/);

  await admin.goto(`${parley.origin}/admin/settings`);
  await admin.getByLabel("Challenge window, in hours").fill("0");
  await admin.getByRole("button", { name: "Save" }).click();
  await admin.getByText("Saved.").waitFor();
  await admin.goto(`${parley.origin}/admin/questions`);
  const draft = admin.getByRole("listitem").filter({ hasText: words });
  await draft.getByRole("button", { name: "Publish" }).click();
  await draft.waitFor({ state: "detached" });
}

async function until(instant: number): Promise<void> {
  while (Date.now() < instant) await new Promise((wake) => setTimeout(wake, 250));
}

const nextMinute = () => Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;

describe("a question's whole life", () => {
  test("sign up, forecast, update; an event is logged, the engine proposes, an admin approves; score, record, board and calibration show it", async () => {
    const words = "Will the harbours insure the crossing before the window ends";
    const closesAt = nextMinute() + 4 * MINUTE_MS;
    await ask(words, "SUPPORT", Date.now() - 5 * MINUTE_MS, closesAt);
    const reader = await signUp("wren");
    const question = await openQuestion(reader, words);
    await forecast(reader, 70);
    await reader.reload();
    await forecast(reader, 85);

    // What is known before a forecast is made earns it nothing: the event comes in the minute after.
    const at = nextMinute();
    await until(at + MINUTE_MS + 1_000);
    await moderator.goto(`${parley.origin}/admin/events`);
    await moderator.getByLabel("Topic").selectOption({ label: TOPIC });
    await moderator.getByLabel("Headline").fill("Both harbours insure the crossing");
    await moderator.getByLabel("Type").first().selectOption("SUPPORT");
    await moderator.getByLabel("Known to the").selectOption("instant");
    await moderator.getByLabel("At", { exact: true }).fill(local(at));
    const codes = moderator.getByLabel("Code");
    await codes.nth(0).fill("XVA");
    await codes.nth(1).fill("XKE");
    await addSource(moderator, 1, "https://gazette.example.org/insured", at);
    await moderator.getByRole("button", { name: "Log, and on to the next" }).click();
    await moderator.getByText(words).first().waitFor();

    await reader.goto(question);
    await reader.getByRole("heading", { name: "Proposed answer" }).waitFor();
    await until(closesAt);
    await approve(words);
    await findEverywhere(reader, question, "wren", "Yes");
  });

  test("nothing happens: the window ends, coverage is signed, and absence answers no", async () => {
    const words = "Will the fog bell be rung before the window ends";
    const [from, closesAt] = [Date.now() - 5 * MINUTE_MS, nextMinute() + 2 * MINUTE_MS];
    await ask(words, "AID", from, closesAt);
    const reader = await signUp("siskin");
    const question = await openQuestion(reader, words);
    await forecast(reader, 20);
    await until(closesAt);

    await moderator.goto(`${parley.origin}/admin/events/coverage`);
    await moderator.getByLabel("From").fill(local(from - MINUTE_MS));
    await moderator.getByLabel("Until").fill(local(closesAt));
    await moderator.getByRole("button", { name: "Sign" }).click();
    await reader.goto(question);
    for (
      let waited = 0;
      waited < 60 && !(await reader.getByRole("heading", { name: "Proposed answer" }).isVisible());
      waited++
    ) {
      await new Promise((wake) => setTimeout(wake, 1000));
      await reader.reload();
    }
    await approve(words);
    await findEverywhere(reader, question, "siskin", "No");
  });
});

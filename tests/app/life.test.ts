import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import {
  approveAnswer,
  askQuestion,
  localText,
  logJointAct,
  nextMinute,
  openQuestion,
  type Stage,
  signUp,
  stateForecast,
  waitUntil,
} from "#tests/support/question-story.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
let moderator: Page;
let admin: Page;
let stage: Stage;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
  ({ page: moderator } = await signedInAs(browser, parley.origin, "moderator"));
  ({ page: admin } = await signedInAs(browser, parley.origin, "admin"));
  stage = { origin: parley.origin, moderator, admin };
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const MINUTE_MS = 60_000;

/** Score, record page, leaderboard and calibration tell of the answer. */
async function findEverywhere(page: Page, address: string, name: string, answer: "Yes" | "No"): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { name: /your score/i }).waitFor();
  await page.goto(`${address}/scores`);
  await page.getByText(name).first().waitFor();
  await page.goto(`${address}/resolution`);
  await page.getByRole("heading", { name: "Version 1, the final answer" }).waitFor();
  expect(await page.getByText(answer, { exact: true }).count()).toBeGreaterThan(0);
  await page.goto(`${parley.origin}/leaderboard`);
  await page.getByText(name).first().waitFor();
  await page.goto(`${parley.origin}/users/${name}`);
  await page
    .getByRole("heading", { name: /calibration/i })
    .first()
    .waitFor();
}

describe("a question's whole life", () => {
  test("sign up, forecast, update; an event is logged, the engine proposes, an admin approves; score, record, board and calibration show it", async () => {
    const words = "Will the harbours insure the crossing before the window ends";
    const closesAt = nextMinute() + 4 * MINUTE_MS;
    await askQuestion(stage, { words, type: "SUPPORT", from: Date.now() - 5 * MINUTE_MS, until: closesAt });
    const reader = await signUp(browser, parley.origin, "wren");
    const question = await openQuestion(reader, parley.origin, words);
    await stateForecast(reader, 70);
    await reader.reload();
    await stateForecast(reader, 85);

    // What is known before a forecast is made earns it nothing: the event comes in the minute after.
    const at = nextMinute();
    await waitUntil(at + MINUTE_MS + 1_000);
    await logJointAct(stage, "Both harbours insure the crossing", "SUPPORT", at);
    await moderator.getByText(words).first().waitFor();

    await reader.goto(question);
    await reader.getByRole("heading", { name: "Proposed answer" }).waitFor();
    await waitUntil(closesAt);
    await approveAnswer(stage, words);
    await findEverywhere(reader, question, "wren", "Yes");
  });

  test("nothing happens: the window ends, coverage is signed, and absence answers no", async () => {
    const words = "Will the fog bell be rung before the window ends";
    const [from, closesAt] = [Date.now() - 5 * MINUTE_MS, nextMinute() + 2 * MINUTE_MS];
    await askQuestion(stage, { words, type: "AID", from, until: closesAt });
    const reader = await signUp(browser, parley.origin, "siskin");
    const question = await openQuestion(reader, parley.origin, words);
    await stateForecast(reader, 20);
    await waitUntil(closesAt);

    await moderator.goto(`${parley.origin}/admin/events/coverage`);
    await moderator.getByLabel("From").fill(localText(from - MINUTE_MS));
    await moderator.getByLabel("Until").fill(localText(closesAt));
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
    await approveAnswer(stage, words);
    await findEverywhere(reader, question, "siskin", "No");
  });
});

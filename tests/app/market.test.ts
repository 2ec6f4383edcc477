import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import {
  approveAnswer,
  askQuestion,
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
let stage: Stage;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
  const { page: moderator } = await signedInAs(browser, parley.origin, "moderator");
  const { page: admin } = await signedInAs(browser, parley.origin, "admin");
  stage = { origin: parley.origin, moderator, admin };
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const MINUTE_MS = 60_000;

/** Trades toward a price of Yes, spending at most so many credits, and waits for the server's word. */
async function tradeToward(page: Page, percent: number, credits: number): Promise<void> {
  const market = page.locator("#market");
  await market.getByRole("button", { name: "Toward my forecast" }).click();
  await market.getByLabel("Price of Yes to trade toward, in percent").fill(String(percent));
  await market.getByLabel("Spend at most, in credits").fill(String(credits));
  await market.getByText("You buy").first().waitFor();
  await market.getByRole("button", { name: "Trade toward it" }).click();
  await market
    .getByText(/Bought /)
    .first()
    .waitFor();
}

async function placeOrder(page: Page, shares: number, limit: number): Promise<void> {
  const market = page.locator("#market");
  await market.getByRole("button", { name: "Limit order" }).click();
  await market.getByLabel("Shares", { exact: true }).fill(String(shares));
  await market.getByLabel("Price a share").fill(String(limit));
  await market.getByRole("button", { name: "Place order" }).click();
  await market
    .getByText(/Placed\./)
    .first()
    .waitFor();
}

test("a new person gets a grant, trades toward their forecast, places and cancels an order, sees one filled; the answer settles it, one trade too late is reversed, and the statement explains every credit", async () => {
  const words = "Will the pilots share one tower before the window ends";
  await askQuestion(stage, {
    words,
    type: "SUPPORT",
    from: Date.now() - 5 * MINUTE_MS,
    until: nextMinute() + 30 * MINUTE_MS,
  });
  const address = await openQuestion(stage.moderator, parley.origin, words);
  await stage.moderator.getByText("Open a market on this question").click();
  await stage.moderator.getByRole("button", { name: "Open the market" }).click();
  await stage.moderator.getByText("Price of Yes", { exact: true }).waitFor();

  const reader = await signUp(browser, parley.origin, "dabchick");
  await reader.goto(`${parley.origin}/portfolio`);
  await reader.locator("main").getByText("1,000.00").first().waitFor();
  await reader.goto(address);
  await stateForecast(reader, 70);
  await reader.reload();
  await tradeToward(reader, 70, 60);

  await placeOrder(reader, 10, 0.2);
  await reader.getByRole("button", { name: "Cancel: Buy 10.00 of Yes at 0.20" }).click();
  await reader.getByText("cancelled").first().waitFor();
  await placeOrder(reader, 20, 0.6);
  const other = await signUp(browser, parley.origin, "whimbrel");
  await other.goto(address);
  await tradeToward(other, 40, 100);
  await reader.reload();
  await reader.getByText("filled").first().waitFor();

  // What is traded once the answer is known is undone: the event and its report come first, its entry in the log after.
  const knownAt = nextMinute();
  await waitUntil(knownAt + 1_000);
  await tradeToward(reader, 90, 30);
  await logJointAct(stage, "The pilots share one tower", "SUPPORT", knownAt);
  await stage.moderator.getByText(words).first().waitFor();
  await approveAnswer(stage, words);

  await reader.goto(address);
  await reader
    .getByText(/1 late trade was reversed/)
    .first()
    .waitFor();
  await reader.goto(`${parley.origin}/portfolio/statement`);
  const rows = await reader.getByRole("row").allInnerTexts();
  const kinds = [
    "Welcome grant",
    "Trade",
    "Reserved for an order",
    "Returned from an order",
    "Trade reversed",
    "Paid out",
  ];
  for (const kind of kinds)
    expect(
      rows.some((row) => row.includes(kind)),
      `${kind} in ${rows.join("\n")}`,
    ).toBe(true);
  await reader.goto(`${parley.origin}/leaderboard/profit`);
  await reader.getByRole("link", { name: "dabchick" }).first().waitFor();
  await reader.goto(`${parley.origin}/notices`);
  expect(await reader.getByRole("listitem").count()).toBeGreaterThan(0);
});

test("a market on a count is opened in parts of its range, with bounds that rise, and traded toward a price of one part", async () => {
  const { moderator } = stage;
  const words = "How many requests of the pilots will be logged before the window ends";
  await askQuestion(stage, {
    words,
    type: "REQUEST",
    from: Date.now() - 5 * MINUTE_MS,
    until: nextMinute() + 30 * MINUTE_MS,
    count: { upTo: 20, unit: "acts" },
  });
  await openQuestion(moderator, parley.origin, words);
  await moderator.getByText("Open a market on this question").click();
  await moderator.getByRole("button", { name: "Remove bound 3" }).click();
  await moderator.getByLabel("Bound 1, in acts").fill("5");
  await moderator.getByLabel("Bound 2, in acts").fill("4");
  await moderator.getByText("Give values inside the range, each above the one before.").waitFor();
  await moderator.getByRole("button", { name: "Open the market" }).click();
  await moderator.getByText("Each of the values must lie inside the range and above the one before.").waitFor();
  await moderator.getByLabel("Bound 2, in acts").fill("10");
  await moderator.getByText("Traded: Under 5 acts · 5 to under 10 acts · 10 acts or more.").waitFor();
  await moderator.getByRole("button", { name: "Open the market" }).click();
  await moderator.getByText("The price of each outcome").first().waitFor();

  const reader = await signUp(browser, parley.origin, "ruddock");
  await reader.goto(moderator.url());
  const market = reader.locator("#market");
  await market.getByLabel("Outcome", { exact: true }).selectOption("5 to under 10 acts");
  await market.getByLabel("Price of 5 to under 10 acts to trade toward, in percent").fill("60");
  await market.getByLabel("Spend at most, in credits").fill("50");
  await market.getByText("You buy").first().waitFor();
  await market.getByRole("button", { name: "Trade toward it" }).click();
  await market
    .getByText(/Bought .* shares of 5 to under 10 acts/)
    .first()
    .waitFor();
});

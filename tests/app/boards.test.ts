import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
let reader: Page;
let faults: string[];
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
  reader = await browser.newPage();
  faults = faultsOf(reader);
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const ANSWERED = "will-united-states-and-iranian-envoys-meet-in-oman-by-30-april-2025";
const TOURNAMENT = "The Muscat channel, first round";

/** The names of a table's rows, from the top down. */
const names = (page: Page, caption: RegExp) =>
  page.getByRole("table", { name: caption }).locator("tbody th[scope=row] .font-medium").allTextContents();

describe("boards", () => {
  test("a reader chooses a board and a metric, and finds the crowd among the forecasters without a place", async () => {
    await reader.goto(`${parley.origin}/leaderboard`);
    await reader.getByLabel("Board").selectOption({ label: TOURNAMENT });
    await reader.getByLabel("Metric").selectOption({ label: "by Peer sum" });
    await reader.getByRole("button", { name: "Show" }).click();
    await reader.waitForURL(/by=peer/);
    const table = reader.getByRole("table", { name: `Leaderboard, ${TOURNAMENT}, by Peer sum` });
    const crowd = table.getByRole("row").filter({ hasText: "The crowd" });
    expect(await crowd.getByRole("cell").first().textContent()).toBe("–");
    expect((await names(reader, /by Peer sum/)).length).toBeGreaterThan(10);
  });

  test("two are compared, and too few questions give a difference but no verdict", async () => {
    await reader.goto(`${parley.origin}/leaderboard/compare`);
    await reader.getByLabel("First").selectOption("sim-curlew");
    await reader.getByLabel("Second").selectOption({ label: "The crowd" });
    await reader.getByRole("button", { name: "Compare" }).click();
    await reader.getByText(/too few to tell skill from luck/).waitFor();
    await reader.getByText("Peer points a question", { exact: true }).waitFor();
  });

  test("calibration is shown as a curve when asked for, and its numbers as a table", async () => {
    await reader.goto(`${parley.origin}/calibration`);
    await reader.getByLabel("Shown as").selectOption("curve");
    await reader.getByRole("button", { name: "Show" }).click();
    await reader.getByText(/The line is the fitted rate/).waitFor();
    await reader.getByText("The numbers as a table").click();
    await reader.getByRole("columnheader", { name: "Clopper–Pearson" }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe("a tournament", () => {
  test("that is over shows its frozen table with medals", async () => {
    await reader.goto(`${parley.origin}/tournaments`);
    await reader.getByRole("link", { name: TOURNAMENT }).click();
    await reader.getByRole("heading", { name: "Final table, frozen" }).waitFor();
    const gold = reader.getByRole("row").filter({ hasText: "Gold" });
    expect(await gold.getByRole("cell").first().textContent()).toBe("1");
  });

  test("is made by an admin, who is told what is wrong and keeps what was typed", async () => {
    const { page } = await signedInAs(browser, parley.origin, "admin");
    await page.goto(`${parley.origin}/tournaments`);
    await page.getByRole("link", { name: "New tournament" }).first().click();
    await page.getByLabel("Title").fill("The long table");
    await page.getByLabel("Starts, in UTC").fill("2025-01-01T00:00");
    await page.getByLabel("Ends, in UTC").fill("2099-01-01T00:00");
    await page.getByLabel("Questions").fill(`${parley.origin}/questions/${ANSWERED}\nno-such-question`);
    await page.getByRole("button", { name: "Make the tournament" }).click();
    await page
      .getByText(/There is no published question “no-such-question”/)
      .first()
      .waitFor();
    expect(await page.getByLabel("Title").inputValue()).toBe("The long table");
    await page.getByLabel("Questions").fill(`${parley.origin}/questions/${ANSWERED}`);
    await page.getByRole("button", { name: "Make the tournament" }).click();
    await page.getByRole("heading", { name: "The long table" }).waitFor();
    await page.getByRole("heading", { name: "The board now" }).waitFor();
    expect((await names(page, /by Peer sum/)).length).toBeGreaterThan(5);
  });
});

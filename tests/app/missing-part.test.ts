import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
let database: Database;
let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  server = await startPostgres();
  parley = await serveParley({ env: { DATABASE_URL: server.url } });
  database = await openPostgres(server.url);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
  await database.close();
  await server.stop();
});

const MISSING = "This part of the page could not be shown";

/** Makes the newest event of the demonstration one that no version of Parley would have stored. */
async function spoilAnEvent(): Promise<void> {
  await database.run(`
    ALTER TABLE event_revisions DROP CONSTRAINT event_revisions_precision_known;
    ALTER TABLE event_revisions DISABLE TRIGGER USER;
    UPDATE event_revisions SET precision = 'century' WHERE occurred_from = (SELECT max(occurred_from) FROM event_revisions);
    ALTER TABLE event_revisions ENABLE TRIGGER USER`);
}

async function open(page: Page, path: string): Promise<number | undefined> {
  const response = await page.goto(`${parley.origin}${path}`);
  await page.waitForLoadState("networkidle");
  return response?.status();
}

test("a row that is not as it should be takes away the part that shows it, and no page", async () => {
  const page = await browser.newPage();
  expect(await open(page, "/")).toBe(200);
  expect(await page.getByText(MISSING).count()).toBe(0);
  const events = page.getByRole("heading", { name: "Latest events" });
  const questions = page.getByRole("heading", { name: "Open questions" });
  expect([await events.count(), await questions.count()]).toEqual([1, 1]);

  await spoilAnEvent();
  expect(await open(page, "/")).toBe(200);
  expect(await page.getByText(MISSING).count()).toBe(1);
  expect([await events.count(), await questions.count()]).toEqual([0, 1]);

  const alert = page.getByRole("alert").filter({ hasText: MISSING });
  const reference = /Reference (\S+)/.exec(await alert.innerText())?.[1] ?? "none";
  const line = parley.log().find((logged) => logged.includes(reference));
  expect(JSON.parse(line ?? "{}")).toMatchObject({ msg: "a procedure failed", path: "event.list" });
});

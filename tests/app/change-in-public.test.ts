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

const TOPIC = "The Strait of Aldermere (fictional)";
const TITLE = "Will the dredgers reach the inner harbour by midsummer?";

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

async function suggest(reader: Page): Promise<void> {
  await reader.goto(`${parley.origin}/questions`);
  await reader.getByRole("link", { name: "Suggest a question" }).click();
  await reader.getByRole("textbox", { name: "Question", exact: true }).fill(TITLE);
  await reader.getByLabel("Topic").selectOption({ label: TOPIC });
  await reader.getByLabel("Why it is worth asking").fill("Every ship of the line waits for it.");
  await reader.getByLabel("What would decide it").fill("A dredger at the inner quay, reported by two papers.");
  await reader.getByLabel("State the rule too").check();
  await reader.getByLabel("What kind of event").fill("SUPPORT");
  await reader.getByLabel("What kind of event").press("Enter");
  await reader.getByText(/^Yes if, from/).waitFor();
  await reader.getByRole("button", { name: "Suggest it" }).click();
  await reader.getByText("Sent to the moderators").waitFor();
}

describe("from a suggestion to a rule that changes in public", () => {
  test("a reader suggests, a moderator drafts, an admin publishes; the rule changes, and who has forecast is told and sees how", async () => {
    const reader = await signUp("dipper");
    await suggest(reader);

    await moderator.goto(`${parley.origin}/admin/questions`);
    const suggestion = moderator.getByRole("listitem").filter({ hasText: TITLE });
    await suggestion.getByRole("link", { name: "Make a draft of it" }).click();
    await moderator.getByText("Suggested by dipper").waitFor();
    expect(await moderator.getByRole("textbox", { name: "Question", exact: true }).inputValue()).toBe(TITLE);
    await moderator.getByRole("button", { name: "Save and hand in for review" }).click();
    await moderator.waitForURL(/\/admin\/questions/);
    const own = moderator.getByRole("listitem").filter({ hasText: TITLE });
    await own.getByText("You drafted it").waitFor();
    await own.getByRole("button", { name: "Publish" }).click();
    await own.getByText("Somebody else must publish what you drafted").waitFor();

    await admin.goto(`${parley.origin}/admin/questions`);
    const draft = admin.getByRole("listitem").filter({ hasText: TITLE });
    await draft.getByRole("button", { name: "Publish" }).click();
    await admin.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    const address = admin.url();

    await reader.goto(`${parley.origin}/notices`);
    await reader.getByText(`Your suggestion was taken up: ${TITLE}`).waitFor();
    await reader.goto(address);
    await reader
      .getByRole("textbox", { name: /percent/i })
      .first()
      .fill("35");
    await reader.getByRole("button", { name: "Save forecast" }).click();
    await reader.getByText(/Saved at .* UTC, by the server/).waitFor();

    await moderator.goto(address);
    await moderator.getByRole("button", { name: "Add a clarification" }).click();
    await moderator.getByLabel("Clarification").fill("The inner harbour begins at the chain.");
    await moderator.getByRole("button", { name: "Publish the clarification" }).click();
    await moderator.getByText("The inner harbour begins at the chain.").waitFor();
    await moderator.getByRole("link", { name: "Change the rule" }).click();
    await moderator.getByLabel("Independent sources needed").fill("3");
    await moderator.getByText("+ 3").waitFor();
    await moderator.getByLabel("Why it changes").fill("Two papers share one harbour correspondent.");
    await moderator.getByRole("button", { name: "Publish the new version" }).click();
    await moderator.getByText("Version 2", { exact: true }).first().waitFor();

    await reader.goto(`${parley.origin}/notices`);
    await reader.getByText(`Clarified: ${TITLE}`).waitFor();
    await reader.getByRole("link", { name: `The rule changed: ${TITLE}` }).click();
    await reader.waitForURL(/tab=versions/);
    await reader.getByText("Why it changed: Two papers share one harbour correspondent.").waitFor();
    expect(
      (await reader.locator("del").filter({ hasText: "2 independent" }).count()) +
        (await reader.locator("del").filter({ hasText: "2" }).count()),
    ).toBeGreaterThan(0);
    expect(await reader.locator("ins").filter({ hasText: "3" }).count()).toBeGreaterThan(0);
    expect(await reader.getByText(/^sha256 [0-9a-f]{64}$/).count()).toBe(3);
  });
});

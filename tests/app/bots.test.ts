import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley({ env: { PARLEY_TRUSTED_PROXIES: "1" } }), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

test("a person makes a bot on the settings page, sees it marked as theirs, and retires it after a second click", async () => {
  const { context, page } = await signedInAs(browser, parley.origin, "forecaster");
  await page.goto(`${parley.origin}/settings`);
  const part = page.getByRole("region", { name: "Bots" });
  await part.getByText("You have no bots.").waitFor();
  const name = part.getByLabel("Name of a new bot");
  await name.fill("demo-admin");
  await part.getByRole("button", { name: "Make a bot" }).click();
  await part.getByText("Somebody already has this name.").waitFor();
  await name.fill("two words");
  await part.getByRole("button", { name: "Make a bot" }).click();
  await part.getByText("Letters, digits, dots, hyphens and underscores; start with a letter or digit.").waitFor();
  // What was typed is not lost with the refusal.
  expect(await name.inputValue()).toBe("two words");
  await name.fill("page-bot");
  await part.getByRole("button", { name: "Make a bot" }).click();
  await part.getByText("page-bot is one of your bots now.").waitFor();
  await part.getByRole("link", { name: "page-bot" }).click();
  await page.waitForURL(/\/users\/page-bot$/);
  await page.getByRole("main").getByText("Bot", { exact: true }).waitFor();
  expect(await page.getByRole("main").innerText()).toMatch(/of demo-\w+/);
  await page.goto(`${parley.origin}/settings`);
  await part.getByRole("button", { name: "Retire page-bot" }).click();
  await part.getByRole("button", { name: "Keep it" }).click();
  await part.getByRole("button", { name: "Retire page-bot" }).click();
  await part
    .getByText(
      "page-bot will forecast and trade no more, and cannot come back. Its open orders are cancelled; its record stays.",
    )
    .waitFor();
  await part.getByRole("button", { name: "Retire page-bot" }).click();
  await part.getByText("Retired", { exact: true }).waitFor();
  await page.goto(`${parley.origin}/users/page-bot`);
  await page.getByRole("main").getByText("Retired bot").waitFor();
  await context.close();
});

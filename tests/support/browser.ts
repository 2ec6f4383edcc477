import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "#tests/runner/find-chromium.ts";

/** Chromium as the tests drive it: as root it runs without its own sandbox, and it calls nobody by itself. */
export function launchBrowser(): Promise<Browser> {
  const args = [
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox", ...args] : args,
  });
}

/** What went wrong in a page without anybody seeing it: errors that scripts threw, or that the browser reported. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return faults;
}

export async function signIn(page: Page, origin: string, email: string, password: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${origin}/`);
}

/** A browser of its own, signed in as one of the demonstration's people. */
export async function signedInAs(
  browser: Browser,
  origin: string,
  name: "admin" | "moderator" | "forecaster",
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, origin, `demo-${name}@example.org`, "demonstration");
  return { context, page };
}

import type { Browser, Page } from "playwright-core";

/** What the browser's stories have in common: who takes part, and the steps that people take on pages. */
export interface Stage {
  readonly origin: string;
  readonly moderator: Page;
  readonly admin: Page;
}

const MINUTE_MS = 60_000;
const TOPIC = "The Strait of Aldermere (fictional)";

/** As a date-and-time field takes it, by the clocks of UTC. */
export const localText = (at: number, length: 16 | 19 = 16) => new Date(at).toISOString().slice(0, length);
export const nextMinute = () => Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;

export async function waitUntil(instant: number): Promise<void> {
  while (Date.now() < instant) await new Promise((wake) => setTimeout(wake, 250));
}

export async function signUp(browser: Browser, origin: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/sign-up`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name}@example.org`);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.waitForURL(`${origin}/`);
  return page;
}

/** States a probability on the question that the page shows, and waits for the server's word that it stands. */
export async function stateForecast(page: Page, percent: number): Promise<void> {
  const form = page.getByRole("form", { name: "Your forecast" });
  await form
    .getByRole("textbox", { name: /percent/i })
    .first()
    .fill(String(percent));
  await page.getByRole("button", { name: /^(Save|Update) forecast$/ }).click();
  await page.getByText(/Saved at .* UTC, by the server/).waitFor();
}

/** Finds a question by its words; gives its address. */
export async function openQuestion(page: Page, origin: string, words: string): Promise<string> {
  await page.goto(`${origin}/questions?search=${encodeURIComponent(words)}`);
  await page
    .getByRole("link", { name: new RegExp(words) })
    .first()
    .click();
  await page.waitForURL(/\/questions\/[a-z0-9-]+$/);
  await page.getByRole("heading", { level: 1, name: new RegExp(words) }).waitFor();
  return page.url();
}

interface Asked {
  readonly words: string;
  /** The type of the events that decide it. */
  readonly type: string;
  readonly from: number;
  readonly until: number;
  /** It asks how many of them there are, expected from 0 up to so many of a unit; without it, whether there is one. */
  readonly count?: { readonly upTo: number; readonly unit: string };
}

/** A moderator drafts a question that events of one type decide, and an admin publishes it, to be answered without a wait. */
export async function askQuestion(
  { origin, moderator, admin }: Stage,
  { words, type, from, until, count }: Asked,
): Promise<void> {
  await moderator.goto(`${origin}/questions/new`);
  await moderator.getByRole("textbox", { name: "Question", exact: true }).fill(`${words}?`);
  await moderator.getByLabel("Topic").selectOption({ label: TOPIC });
  if (count) {
    await moderator.getByRole("radio", { name: "A number" }).check();
    await moderator.getByLabel("Lowest value expected").fill("0");
    await moderator.getByLabel("Highest value expected").fill(String(count.upTo));
    await moderator.getByRole("textbox", { name: "Unit" }).fill(count.unit);
    await moderator.getByLabel("It may come out above the highest value").check();
  }
  await moderator.getByLabel("Events count from").fill(localText(from));
  await moderator.getByLabel("Events count until").fill(localText(until));
  await moderator.getByLabel("Forecasts open").fill(localText(from, 19));
  await moderator.getByLabel("Forecasts close").fill(localText(until));
  await moderator.getByLabel("What kind of event").fill(type);
  await moderator.getByLabel("What kind of event").press("Enter");
  await moderator.getByLabel("Independent sources needed").fill("1");
  await moderator.getByLabel("Hours to wait for late reports").fill("0");
  await moderator.getByRole("button", { name: "Save and hand in for review" }).click();
  await moderator.waitForURL(/\/(admin\/questions|questions\/(will|how)-)/);

  await admin.goto(`${origin}/admin/settings`);
  await admin.getByLabel("Challenge window, in hours").fill("0");
  await admin.getByRole("button", { name: "Save" }).first().click();
  await admin.getByText("Saved.").waitFor();
  await admin.goto(`${origin}/admin/questions`);
  const draft = admin.getByRole("listitem").filter({ hasText: words });
  await draft.getByRole("button", { name: "Publish" }).click();
  await draft.waitFor({ state: "detached" });
}

/** A moderator logs what Valdoria and Kessim did at an instant, as a gazette reported it then. */
export async function logJointAct(
  { origin, moderator }: Stage,
  headline: string,
  type: string,
  at: number,
): Promise<void> {
  await moderator.goto(`${origin}/admin/events`);
  await moderator.getByLabel("Topic").selectOption({ label: TOPIC });
  await moderator.getByLabel("Headline").fill(headline);
  await moderator.getByLabel("Type").first().selectOption(type);
  await moderator.getByLabel("How exactly the time is known").selectOption("instant");
  await moderator.getByLabel("At", { exact: true }).fill(localText(at));
  const codes = moderator.getByLabel("Code");
  await codes.nth(0).fill("XVA");
  await codes.nth(1).fill("XKE");
  const row = moderator
    .getByRole("listitem")
    .filter({ has: moderator.getByLabel("Address of source 1") })
    .last();
  await row.getByLabel("Address of source 1").fill(`https://gazette.example.org/${type.toLowerCase()}`);
  await row.getByLabel("Publisher").fill("Gazette 1");
  await row.getByLabel("Title").fill(headline);
  await row.getByLabel("Published").fill(localText(at));
  await row.getByLabel("Tier").selectOption("press");
  await moderator.getByRole("button", { name: "Log, and on to the next" }).click();
}

/** The admin approves what waits for a decision on a question, and it no longer waits. */
export async function approveAnswer({ origin, admin }: Stage, words: string): Promise<void> {
  await admin.goto(`${origin}/admin`);
  const item = admin.getByRole("listitem").filter({ has: admin.getByRole("heading", { name: new RegExp(words) }) });
  await item.getByRole("button", { name: "Approve and score" }).click();
  await item.waitFor({ state: "detached" });
}

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiClient } from "#tests/support/api-client.ts";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { visitCriteria, visitEvent } from "#tests/support/questions.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const WINDOW_MS = 30_000;
const TITLE = "Will an envoy of Northland visit Oman within a month?";

const clientOf = (page: Page) => apiClient(parley.origin, page);

/** A question that a visit decides, published, forecast on, and answered by the engine from a logged visit. */
async function proposedByEngine(people: Record<"moderator" | "admin" | "forecaster", Page>): Promise<string> {
  const [moderator, admin] = [await clientOf(people.moderator), await clientOf(people.admin)];
  const { id: topicId } = await moderator.topic.create.mutate({
    title: "Northland talks",
    summary: "Made up.",
    isFictional: true,
  });
  const opensAt = new Date(Date.now() - 3_600_000);
  const closesAt = new Date(Date.now() + 20 * 86_400_000);
  const drafted = { topicId, type: "binary" as const, title: TITLE, opensAt, closesAt, criteria: visitCriteria() };
  const { id: questionId } = await moderator.question.draft.mutate({
    ...drafted,
    challengeWindowHours: WINDOW_MS / 3_600_000,
  });
  await moderator.question.submit.mutate({ questionId });
  const { slug } = await admin.question.publish.mutate({ questionId });
  const forecaster = await clientOf(people.forecaster);
  await forecaster.forecast.submit.mutate({ questionId, probabilities: [0.8], idempotencyKey: "walk-1" });
  await moderator.event.log.mutate(visitEvent(topicId));
  return `${parley.origin}/questions/${slug}`;
}

/** Fills in the answer form that is open: an outcome, with the times and events it came with. */
async function answer(page: Page, opener: string, outcome: string, note: string): Promise<void> {
  await page.locator("summary", { hasText: opener }).click();
  const form = page.locator("form").filter({ has: page.getByLabel("Answer") });
  await form.getByLabel("Answer").selectOption({ label: outcome });
  const now = new Date().toISOString().slice(0, 19);
  await form.getByLabel("True in the world since").fill(now);
  await form.getByLabel("Publicly known since").fill(now);
  const evidence = form.getByRole("checkbox").first();
  if (!(await evidence.isChecked())) await evidence.check();
  await form.getByLabel("Note").fill(note);
  await form.getByRole("button", { name: /^(Amend|Propose)/ }).click();
}

async function approve(page: Page, question: string, note: string): Promise<void> {
  await page.goto(`${parley.origin}/admin`);
  const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: TITLE }) });
  await item.getByText("On approval").waitFor();
  await item.getByLabel("Note").fill(note);
  await item.getByRole("button", { name: "Approve and score" }).click();
  await item.waitFor({ state: "detached" });
  await page.goto(question);
}

const overWindow = () => new Promise((over) => setTimeout(over, WINDOW_MS + 1000));

test("the engine proposes, a forecaster challenges with evidence, an admin amends, the window ends, another admin approves, and later supersedes; the forecaster is told at each step", async () => {
  const { page: moderator } = await signedInAs(browser, parley.origin, "moderator");
  const { page: admin } = await signedInAs(browser, parley.origin, "admin");
  const { page: forecaster } = await signedInAs(browser, parley.origin, "forecaster");
  const question = await proposedByEngine({ moderator, admin, forecaster });

  await forecaster.goto(question);
  await forecaster.getByRole("heading", { name: "Proposed answer" }).waitFor();
  await forecaster.getByText("Challenge this answer").click();
  await forecaster.getByLabel("What is wrong with it").fill("The envoy came a day later.");
  await forecaster.getByRole("checkbox").first().check();
  await forecaster.getByRole("button", { name: "Challenge", exact: true }).click();
  await forecaster.getByRole("heading", { name: "Challenged answer" }).waitFor();

  await admin.goto(question);
  await admin.getByText("The envoy came a day later.").waitFor();
  await answer(admin, "Amend it", "Yes", "The visit counts from the day it was reported.");
  await admin.getByRole("heading", { name: "Proposed answer" }).waitFor();

  // Whoever amended cannot approve: the moderator becomes the second admin.
  const people = await (await clientOf(admin)).user.people.query({});
  const second = people.items.find(({ name }) => name === "demo-moderator");
  await (await clientOf(admin)).user.setRole.mutate({ userId: second?.id ?? "", role: "admin" });
  const { page: other } = await signedInAs(browser, parley.origin, "moderator");
  await overWindow();
  await approve(other, question, "");
  await other.getByRole("heading", { name: "Answer", exact: true }).waitFor();

  await answer(other, "Propose a new answer in place of version 2", "No", "The source was taken back.");
  await other.getByText("Until it is decided, the final answer is Yes (version 2).").waitFor();
  await overWindow();
  await approve(admin, question, "Seen.");
  await admin.goto(`${question}/resolution`);
  await admin.getByRole("heading", { name: "Version 3, the final answer" }).waitFor();
  await admin.getByRole("button", { name: "Copy the citation" }).waitFor();

  await forecaster.goto(`${parley.origin}/notices`);
  const titles = await forecaster.getByRole("link", { name: TITLE }).allTextContents();
  const steps = [
    "Answer changed to No",
    "New answer proposed: No",
    "Answered Yes",
    "Proposed answer amended to Yes",
    "Answer proposed: Yes",
  ];
  expect(titles.map((title) => steps.find((step) => title.startsWith(step))).filter(Boolean)).toEqual(steps);
});

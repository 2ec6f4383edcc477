import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiClient, cookiesOf } from "#tests/support/api-client.ts";
import { launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { signUp } from "#tests/support/question-story.ts";
import { visitCriteria } from "#tests/support/questions.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

/** Promise F8 on the pages: neither their text nor what they carry for the browser tells a crowd that is hidden, or its market. */
let parley: ServedParley;
let browser: Browser;
beforeAll(async () => {
  [parley, browser] = [await serveParley(), await launchBrowser()];
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const MAX_PAGES = 70;
const HOUR_MS = 3_600_000;

interface Asked {
  readonly id: string;
  readonly slug: string;
}

/** Two questions of one topic, one of which hides its crowd for an hour. */
async function twoQuestions(people: Record<"moderator" | "admin", Page>): Promise<{ hidden: Asked; shown: Asked }> {
  const [moderator, admin] = [
    await apiClient(parley.origin, people.moderator),
    await apiClient(parley.origin, people.admin),
  ];
  const topic = { title: "What the crowd keeps", summary: "Made up.", isFictional: true };
  const { id: topicId } = await moderator.topic.create.mutate(topic);
  const ask = async (title: string, revealAt: Date | null) => {
    const [opensAt, closesAt] = [new Date(Date.now() - HOUR_MS), new Date(Date.now() + 20 * 24 * HOUR_MS)];
    const drafted = { topicId, type: "binary" as const, title, opensAt, closesAt, revealAt, criteria: visitCriteria() };
    const { id: questionId } = await moderator.question.draft.mutate(drafted);
    await moderator.question.submit.mutate({ questionId });
    return { id: questionId, ...(await admin.question.publish.mutate({ questionId })) };
  };
  const hidden = await ask("Will the sealed crowd stay sealed?", new Date(Date.now() + HOUR_MS));
  return { hidden, shown: await ask("Will the open crowd stay open?", null) };
}

/** What a page says to its reader and what it carries for the browser, without what React puts between words. */
async function told(path: string, cookie: string): Promise<{ html: string; carried: string }> {
  const headers = { cookie };
  const html = await (await fetch(parley.origin + path, { headers })).text();
  const carried = await (await fetch(parley.origin + path, { headers: { ...headers, RSC: "1" } })).text();
  return { html: html.replaceAll(/<!--.*?-->/g, ""), carried };
}

/** Every page within reach of the links, the two questions' own first. */
async function crawl(starts: readonly string[], cookie: string, near: RegExp): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [...starts];
  while (waiting.length > 0 && pages.size < MAX_PAGES) {
    const path = waiting.shift() ?? "/";
    if (pages.has(path)) continue;
    const { html, carried } = await told(path, cookie);
    pages.set(path, html + carried);
    const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => (href ?? "/").replaceAll("&amp;", "&"));
    const fresh = links.filter((href) => !/^\/(_next|api|sign-)/.test(href) && !pages.has(href));
    waiting.unshift(...fresh.filter((href) => near.test(href)));
    waiting.push(...fresh.filter((href) => !near.test(href)));
  }
  return pages;
}

/** The pages that tell a probability: to its last digits, or in whole per cents where they name the question. */
function outlets(pages: ReadonlyMap<string, string>, { slug }: Asked, probability: number): string[] {
  const [yes, no] = [probability, 1 - probability];
  const digits = new RegExp([yes, no].map((p) => p.toFixed(4).slice(1).replace(".", "\\.")).join("|"));
  const percents = new RegExp([yes, no].map((p) => `\\b${Math.round(100 * p)}(\\.\\d+)?\\s?%`).join("|"));
  const isTelling = (text: string, path: string) => digits.test(text) || (path.includes(slug) && percents.test(text));
  return [...pages].filter(([path, text]) => isTelling(text, path)).map(([path]) => path);
}

test("F8: no page tells a hidden crowd, in its text or in what it carries; the same pages tell the one beside it", async () => {
  const { page: moderator } = await signedInAs(browser, parley.origin, "moderator");
  const { page: admin } = await signedInAs(browser, parley.origin, "admin");
  const { hidden, shown } = await twoQuestions({ moderator, admin });
  const secrets = { hidden: 0.871_234, shown: 0.231_234 };
  const prices = { hidden: 0.913_477, shown: 0.411_277 };
  const opener = await apiClient(parley.origin, moderator);
  for (const [question, price] of [[hidden, prices.hidden] as const, [shown, prices.shown] as const]) {
    const opening = { liquidityMicros: 100_000_000n, openingPrices: [price, 1 - price] };
    await opener.market.open.mutate({ questionId: question.id, ...opening });
  }
  const names = ["dotterel", "phalarope", "turnstone"];
  for (const name of names) {
    const client = await apiClient(parley.origin, await signUp(browser, parley.origin, name));
    for (const [question, p] of [[hidden, secrets.hidden] as const, [shown, secrets.shown] as const]) {
      await client.forecast.submit.mutate({ questionId: question.id, probabilities: [p], rationale: "Seen." });
    }
    const buying = { kind: "buy_budget", outcome: 0, side: "yes", budgetMicros: 1_000n } as const;
    const buy = (id: string) =>
      client.market.trade.mutate({ ...buying, questionId: id, idempotencyKey: `${name} ${id}` });
    await expect(buy(hidden.id)).rejects.toThrow("Its crowd is hidden until");
    await buy(shown.id);
  }
  const starts = [
    ...[hidden, shown].flatMap(({ slug }) =>
      ["", "?tab=trades", "/resolution", "/scores", "/criteria"].map((part) => `/questions/${slug}${part}`),
    ),
    ...["/", "/questions", "/topics", "/leaderboard", "/leaderboard/profit", "/calibration", "/events", "/seals"],
    ...names.map((name) => `/users/${name}`),
  ];
  const near = new RegExp([hidden.slug, shown.slug, "what-the-crowd-keeps", ...names].join("|"));
  const reader = await signUp(browser, parley.origin, "sanderling");
  for (const cookie of ["", await cookiesOf(reader)]) {
    const pages = await crawl(starts, cookie, near);
    expect(pages.size).toBeGreaterThan(50);
    expect(outlets(pages, hidden, secrets.hidden)).toEqual([]);
    expect(outlets(pages, hidden, prices.hidden)).toEqual([]);
    expect(pages.get(`/questions/${hidden.slug}`)).toContain("It opens when the crowd is revealed");
    expect(outlets(pages, shown, secrets.shown)).toContain(`/questions/${shown.slug}`);
    expect(outlets(pages, shown, prices.shown)).toContain(`/questions/${shown.slug}`);
    console.log(`F8: ${pages.size} pages read, 0 tell`);
  }
});

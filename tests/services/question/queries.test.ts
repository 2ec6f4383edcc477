import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { crowdHistory } from "#services/question/crowd-history.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { dryRun } from "#services/question/dry-run.ts";
import type { ListQuestionsInput } from "#services/question/input.ts";
import { listQuestions } from "#services/question/list-questions.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { questionEvaluation } from "#services/question/question-evaluation.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import {
  crowdStep,
  now,
  publishedQuestion,
  someTopic,
  visitCriteria,
  visitDraft,
  visitEvent,
} from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const reader = () => now(anonymous(database.prisma));
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

async function published(change = {}, topicTitle?: string) {
  const topicId = await someTopic(moderator, topicTitle);
  return { topicId, ...(await publishedQuestion(moderator, visitDraft(topicId, change))) };
}

async function allPages(input: ListQuestionsInput): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listQuestions(reader(), { ...input, ...(cursor ? { cursor } : {}) });
    slugs.push(...page.items.map((item) => item.slug));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return slugs;
}

describe("the list of questions", () => {
  test("it goes on page by page, in order, with every question once", async () => {
    const topicId = await someTopic(moderator, "The page turners");
    const days = [3, 1, 2, 2, 5];
    for (const day of days) {
      await publishedQuestion(moderator, visitDraft(topicId, { closesAt: new Date(Date.now() + day * DAY_MS) }));
    }
    for (const sort of ["closing", "moving", "newest", "busiest"] as const) {
      const whole = await allPages({ topic: "the-page-turners", sort, limit: 100 });
      const paged = await allPages({ topic: "the-page-turners", sort, limit: 2 });
      expect(new Set(whole).size).toBe(days.length);
      expect(paged).toEqual(whole);
    }
    const { items } = await listQuestions(reader(), { topic: "the-page-turners" });
    const closings = items.map((item) => item.closesAt.getTime());
    expect(closings).toEqual(closings.toSorted((a, b) => a - b));
  });

  test("every word searched for must be found, in the question, its topic or its options; signs are plain signs", async () => {
    const { slug } = await published({ title: "Will the ferry carry 100% of its load?" }, "The Ferry Line");
    const found = async (search: string) => (await listQuestions(reader(), { search })).items.map((item) => item.slug);
    expect(await found("FERRY load")).toEqual([slug]);
    expect(await found("line 100%")).toEqual([slug]);
    expect(await found("ferry submarine")).toEqual([]);
    expect(await found("10_% of")).toEqual([]);
  });

  test("drafts are on it for nobody, and one that opens later is not open", async () => {
    const topicId = await someTopic(moderator, "Later and hidden");
    await draftQuestion(moderator, visitDraft(topicId));
    const { slug } = await publishedQuestion(moderator, visitDraft(topicId, { opensAt: ago(-2) }));
    const listed = (status: "open" | "all") => listQuestions(now(moderator), { topic: "later-and-hidden", status });
    expect((await listed("open")).items).toEqual([]);
    expect((await listed("all")).items).toMatchObject([{ slug, status: "scheduled" }]);
  });

  test("an answer that the log proposes moves the question to those that await a decision", async () => {
    const topicId = await someTopic(moderator, "Awaited");
    const { slug } = await publishedQuestion(moderator, visitDraft(topicId));
    await logEvent(now(moderator), visitEvent(topicId));
    const { items } = await listQuestions(reader(), { topic: "awaited", status: "awaiting" });
    expect(items).toMatchObject([{ slug, status: "proposed", answer: null }]);
  });

  test("those whose crowd moved most come first, but a hidden crowd does not tell that it moved", async () => {
    const topicId = await someTopic(moderator, "Movers");
    const moved = async (by: number, change = {}) => {
      const { id, slug } = await publishedQuestion(moderator, visitDraft(topicId, change));
      await crowdStep(database.prisma, id, 1, ago(9), 0.1);
      await crowdStep(database.prisma, id, 2, ago(1), 0.1 + by);
      return slug;
    };
    const hidden = await moved(0.8, { revealAt: ago(-3) });
    const [little, much] = [await moved(0.1), await moved(0.4)];
    expect(await allPages({ topic: "movers", sort: "moving", limit: 1 })).toEqual([much, little, hidden]);
  });

  test("a cursor that is none is refused", async () => {
    for (const cursor of ["'; DROP TABLE questions", "1_x", "", "NaN_0198c0de-0000-7000-8000-000000000000"]) {
      await expect(listQuestions(reader(), { limit: 1, cursor })).rejects.toMatchObject({ field: "cursor" });
    }
  });
});

describe("the crowd on a question", () => {
  test("it is told as it stands and as it stood a week before", async () => {
    const { id, slug } = await published();
    await crowdStep(database.prisma, id, 1, ago(10), 0.2);
    await crowdStep(database.prisma, id, 2, ago(6), 0.4);
    await crowdStep(database.prisma, id, 3, ago(1), 0.6);
    const { crowd } = await questionBySlug(reader(), { slug });
    expect(crowd).toMatchObject({ now: { probabilities: [0.6] }, weekAgo: { probabilities: [0.2] }, isHidden: false });
    const history = await crowdHistory(reader(), { slug });
    expect(history.answers).toMatchObject([{ id: "yes", median: [0.2, 0.4, 0.6], lower: [0.1, 0.2, 0.3] }]);
    expect(history.at).toHaveLength(3);
  });

  test("of a long history about as many steps are told as are asked for, the first and the latest among them", async () => {
    const { id, slug } = await published();
    for (let i = 1; i <= 60; i++) await crowdStep(database.prisma, id, i, ago(10 - i / 10), i / 100);
    const whole = await crowdHistory(reader(), { slug });
    const thinned = await crowdHistory(reader(), { slug, most: 12 });
    expect(whole.at).toHaveLength(60);
    expect(await crowdHistory(reader(), { slug, most: 60 })).toEqual(whole);
    expect(thinned.at.length).toBeGreaterThan(10);
    expect(thinned.at.length).toBeLessThan(16);
    const steps = (of: typeof whole) => of.at.map((at, i) => ({ at, median: of.answers[0]?.median[i] }));
    expect(steps(whole)).toEqual(expect.arrayContaining(steps(thinned)));
    expect([thinned.at[0], thinned.at.at(-1)]).toEqual([whole.at[0], whole.at.at(-1)]);
  });

  test("until it is revealed no path tells it, to nobody", async () => {
    const { id, slug } = await published({ revealAt: ago(-5) }, "Hidden crowd");
    await crowdStep(database.prisma, id, 1, ago(0.5), 0.7351);
    for (const ctx of [reader(), now(moderator), now(await someone(database.prisma, "admin"))]) {
      const told = [
        await questionBySlug(ctx, { slug }),
        await crowdHistory(ctx, { slug }),
        await listQuestions(ctx, { topic: "hidden-crowd" }),
        await questionEvaluation(ctx, { slug }),
      ];
      expect(JSON.stringify(told)).not.toContain("0.7351");
      expect(told[0]).toMatchObject({ crowd: { isHidden: true, now: null, weekAgo: null } });
    }
    const later = { ...reader(), now: ago(-6) };
    expect((await crowdHistory(later, { slug })).answers[0]?.median).toEqual([0.7351]);
  });
});

describe("what the log says of a question", () => {
  test("an event that meets the rule counts, one that misses one condition is told as such", async () => {
    const { slug, topicId } = await published({ criteria: { ...visitCriteria(), minimumSourceGroups: 2 } });
    const [source] = visitEvent(topicId).sources;
    const sources = ["wire one", "wire two"].map((independenceGroup) => ({ ...source!, independenceGroup }));
    const geneva = { country: "CHE", placeName: "Geneva", headline: "In Geneva", sources };
    await logEvent(now(moderator), visitEvent(topicId, geneva));
    await logEvent(now(moderator), visitEvent(topicId, { headline: "In Muscat" }));
    const told = await questionEvaluation(reader(), { slug });
    expect(told?.evaluation).toMatchObject({ verdict: "pending" });
    expect(told?.evaluation.missing.map(({ kind }) => kind)).toContain("sources");
    const bearing = Object.fromEntries(told?.events.map((event) => [event.headline, event.bearing]) ?? []);
    expect(bearing).toEqual({ "In Muscat": "does_not_count", "In Geneva": "near_miss" });
  });

  test("it can be asked as the log was known before the event was recorded", async () => {
    const { slug, topicId } = await published();
    const before = new Date();
    await logEvent(now(moderator), visitEvent(topicId));
    expect((await questionEvaluation(reader(), { slug }))?.evaluation.outcome).toBe("yes");
    const earlier = await questionEvaluation(reader(), { slug, asOf: new Date(before.getTime() - 1) });
    expect(earlier).toMatchObject({ evaluation: { outcome: null }, events: [] });
  });
});

describe("a dry run", () => {
  test("it tells the sentence, what would decide, and what is amiss, and writes nothing", async () => {
    const topicId = await someTopic(moderator);
    await logEvent(now(moderator), visitEvent(topicId));
    const count = () => database.prisma.question.count();
    const before = await count();
    const run = await dryRun(now(moderator), { topicId, criteria: visitCriteria() });
    expect(run).toMatchObject({ isPublishable: false, evaluation: { verdict: "true" } });
    expect(run.sentence).toContain("there is a consultation (visit to the host) in Oman");
    expect(run.events).toMatchObject([{ headline: "The envoy of Northland visits Muscat", bearing: "counts" }]);
    expect(await count()).toBe(before);
  });

  test("errors are told beside what the log says", async () => {
    const topicId = await someTopic(moderator);
    const window = { until: Date.now() - 2 * DAY_MS };
    const run = await dryRun(now(moderator), { topicId, criteria: visitCriteria(window) });
    expect(run.findings.map(({ code }) => code)).toContain("window_is_empty");
    expect(run.isPublishable).toBe(false);
  });

  test("options are named by their labels, and an unknown zone is refused in words", async () => {
    const topicId = await someTopic(moderator);
    const { rule, ...frame } = visitCriteria();
    const criteria = { ...frame, options: [{ optionId: "A visit", rule }], otherwise: "No visit" };
    const run = await dryRun(now(moderator), { topicId, criteria, options: ["A visit", "No visit"] });
    expect(run).toMatchObject({ isPublishable: true, evaluation: { verdict: "pending" } });
    expect(run.sentence).toContain("“A visit” if");
    const strange = dryRun(now(moderator), { topicId, criteria: visitCriteria({ zone: "Mars/Olympus" }) });
    await expect(strange).rejects.toMatchObject({ code: "zone_must_be_known" });
  });
});

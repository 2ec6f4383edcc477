import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { logEvent } from "#services/event/log-event.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/**
 * Promise F10: a clock that jumps makes nothing score before it was open, and nothing last less than no time. The embedded database
 * reads the process's clock and jumps with it; Postgres keeps its own, and the process alone jumps.
 */
const [HOUR, DAY] = [3_600_000, 86_400_000];
const realNow = Date.now;
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
afterEach(() => {
  Date.now = realNow;
});

const jump = (ms: number) => {
  Date.now = () => realNow() + ms;
};
const now = () => new Date(Date.now());

interface Span {
  readonly from: number;
  readonly until: number;
}
/** Spans that end before they begin, and those outside of the span in which forecasts may be made. */
const impossible = (spans: readonly Span[], open: Span) =>
  spans.filter(({ from, until }) => until < from || from < open.from || from >= open.until);

/** How often a time comes before the one that it follows. */
const backwards = (times: readonly Date[]) =>
  times.filter((at, i) => at.getTime() < (times[i - 1]?.getTime() ?? 0)).length;

async function spansOf(questionId: string): Promise<{ spans: Span[]; open: Span }> {
  const question = await database.prisma.question.findUniqueOrThrow({ where: { id: questionId } });
  const open = { from: question.opensAt.getTime(), until: question.closesAt.getTime() };
  const made = await database.prisma.forecast.findMany({ where: { questionId }, orderBy: { madeAt: "asc" } });
  const spans = made.map(({ madeAt }, i) => ({
    from: madeAt.getTime(),
    until: made[i + 1]?.madeAt.getTime() ?? open.until,
  }));
  return { spans, open };
}

test("F10: forecasts are taken only while the question is open, whichever way the clock jumps between them", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const opensAt = new Date(realNow() - 30 * 60_000);
  const question = await aQuestion(database.prisma, moderator, { opensAt, closesAt: new Date(realNow() + 12 * HOUR) });
  const ada = await someone(database.prisma);
  const taken: string[] = [];
  for (const ms of [0, -HOUR, 0, DAY, -HOUR, 0, -10 * 60_000, DAY, 0]) {
    jump(ms);
    const caller = createCaller({ ...ada, now: now() });
    taken.push(
      await caller.forecast.submit({ questionId: question.id, probabilities: [0.5 + taken.length / 100] }).then(
        () => "taken",
        (error) => error.cause?.code ?? String(error),
      ),
    );
  }
  const isMoved = database.kind === "embedded";
  expect(taken[0]).toBe("taken");
  if (isMoved) expect(taken.filter((each) => each !== "taken")).toEqual(Array(4).fill("question_must_be_open"));
  const { spans, open } = await spansOf(question.id);
  expect(spans).toHaveLength(taken.filter((each) => each === "taken").length);
  expect(impossible(spans, open)).toEqual([]);
});

test("F10: a question that is answered while the clock jumps is scored within its time, with coverages from 0 to 1", async () => {
  const db = database.prisma;
  const [moderator, admin] = [await someone(db, "moderator"), await someone(db, "admin")];
  const topicId = await someTopic(moderator);
  const { id: evidence } = await logEvent({ ...moderator, now: now() }, { topicId, ...eventFacts() });
  const { id: questionId } = await anAnswerableQuestion(moderator, topicId, { tag: "jump", challengeWindowHours: 0 });
  const people = [await someone(db), await someone(db), await someone(db)];
  for (const [i, ms] of [0, -HOUR, -20 * 60_000, -HOUR, 0].entries()) {
    jump(ms);
    const person = people[i % 3] ?? admin;
    await createCaller({ ...person, now: now() }).forecast.submit({ questionId, probabilities: [0.3 + i / 10] });
  }
  jump(0);
  const at = new Date(realNow());
  const answer = {
    outcome: "yes",
    voidReason: null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [evidence],
    note: "Seen.",
  };
  const { id: resolutionId } = await proposeResolution({ ...moderator, now: now() }, { questionId, ...answer });
  jump(DAY);
  await approveResolution({ ...admin, now: now() }, { resolutionId, note: "Seen." });
  jump(-HOUR);
  const scores = await db.score.findMany({ where: { run: { questionId } } });
  expect(scores).toHaveLength(people.length);
  for (const { coverage, peerCoverage, peer, brier, baseline } of scores) {
    for (const share of [coverage, peerCoverage]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect([peer, brier, baseline].every((value) => value === null || Number.isFinite(value))).toBe(true);
  }
  const { spans, open } = await spansOf(questionId);
  expect(impossible(spans, open)).toEqual([]);
  const reader = createCaller({ ...admin, now: now() });
  const { slug } = await db.question.findUniqueOrThrow({ where: { id: questionId } });
  const steps = await db.crowdStep.findMany({ where: { questionId }, orderBy: { number: "asc" } });
  expect(backwards(steps.map((step) => step.at))).toBe(0);
  // As they are stamped, act after act, they do go back where the database's clock did: a step for each would last less than no time.
  const acts = await db.forecast.findMany({ where: { questionId }, orderBy: { sequence: "asc" } });
  expect(backwards(acts.map(({ madeAt }) => madeAt))).toBe(database.kind === "embedded" ? 2 : 0);
  expect((await reader.resolution.record({ slug })).versions).toHaveLength(1);
});

test("what F10 would catch: an act that is stamped by the clock of whoever asks lies before the opening, and lasts less than no time", () => {
  const open = { from: 1_000 * HOUR, until: 1_100 * HOUR };
  const stamped = [open.from + 10, open.from - HOUR, open.until + DAY];
  const spans = stamped.map((from, i) => ({ from, until: stamped[i + 1] ?? open.until }));
  expect(impossible(spans, open)).toHaveLength(3);
});

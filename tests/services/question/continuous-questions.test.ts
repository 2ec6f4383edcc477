import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionRange } from "#core/question/question-range.ts";
import { cdfFromQuantiles } from "#core/scoring/cdf-from-quantiles.ts";
import { locationOfValue } from "#core/scoring/range-scale.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { ownForecasts } from "#services/forecast/own-forecasts.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import type { DraftQuestionInput } from "#services/question/input.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { anAnswer } from "#tests/support/forecasting.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import {
  now,
  publishedQuestion,
  publisher,
  someTopic,
  visitCriteria,
  visitDraft,
  visitEvent,
} from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: ServiceContext;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const RANGE: QuestionRange = { min: 0, max: 20, zeroPoint: null, openLower: false, openUpper: true, unit: "visits" };

function countDraft(topicId: string, change: Partial<DraftQuestionInput> = {}): DraftQuestionInput {
  const { rule, ...frame } = visitCriteria();
  const match = { types: ["CONSULT.visit"], places: { any: ["OMN"] } };
  return visitDraft(topicId, {
    type: "numeric",
    title: "How many envoys visit Oman within thirty days?",
    range: RANGE,
    criteria: { ...frame, measure: "count", match },
    ...change,
  });
}

/** "Between low and high, probably about the middle": 10 %, 50 % and 90 %. */
function stated(low: number, middle: number, high: number, range = RANGE): number[] {
  const quantiles = [low, middle, high].map((value, k) => ({
    location: locationOfValue(range, value),
    probability: [0.1, 0.5, 0.9][k] as number,
  }));
  return cdfFromQuantiles(quantiles, { below: range.openLower ? 0.01 : 0, above: range.openUpper ? 0.01 : 0 });
}

describe("questions of a number or a date", () => {
  test("have a range, and others have none", async () => {
    const topicId = await someTopic(moderator);
    const draft = (change: Partial<DraftQuestionInput>) => draftQuestion(moderator, countDraft(topicId, change));
    await expect(draft({ range: null })).rejects.toMatchObject({ code: "range_must_fit_question", field: "range" });
    await expect(draft({ range: { ...RANGE, max: 0 } })).rejects.toMatchObject({ code: "range_must_be_in_order" });
    await expect(draft({ range: { ...RANGE, zeroPoint: 5 } })).rejects.toMatchObject({
      code: "zero_point_must_lie_outside",
    });
    await expect(draft({ criteria: visitCriteria() })).rejects.toMatchObject({ code: "criteria_must_fit_question" });
    const withRange = visitDraft(topicId, { range: RANGE });
    await expect(draftQuestion(moderator, withRange)).rejects.toMatchObject({ code: "range_must_fit_question" });
  });

  test("take a CDF, pool it into a crowd, and score it by where the answer fell", async () => {
    const topicId = await someTopic(moderator);
    const { id: questionId, slug } = await publishedQuestion(moderator, countDraft(topicId));
    const [near, far] = [await someone(database.prisma), await someone(database.prisma)];
    await submitForecast(now(near), { questionId, probabilities: stated(2, 4, 6) });
    const { crowd } = await submitForecast(now(far), { questionId, probabilities: stated(10, 14, 18) });
    expect(crowd).toMatchObject({ forecasters: 2 });
    const view = await questionBySlug(anonymous(database.prisma), { slug });
    expect(view.range).toEqual(RANGE);
    expect(view.crowd.now?.probabilities).toHaveLength(201);
    const own = await ownForecasts(now(near), { questionId });
    expect(own.active?.probabilities).toEqual(stated(2, 4, 6));
    const { runId } = await anAnswer(
      database.prisma,
      { id: questionId, opensAt: new Date(Date.now() - 1000) },
      { outcome: "4", knownAtHour: 20 * 24 },
    );
    const scores = await database.prisma.score.findMany({ where: { runId: runId ?? "" } });
    const peer = new Map(scores.map((score) => [score.forecasterId, score.peer]));
    expect(peer.get(near.actor.id)).toBeGreaterThan(20);
    expect((peer.get(near.actor.id) ?? 0) + (peer.get(far.actor.id) ?? 0)).toBeCloseTo(0, 9);
    expect(await database.prisma.calibrationTable.count({ where: { subject: near.actor.id } })).toBe(0);
  });

  test("refuse a distribution that cannot be one, each fault by its own name", async () => {
    const { id: questionId } = await publishedQuestion(moderator, countDraft(await someTopic(moderator)));
    const ada = await someone(database.prisma);
    const submit = (probabilities: number[]) => submitForecast(now(ada), { questionId, probabilities });
    await expect(submit([0.5])).rejects.toMatchObject({ code: "cdf_must_have_201_points" });
    const flat = stated(2, 4, 6).map((p, i) => (i > 100 && i < 110 ? (stated(2, 4, 6)[100] as number) : p));
    await expect(submit(flat)).rejects.toMatchObject({ code: "cdf_must_rise_everywhere" });
    await expect(submit(stated(4, 4.01, 4.02))).rejects.toMatchObject({ code: "cdf_must_not_jump" });
    const closed = stated(2, 4, 6).map((p) => p / 0.99);
    await expect(submit(closed)).rejects.toMatchObject({ code: "cdf_must_fit_range" });
    expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(0);
    const falling = stated(2, 4, 6).reverse();
    const write = database.prisma.$executeRaw`
      INSERT INTO forecasts (id, question_id, forecaster_id, probabilities)
      VALUES (gen_random_uuid(), ${questionId}::uuid, ${ada.actor.id}::uuid, ${falling}::float8[])`;
    await expect(write).rejects.toThrow(/forecasts_probabilities_sound/);
  });

  test("are answered by the log: a count once its window is over and covered, a date by the first event", async () => {
    const topicId = await someTopic(moderator);
    const from = Date.now() - 10 * DAY_MS;
    const until = Date.now() - DAY_MS;
    const window = { from, until, zone: "UTC" };
    const { rule, ...frame } = visitCriteria(window);
    const match = { types: ["CONSULT.visit"], places: { any: ["OMN"] } };
    const dates = { opensAt: new Date(from), closesAt: new Date(until) };
    const ask = async (draft: DraftQuestionInput) => {
      const { id: questionId } = await draftQuestion(moderator, draft);
      await submitForReview(moderator, { questionId });
      await publishQuestion(await publisher(database.prisma), { questionId }, { isHistorical: true });
      return questionId;
    };
    const count = await ask(
      countDraft(topicId, { ...dates, criteria: { ...frame, settlementLagHours: 0, measure: "count", match } }),
    );
    const flawed = await ask(
      countDraft(topicId, {
        ...dates,
        range: { ...RANGE, min: 0, max: 0.5, openUpper: false },
        criteria: { ...frame, settlementLagHours: 0, measure: "count", match },
      }),
    );
    const dateRange = { min: from, max: until, zeroPoint: null, openLower: false, openUpper: true, unit: "" };
    const date = await ask(
      countDraft(topicId, {
        ...dates,
        type: "date",
        title: "When does the first envoy visit Oman?",
        range: dateRange,
        criteria: { ...frame, first: match },
      }),
    );
    const at = from + DAY_MS;
    const { id: eventId } = await logEvent(
      moderator,
      visitEvent(topicId, { occurredFrom: new Date(at), occurredUntil: new Date(at + 60_000) }),
    );
    await signCoverage(moderator, {
      topicId,
      types: ["CONSULT"],
      actors: [],
      coversFrom: new Date(from),
      coversUntil: new Date(until),
      note: "Read daily.",
    });
    await evaluateOpenQuestions(job(database.prisma), { topicId });
    const proposed = await database.prisma.resolution.findMany({
      where: { questionId: { in: [count, date, flawed] } },
    });
    const outcomes = new Map(proposed.map(({ questionId, outcome }) => [questionId, outcome]));
    expect(outcomes.get(count)).toBe("1");
    expect(Math.abs(Date.parse(outcomes.get(date) ?? "") - at)).toBeLessThanOrEqual(60_000);
    // The log's answer lies where the range is closed: nobody proposes it, and a person voids the question.
    expect(outcomes.has(flawed)).toBe(false);
    const instants = { effectiveAt: new Date(at), knownAt: new Date(until) };
    const answer = { questionId: flawed, ...instants, note: "By the log.", evidenceIds: [eventId], coverageIds: [] };
    await expect(proposeResolution(moderator, { ...answer, outcome: "1", voidReason: null })).rejects.toMatchObject({
      code: "outcome_must_lie_in_range",
      field: "outcome",
    });
    await proposeResolution(moderator, { ...answer, outcome: null, voidReason: "flawed_question" });
  });
});

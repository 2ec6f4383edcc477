import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { explainScore } from "#services/score/explain-score.ts";
import { scoresOfQuestion } from "#services/score/scores-of-question.ts";
import { scoresOfUser } from "#services/score/scores-of-user.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const HOUR_MS = 3_600_000;
const opensAt = new Date("2025-01-01T00:00:00.000Z");
let database: Database;
let question: Awaited<ReturnType<typeof aQuestion>>;
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  const ada = await someone(database.prisma, "forecaster", "Ada");
  const ben = await someone(database.prisma, "forecaster", "Ben");
  const closesAt = new Date(opensAt.getTime() + 100 * HOUR_MS);
  question = await aQuestion(database.prisma, moderator, { opensAt, closesAt });
  await pastForecasts(database.prisma, question, [
    { by: ada, atHour: 0, probabilities: [0.8] },
    { by: ben, atHour: 20, probabilities: [0.4] },
    { by: ada, atHour: 60, probabilities: [0.5] },
  ]);
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 });
});
afterAll(() => database.close());

test("a score is explained forecast by forecast, and the parts sum to it", async () => {
  const { score, rows, steps, timeline } = await explainScore(anonymous(database.prisma), {
    slug: question.slug,
    name: "ada",
  });
  expect(rows.map(({ peer, coverage }) => [peer, coverage])).toEqual([
    [expect.closeTo(40 * Math.log(2), 9), expect.closeTo(0.6, 12)],
    [expect.closeTo(40 * Math.log(1.25), 9), expect.closeTo(0.4, 12)],
  ]);
  expect(steps.reduce((sum, step) => sum + step.peer, 0)).toBeCloseTo(score?.peer ?? Number.NaN, 9);
  expect(steps.map(({ othersLogProbability }) => othersLogProbability)).toEqual([
    null,
    expect.closeTo(Math.log(0.4), 12),
    expect.closeTo(Math.log(0.4), 12),
  ]);
  expect(timeline.answerLabel).toBe("Yes");
});

test("who did not forecast has nothing to explain", async () => {
  await someone(database.prisma, "forecaster", "Zoe");
  const { score, steps } = await explainScore(anonymous(database.prisma), { slug: question.slug, name: "Zoe" });
  expect([score, steps]).toEqual([null, []]);
});

test("a question's scores come with the run that computed them, the best first", async () => {
  const { run, scores, answer } = await scoresOfQuestion(anonymous(database.prisma), { slug: question.slug });
  expect(run).toMatchObject({ number: 1, engine: "parley-score/1", inSeason: true, inCalibration: true, total: 2 });
  expect(scores.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
  expect(answer?.label).toBe("Yes");
});

test("a person's scores are told question by question", async () => {
  const { items, nextCursor } = await scoresOfUser(anonymous(database.prisma), { name: "Ben" });
  expect(items).toMatchObject([{ slug: question.slug, answer: "Yes", coverage: expect.closeTo(0.8, 12) }]);
  expect(nextCursor).toBeNull();
});

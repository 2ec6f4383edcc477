import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { scoreHistory } from "#services/score/score-history.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const opensAt = new Date("2025-01-01T00:00:00.000Z");
const closesAt = new Date("2025-01-05T04:00:00.000Z");
let database: Database;
let question: Awaited<ReturnType<typeof aQuestion>>;
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  const ada = await someone(database.prisma, "forecaster", "Ada");
  const ben = await someone(database.prisma, "forecaster", "Ben");
  question = await aQuestion(database.prisma, moderator, { opensAt, closesAt });
  await pastForecasts(database.prisma, question, [
    { by: ada, atHour: 0, probabilities: [0.8] },
    { by: ben, atHour: 20, probabilities: [0.4] },
  ]);
});
afterAll(() => database.close());

const historyOf = (name: string) => scoreHistory(anonymous(database.prisma), { slug: question.slug, name });

test("a score that was never computed again has one run and no reason for a change", async () => {
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 });
  expect(await historyOf("Ada")).toMatchObject([{ number: 1, counts: true, differences: [], answerLabel: "Yes" }]);
});

test("each later run says what had changed since the one before it, and earlier scores stay", async () => {
  await anAnswer(database.prisma, question, { outcome: "no", knownAtHour: 100 });
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 50 });
  const history = await historyOf("Ada");
  expect(history.map(({ differences, counts }) => [differences, counts])).toEqual([
    [[], false],
    [["answer"], false],
    [["answer", "known_time"], true],
  ]);
  const [first, second, third] = history.map(({ score }) => score?.peer ?? Number.NaN);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeLessThan(0);
  expect(third).toBeCloseTo((first! * 30) / 80, 9);
});

test("a run that gave somebody no score is listed without one", async () => {
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 10 });
  expect((await historyOf("Ben")).at(-1)).toMatchObject({ score: null, differences: ["known_time"] });
});

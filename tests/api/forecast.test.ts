import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let questionId: string;
let slug: string;
let ada: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  ada = await someone(database.prisma, "forecaster", "Ada");
  const revealAt = new Date(Date.now() + 1_800_000);
  ({ id: questionId, slug } = await aQuestion(database.prisma, moderator, { revealAt }));
});
afterAll(() => database.close());

test("a time sent along with a forecast is refused, whatever it is called", async () => {
  for (const extra of ["madeAt", "createdAt", "made_at", "timestamp", "forecasterId", "importBatchId"]) {
    const sent = { questionId, probabilities: [0.5], [extra]: new Date(0).toISOString() };
    await expect(createCaller(ada).forecast.submit(sent)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect(await database.prisma.forecast.count()).toBe(0);
});

test("a broken rule is told by its name and kind", async () => {
  const caller = createCaller(ada);
  await expect(caller.forecast.submit({ questionId, probabilities: [0] })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: { code: "probability_must_be_within_bounds" },
  });
  await expect(
    createCaller(anonymous(database.prisma)).forecast.submit({ questionId, probabilities: [0.5] }),
  ).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await expect(caller.forecast.withdraw({ questionId })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("no answer of the forecast, question and score procedures gives a hidden crowd away", async () => {
  const secret = 0.123;
  await createCaller(ada).forecast.submit({ questionId, probabilities: [secret], rationale: "Just so." });
  const reader = createCaller(await someone(database.prisma));
  const told = JSON.stringify([
    await reader.forecast.own({ questionId }),
    await reader.forecast.ofQuestion({ questionId }),
    await reader.forecast.ofUser({ name: "Ada" }),
    await reader.forecast.mine(),
    await reader.forecast.submit({ questionId, probabilities: [0.5] }),
    await reader.forecast.withdraw({ questionId }),
    await reader.question.bySlug({ slug }),
    await reader.question.crowd({ slug }),
    await reader.question.list({}),
    await reader.score.ofQuestion({ slug }),
    await reader.score.explain({ slug, name: "Ada" }),
    await reader.board.record({ name: "Ada" }),
    await reader.calibration.read({ name: "Ada" }),
  ]);
  expect(told).not.toContain(String(secret));
  expect(told).not.toContain("Just so.");
  expect(told).not.toContain(String((secret + 0.5) / 2));
});

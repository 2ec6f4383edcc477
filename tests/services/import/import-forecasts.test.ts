import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { importForecasts } from "#services/import/import-forecasts.ts";
import { aBatch, aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("imported probabilities are kept to the last digit, in the order in which they were told", async () => {
  const { prisma } = database;
  const ada = await someone(prisma);
  const question = await aQuestion(prisma, await someone(prisma, "moderator"));
  const told = [0.1 + 0.2, 1 / 3, 0.7000000000000001, 0, 1].map((probability) => ({
    forecasterId: ada.actor.id,
    madeAt: question.opensAt,
    probabilities: [probability],
    rationale: `I say ${probability}.`,
  }));
  const batch = await aBatch(prisma);
  await prisma.$transaction((tx) => importForecasts(tx, batch, question.id, told));
  const kept = await prisma.$queryRaw<{ probabilities: number[]; rationale: string }[]>`
    SELECT probabilities, rationale FROM forecasts WHERE question_id = ${question.id}::uuid ORDER BY sequence`;
  expect(kept).toEqual(told.map(({ probabilities, rationale }) => ({ probabilities, rationale })));
  const [active] = await prisma.$queryRaw<{ probabilities: number[] }[]>`
    SELECT probabilities FROM active_forecasts WHERE question_id = ${question.id}::uuid`;
  expect(active?.probabilities).toEqual([1]);
});

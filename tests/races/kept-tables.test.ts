import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { rebuildActiveForecasts } from "#services/forecast/rebuild-active-forecasts.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";
import { calibrationRows } from "#tests/support/calibration-rows.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { rebuildScoreTables } from "#tests/support/rebuild-score-tables.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;

let database: Database;
let moderator: Person;
let people: Person[];
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  people = [];
  for (let i = 0; i < 20; i++) people.push(await someone(database.prisma));
});
afterAll(() => database.close());

test("the crowd that 20 people at once leave on one question is the one their forecasts give when told in order", async () => {
  const { id: questionId } = await aQuestion(database.prisma, moderator);
  await Promise.all(
    people.map(async (person, i) => {
      for (let n = 0; n < 5; n++) {
        await submitForecast(person, { questionId, probabilities: [((i * 31 + n * 17) % 97) / 100 + 0.01] });
      }
      if (i % 4 === 0) await withdrawForecast(person, { questionId });
    }),
  );
  const read = async () => ({
    activeForecasts: await database.prisma.activeForecast.findMany({
      where: { questionId },
      orderBy: { forecasterId: "asc" },
    }),
    steps: await database.prisma.crowdStep.findMany({ where: { questionId }, orderBy: { number: "asc" } }),
  });
  const kept = await read();
  expect(kept.activeForecasts).toHaveLength(15);
  await database.prisma.$transaction((tx) => rebuildActiveForecasts(tx, { questionId }));
  expect(await read()).toEqual(kept);
});

test("boards and calibration that 24 answers at once add to are the sums of all of them", async () => {
  const closesAt = new Date("2025-03-05T04:00:00.000Z");
  const opensAt = new Date("2025-03-01T00:00:00.000Z");
  const questions: Awaited<ReturnType<typeof aQuestion>>[] = [];
  for (let q = 0; q < 24; q++) {
    const question = await aQuestion(database.prisma, moderator, { opensAt, closesAt });
    await pastForecasts(
      database.prisma,
      question,
      people
        .slice(0, 8)
        .map((by, p) => ({ by, atHour: q + p, probabilities: [((q * 13 + p * 29) % 97) / 100 + 0.01] })),
    );
    questions.push(question);
  }
  await Promise.all(
    questions.map((question, q) =>
      anAnswer(database.prisma, question, { outcome: q % 2 ? "yes" : "no", knownAtHour: 90 }),
    ),
  );
  const read = async () => ({
    boards: await database.prisma.boardEntry.findMany({ orderBy: [{ scope: "asc" }, { forecasterId: "asc" }] }),
    cells: await calibrationRows(database.prisma),
  });
  const kept = await read();
  expect(kept.boards.map(({ questions }) => questions)).toEqual(Array.from({ length: 16 }, () => 24));
  await rebuildScoreTables(job(database.prisma));
  expect(await read()).toEqual(kept);
});

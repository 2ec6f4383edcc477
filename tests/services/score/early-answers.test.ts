import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { enterDueScores } from "#services/score/enter-due-scores.ts";
import { calibrationRows } from "#tests/support/calibration-rows.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: ServiceContext;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const scopes = async () =>
  [...new Set((await database.prisma.boardEntry.findMany()).map(({ scope }) => scope.replace(/:.*/, "")))].sort();

test("an early answer joins its season at the scheduled close and calibration at the deadline, once", async () => {
  const ada = await someone(database.prisma);
  const closesAt = new Date(Date.now() + 6000);
  const question = await aQuestion(database.prisma, moderator, {
    opensAt: new Date(closesAt.getTime() - 100 * HOUR_MS),
    closesAt,
    deadlineAt: new Date(closesAt.getTime() + 1500),
  });
  await pastForecasts(database.prisma, question, [{ by: ada, atHour: 0, probabilities: [0.7] }]);
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 50 });
  expect(await scopes()).toEqual(["all"]);
  expect(await calibrationRows(database.prisma)).toEqual([]);
  await untilEntered({ inSeason: true, inCalibration: false });
  expect(await scopes()).toEqual(["all", "season"]);
  expect(await calibrationRows(database.prisma)).toEqual([]);
  await untilEntered({ inSeason: true, inCalibration: true });
  await enterDueScores(job(database.prisma));
  const [own, crowd] = await calibrationRows(database.prisma);
  expect([crowd?.weightNanos, own?.weightNanos]).toEqual([500_000_000n, 500_000_000n]);
  expect((await database.prisma.boardEntry.findMany()).map(({ questions }) => questions)).toEqual([1, 1]);
  await anAnswer(database.prisma, question, { outcome: null, knownAtHour: 50 });
  expect(await database.prisma.boardEntry.count()).toBe(0);
  expect(await calibrationRows(database.prisma)).toEqual([]);
});

/** Runs the job until the question has joined what the clock lets it join. */
async function untilEntered(flags: { inSeason: boolean; inCalibration: boolean }): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    await enterDueScores(job(database.prisma));
    if ((await database.prisma.currentScoreRun.count({ where: flags })) === 1) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("The question never joined.");
}

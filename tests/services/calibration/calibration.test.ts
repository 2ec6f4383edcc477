import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { calibrationOf } from "#services/calibration/queries.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const HOUR_MS = 3_600_000;
let database: Database;
const opensAt = new Date("2025-01-01T00:00:00.000Z");

/** Ten questions of 20 days: Ada says 70 % all the time and 7 of them come true; Ben says 20 % from day 10 on. */
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  const ada = await someone(database.prisma, "forecaster", "Ada");
  const ben = await someone(database.prisma, "forecaster", "Ben");
  const topic = await database.prisma.topic.create({
    data: { slug: "muscat", title: "Muscat", summary: "", createdById: moderator.actor.id },
  });
  const closesAt = new Date(opensAt.getTime() + 480 * HOUR_MS);
  for (let q = 0; q < 10; q++) {
    const question = await aQuestion(database.prisma, moderator, {
      opensAt,
      closesAt,
      topicId: q < 2 ? topic.id : null,
    });
    await pastForecasts(database.prisma, question, [
      { by: ada, atHour: 0, probabilities: [0.7] },
      { by: ben, atHour: 240, probabilities: [0.2] },
    ]);
    await anAnswer(database.prisma, question, { outcome: q < 7 ? "yes" : "no", knownAtHour: 480 });
  }
});
afterAll(() => database.close());

const ask = (input: Parameters<typeof calibrationOf>[1]) => calibrationOf(anonymous(database.prisma), input);
const filled = ({ bins }: Awaited<ReturnType<typeof ask>>) =>
  bins.filter((bin) => bin.weight > 0).map(({ upper, weight, rate }) => [upper, weight, rate]);

test("a person's bins weigh each question by the share of its time they stood", async () => {
  expect(filled(await ask({ name: "Ada" }))).toEqual([[0.7, 10, 0.7]]);
  expect(filled(await ask({ name: "Ben" }))).toEqual([[0.2, 5, 0.7]]);
});

test("the crowd has a calibration of its own: 70 % for half the time, then the middle of 70 % and 20 %", async () => {
  const crowd = await ask({});
  expect(crowd.name).toBeNull();
  expect(filled(crowd)).toEqual([
    [0.5, 5, 0.7],
    [0.7, 5, 0.7],
  ]);
});

test("it can be asked for one topic and one horizon before the answer", async () => {
  expect(filled(await ask({ name: "Ada", topic: "muscat" }))).toEqual([[0.7, 2, 1]]);
  // Of 20 days the last 7 are under a week before the answer, and 13 are one to four weeks before it.
  const near = await ask({ name: "Ada", horizon: 0 });
  expect(near.weight).toBeCloseTo(3.5, 6);
  expect((await ask({ name: "Ada", horizon: 1 })).weight).toBeCloseTo(6.5, 6);
  expect((await ask({ name: "Ada", horizon: 2 })).weight).toBe(0);
  expect(near.horizons.map(({ isKnown }) => isKnown)).toEqual([true, true, false, false]);
});

test("it can be asked for the season in which questions closed", async () => {
  expect(filled(await ask({ name: "Ada", season: "2025-q1" }))).toEqual([[0.7, 10, 0.7]]);
  expect((await ask({ name: "Ada", season: "2025-q2" })).weight).toBe(0);
});

test("it comes with its parts, its error and a test, all of the same cells", async () => {
  const { corp, measures, bins } = await ask({ name: "Ben" });
  // Half of ten questions at 20 %, of which 70 % came true: constant, so nothing is discriminated.
  expect(corp?.parts.score).toBeCloseTo(0.7 * 0.64 + 0.3 * 0.04, 9);
  expect(corp?.parts.miscalibration).toBeCloseTo(0.25, 9);
  expect(corp?.parts.discrimination).toBeCloseTo(0, 9);
  expect(measures?.error).toEqual({ expected: expect.closeTo(0.5, 9), maximum: expect.closeTo(0.5, 9) });
  expect(measures?.spiegelhalter?.z).toBeGreaterThan(1.96);
  const bin = bins.find(({ weight }) => weight > 0);
  for (const interval of [bin?.interval, bin?.jeffreys, bin?.clopperPearson]) {
    expect(interval?.lower).toBeLessThan(0.7);
    expect(interval?.upper).toBeGreaterThan(0.7);
  }
});

test("somebody without answered questions has ten empty bins", async () => {
  await someone(database.prisma, "forecaster", "Zoe");
  const { bins, weight, corp } = await ask({ name: "Zoe" });
  expect([bins.length, weight, corp]).toEqual([10, 0, null]);
});

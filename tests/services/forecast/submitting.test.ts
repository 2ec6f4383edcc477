import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: ServiceContext;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const stepsOf = (questionId: string) =>
  database.prisma.crowdStep.findMany({ where: { questionId }, orderBy: { number: "asc" } });

describe("submitting a forecast", () => {
  test("it is stored with the database's time, stands, and moves the crowd", async () => {
    const [ada, ben] = [await someone(database.prisma), await someone(database.prisma)];
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    const first = await submitForecast(ada, { questionId, probabilities: [0.2] });
    expect(first.crowd).toEqual({ probabilities: [0.2], lowerQuartile: [0.2], upperQuartile: [0.2], forecasters: 1 });
    const second = await submitForecast(ben, { questionId, probabilities: [0.6], rationale: "A reason." });
    expect(second.crowd).toMatchObject({ probabilities: [0.4], forecasters: 2 });
    const stored = await database.prisma.forecast.findUniqueOrThrow({ where: { id: second.id } });
    expect(stored).toMatchObject({ madeAt: second.madeAt, probabilities: [0.6], rationale: "A reason." });
    expect(Math.abs(second.madeAt.getTime() - Date.now())).toBeLessThan(60_000);
    const active = await database.prisma.activeForecast.findMany({ where: { questionId }, orderBy: { madeAt: "asc" } });
    expect(active.map((row) => row.forecastId)).toEqual([first.id, second.id]);
  });

  test("an update replaces what stands and keeps what was said before", async () => {
    const ada = await someone(database.prisma);
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    await submitForecast(ada, { questionId, probabilities: [0.2] });
    const { crowd } = await submitForecast(ada, { questionId, probabilities: [0.9] });
    expect(crowd).toMatchObject({ probabilities: [0.9], forecasters: 1 });
    expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(2);
    expect(await database.prisma.activeForecast.findMany({ where: { questionId } })).toMatchObject([
      { probabilities: [0.9] },
    ]);
  });

  test("a probability that is a hair beyond its bound, as 99.9 / 100 is, is kept as the bound", async () => {
    const ada = await someone(database.prisma);
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    expect(await submitForecast(ada, { questionId, probabilities: [99.9 / 100] })).toMatchObject({
      probabilities: [0.999],
    });
    const { id: listed } = await aQuestion(database.prisma, moderator, { options: ["a", "b"] });
    await submitForecast(ada, { questionId: listed, probabilities: [99.9 / 100, 0.1 / 100] });
    const active = await database.prisma.activeForecast.findMany({
      where: { questionId: { in: [questionId, listed] } },
    });
    expect(active.map(({ probabilities }) => probabilities)).toEqual([[0.999], [0.999, 0.001]]);
  });

  test("a multiple choice takes one probability per option and normalises a sum that is off by rounding", async () => {
    const ada = await someone(database.prisma);
    const { id: questionId } = await aQuestion(database.prisma, moderator, { options: ["a", "b", "c"] });
    const { probabilities } = await submitForecast(ada, { questionId, probabilities: [0.2, 0.3, 0.5000005] });
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    await expect(submitForecast(ada, { questionId, probabilities: [0.2, 0.3, 0.6] })).rejects.toMatchObject({
      code: "probabilities_must_sum_to_one",
      field: "probabilities",
    });
    await expect(submitForecast(ada, { questionId, probabilities: [0.5, 0.5] })).rejects.toMatchObject({
      code: "probabilities_must_fit_question",
    });
  });

  test.each([0, 0.0009, 0.9991, 1, -0.2, Number.NaN])("a probability of %d is refused", async (probability) => {
    const ada = await someone(database.prisma);
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    await expect(submitForecast(ada, { questionId, probabilities: [probability] })).rejects.toMatchObject({
      code: "probability_must_be_within_bounds",
    });
  });

  test("before the opening, after the close and before publication nothing is taken, and the error says which", async () => {
    const ada = await someone(database.prisma);
    const hour = 3_600_000;
    const cases = [
      [{ opensAt: new Date(Date.now() + hour), closesAt: new Date(Date.now() + 2 * hour) }, "not_yet"],
      [{ closesAt: new Date(Date.now() - hour) }, "over"],
    ] as const;
    for (const [rows, reason] of cases) {
      const { id: questionId } = await aQuestion(database.prisma, moderator, rows);
      const refused = submitForecast(ada, { questionId, probabilities: [0.5] });
      await expect(refused).rejects.toMatchObject({
        code: "question_must_be_open",
        values: { reason, at: expect.any(Date) },
      });
      expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(0);
    }
    const draft = await aQuestion(database.prisma, moderator, { isPublished: false });
    const asReader = submitForecast(ada, { questionId: draft.id, probabilities: [0.5] });
    await expect(asReader).rejects.toMatchObject({ code: "subject_must_exist" });
    const asReviewer = submitForecast(moderator, { questionId: draft.id, probabilities: [0.5] });
    await expect(asReviewer).rejects.toMatchObject({ code: "question_must_be_open" });
  });

  test("only somebody signed in may forecast", async () => {
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    const refused = submitForecast(anonymous(database.prisma), { questionId, probabilities: [0.5] });
    await expect(refused).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
  });

  test("while the crowd is hidden, the answer to a forecast does not tell it", async () => {
    const ada = await someone(database.prisma);
    const revealAt = new Date(Date.now() + 3_600_000);
    const { id: questionId } = await aQuestion(database.prisma, moderator, { revealAt });
    expect((await submitForecast(ada, { questionId, probabilities: [0.3] })).crowd).toBeNull();
    expect((await withdrawForecast(ada, { questionId })).crowd).toBeNull();
  });

  test("a bot's forecast stands but is no part of the crowd", async () => {
    const [ada, bot] = [await someone(database.prisma), await someone(database.prisma)];
    await database.prisma.user.update({ where: { id: bot.actor.id }, data: { isBot: true } });
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    await submitForecast(ada, { questionId, probabilities: [0.2] });
    const { crowd } = await submitForecast(bot, { questionId, probabilities: [0.9] });
    expect(crowd).toMatchObject({ probabilities: [0.2], forecasters: 1 });
    expect(await database.prisma.activeForecast.count({ where: { questionId } })).toBe(2);
  });
});

describe("an idempotency key", () => {
  test("sent again with the same body answers with the same forecast", async () => {
    const ada = await someone(database.prisma);
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    const body = { questionId, probabilities: [0.3], idempotencyKey: "k1" };
    const [first, again] = [await submitForecast(ada, body), await submitForecast(ada, body)];
    expect(again).toEqual(first);
    expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(1);
  });

  test("is refused with another body, on another question too, and belongs to one person", async () => {
    const [ada, ben] = [await someone(database.prisma), await someone(database.prisma)];
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    const { id: other } = await aQuestion(database.prisma, moderator);
    await submitForecast(ada, { questionId, probabilities: [0.3], idempotencyKey: "k2" });
    const reused = { code: "idempotency_key_must_not_be_reused" };
    const send = (body: { questionId: string; probabilities: number[]; rationale?: string }) =>
      submitForecast(ada, { ...body, idempotencyKey: "k2" });
    await expect(send({ questionId, probabilities: [0.4] })).rejects.toMatchObject(reused);
    await expect(send({ questionId, probabilities: [0.3], rationale: "New." })).rejects.toMatchObject(reused);
    await expect(send({ questionId: other, probabilities: [0.3] })).rejects.toMatchObject(reused);
    await submitForecast(ben, { questionId, probabilities: [0.3], idempotencyKey: "k2" });
    expect(await database.prisma.forecast.count({ where: { questionId } })).toBe(2);
  });
});

describe("withdrawing", () => {
  test("it ends what stands, and the crowd goes on without it", async () => {
    const [ada, ben] = [await someone(database.prisma), await someone(database.prisma)];
    const { id: questionId } = await aQuestion(database.prisma, moderator);
    await submitForecast(ada, { questionId, probabilities: [0.2] });
    await submitForecast(ben, { questionId, probabilities: [0.6] });
    const { crowd } = await withdrawForecast(ben, { questionId });
    expect(crowd).toMatchObject({ probabilities: [0.2], forecasters: 1 });
    expect((await withdrawForecast(ada, { questionId })).crowd).toMatchObject({ probabilities: [], forecasters: 0 });
    expect((await stepsOf(questionId)).map((step) => step.forecasters)).toEqual([1, 2, 1, 0]);
    await expect(withdrawForecast(ada, { questionId })).rejects.toMatchObject({ code: "forecast_must_be_active" });
    await submitForecast(ada, { questionId, probabilities: [0.7] });
    expect((await stepsOf(questionId)).at(-1)).toMatchObject({ probabilities: [0.7], forecasters: 1 });
  });
});

test("a probability is kept to its last bit", async () => {
  const ada = await someone(database.prisma);
  const { id: questionId } = await aQuestion(database.prisma, moderator);
  const exact = 0.28 + 0.01;
  const { crowd } = await submitForecast(ada, { questionId, probabilities: [exact] });
  const [stored] = await database.run("SELECT probabilities[1] AS kept FROM forecasts WHERE question_id = $1", [
    questionId,
  ]);
  expect([stored?.kept, crowd?.probabilities[0]]).toEqual([exact, exact]);
  expect(exact).not.toBe(0.29);
});

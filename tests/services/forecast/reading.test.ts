import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { forecastsOfQuestion } from "#services/forecast/forecasts-of-question.ts";
import { forecastsOfUser } from "#services/forecast/forecasts-of-user.ts";
import { myForecasts } from "#services/forecast/my-forecasts.ts";
import { ownForecasts } from "#services/forecast/own-forecasts.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;

const HOUR_MS = 3_600_000;
let database: Database;
let moderator: Person;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  [ada, ben] = [
    await someone(database.prisma, "forecaster", "Ada"),
    await someone(database.prisma, "forecaster", "Ben"),
  ];
});
afterAll(() => database.close());

const at = (who: Person) => ({ ...who, now: new Date() });

describe("while the crowd is hidden", () => {
  let questionId: string;
  beforeAll(async () => {
    const revealAt = new Date(Date.now() + HOUR_MS / 2);
    ({ id: questionId } = await aQuestion(database.prisma, moderator, { revealAt }));
    await submitForecast(ada, { questionId, probabilities: [0.2], rationale: "Because." });
    await submitForecast(ben, { questionId, probabilities: [0.6] });
  });

  test("a list of its forecasts holds one's own and nobody else's", async () => {
    const list = await forecastsOfQuestion(at(ada), { questionId });
    expect(list).toMatchObject({ isHidden: true, items: [{ name: "Ada", probabilities: [0.2] }] });
    expect(list.items).toHaveLength(1);
    for (const reader of [anonymous(database.prisma), at(moderator)]) {
      expect((await forecastsOfQuestion(reader, { questionId })).items).toEqual([]);
    }
  });

  test("a person's page leaves those forecasts out, except for themselves", async () => {
    expect((await forecastsOfUser(anonymous(database.prisma), { name: "ada" })).items).toEqual([]);
    expect((await forecastsOfUser(at(ben), { name: "ada" })).items).toEqual([]);
    expect((await forecastsOfUser(at(ada), { name: "ADA" })).items).toHaveLength(1);
  });

  test("the entry tells what one said oneself, and no crowd", async () => {
    const entry = await ownForecasts(at(ada), { questionId });
    expect(entry.crowd).toEqual({ isHidden: true, now: null, weekAgo: null });
    expect(entry.active).toMatchObject({ probabilities: [0.2], rationale: "Because." });
  });

  test("once it is revealed everybody may read all of it", async () => {
    const later = { ...anonymous(database.prisma), now: new Date(Date.now() + HOUR_MS) };
    const list = await forecastsOfQuestion(later, { questionId });
    expect(list.items.map(({ name }) => name)).toEqual(["Ben", "Ada"]);
    expect(list.isHidden).toBe(false);
  });
});

test("one's own history ends each forecast where the next one or a withdrawal began", async () => {
  const { id: questionId } = await aQuestion(database.prisma, moderator);
  const first = await submitForecast(ada, { questionId, probabilities: [0.2] });
  const second = await submitForecast(ada, { questionId, probabilities: [0.3] });
  const { madeAt: withdrawnAt } = await withdrawForecast(ada, { questionId });
  const entry = await ownForecasts(at(ada), { questionId });
  expect(entry.history).toMatchObject([
    { madeAt: first.madeAt, endedAt: second.madeAt, probabilities: [0.2] },
    { madeAt: second.madeAt, endedAt: withdrawnAt, probabilities: [0.3] },
  ]);
  expect(entry.active).toBeNull();
  expect((await ownForecasts(anonymous(database.prisma), { questionId })).history).toEqual([]);
});

test("forecasts made when the answer was known stay visible and are marked as late", async () => {
  const question = await aQuestion(database.prisma, moderator, { closesAt: new Date(Date.now() - HOUR_MS) });
  const [cleo, dora] = [await someone(database.prisma), await someone(database.prisma)];
  await pastForecasts(database.prisma, question, [
    { by: cleo, atHour: 0.5, probabilities: [0.4] },
    { by: dora, atHour: 1.5, probabilities: [0.9] },
  ]);
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 1.5 });
  const { items } = await forecastsOfQuestion(anonymous(database.prisma), { questionId: question.id });
  expect(items.map(({ name, isLate, isImported }) => ({ name, isLate, isImported }))).toEqual([
    { name: dora.actor.name, isLate: true, isImported: true },
    { name: cleo.actor.name, isLate: false, isImported: true },
  ]);
  const ofDora = await forecastsOfUser(anonymous(database.prisma), { name: dora.actor.name });
  expect(ofDora.items).toMatchObject([{ isLate: true, answer: "Yes" }]);
});

test("a list goes on from its cursor and ends", async () => {
  const { id: questionId } = await aQuestion(database.prisma, moderator);
  for (const p of [0.1, 0.2, 0.3]) await submitForecast(ada, { questionId, probabilities: [p] });
  const first = await forecastsOfQuestion(at(ada), { questionId, limit: 2 });
  expect(first.items.map(({ probabilities, stands }) => [probabilities[0], stands])).toEqual([
    [0.3, true],
    [0.2, false],
  ]);
  const second = await forecastsOfQuestion(at(ada), { questionId, limit: 2, cursor: first.nextCursor ?? "" });
  expect([second.items.map(({ probabilities }) => probabilities[0]), second.nextCursor]).toEqual([[0.1], null]);
});

test("a forecast that is no longer active was replaced, or withdrawn", async () => {
  const { id: questionId } = await aQuestion(database.prisma, moderator);
  for (const p of [0.1, 0.2]) await submitForecast(ada, { questionId, probabilities: [p] });
  await withdrawForecast(ada, { questionId });
  await submitForecast(ada, { questionId, probabilities: [0.3] });
  const { items } = await forecastsOfQuestion(at(ada), { questionId });
  expect(items.map(({ probabilities, stands, isWithdrawn }) => [probabilities[0], stands, isWithdrawn])).toEqual([
    [0.3, true, false],
    [0.2, false, true],
    [0.1, false, false],
  ]);
});

test("my forecasts are told by what comes next: closing soon, active, waiting for an answer", async () => {
  const eve = await someone(database.prisma);
  const soon = await aQuestion(database.prisma, moderator);
  const later = await aQuestion(database.prisma, moderator, {
    opensAt: new Date(Date.now() - HOUR_MS),
    closesAt: new Date(Date.now() + 30 * 24 * HOUR_MS),
  });
  const closed = await aQuestion(database.prisma, moderator, { closesAt: new Date(Date.now() - HOUR_MS) });
  const answered = await aQuestion(database.prisma, moderator, { closesAt: new Date(Date.now() - HOUR_MS) });
  for (const { id: questionId } of [soon, later]) await submitForecast(eve, { questionId, probabilities: [0.5] });
  for (const question of [closed, answered]) {
    await pastForecasts(database.prisma, question, [{ by: eve, atHour: 0, probabilities: [0.5] }]);
  }
  await anAnswer(database.prisma, answered, { outcome: "no", knownAtHour: 2 });
  const mine = await myForecasts(at(eve));
  const ids = (rows: typeof mine.active) => rows.map(({ question }) => question.id);
  expect([ids(mine.closingSoon), ids(mine.active), ids(mine.unscored)]).toEqual([[soon.id], [later.id], [closed.id]]);
  await expect(myForecasts(anonymous(database.prisma))).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
});

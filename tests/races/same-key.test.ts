import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { times } from "#tests/support/chance.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { meetingOf } from "#tests/support/meeting-of.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise F5: a submission sent five times at once is one forecast. */
const KEYS = times(300);
const TIMES = 5;
const PEOPLE = 20;

let database: Database;
let people: Awaited<ReturnType<typeof someone>>[];
let questions: string[];
beforeAll(async () => {
  database = await testDatabase();
  const moderator: ServiceContext = await someone(database.prisma, "moderator");
  people = [];
  questions = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await someone(database.prisma));
  for (let i = 0; i < 10; i++) questions.push((await aQuestion(database.prisma, moderator)).id);
});
afterAll(() => database.close());

test(`F5: ${KEYS} keys, each sent ${TIMES} times at once, are ${KEYS} forecasts with ${KEYS} answers`, async () => {
  const answers: Set<string>[] = [];
  for (let from = 0; from < KEYS; from += PEOPLE) {
    const wave = people.map(async (person, i) => {
      const key = from + i;
      const body = {
        questionId: questions[key % questions.length] ?? "",
        probabilities: [0.01 + (key % 98) / 100],
        idempotencyKey: `key-${key}`,
      };
      const sent = await Promise.all(Array.from({ length: TIMES }, () => submitForecast(person, body)));
      answers.push(new Set(sent.map(({ id, madeAt }) => `${id} ${madeAt.getTime()}`)));
    });
    await Promise.all(wave);
  }
  expect(answers.map((answer) => answer.size)).toEqual(Array.from({ length: KEYS }, () => 1));
  expect(await database.prisma.forecast.count()).toBe(KEYS);
});

test("F5: one key sent at once to five questions is taken by exactly one of them", async () => {
  for (let round = 0; round < 20; round++) {
    const person = people[round] as ServiceContext;
    const sent = await Promise.allSettled(
      questions
        .slice(0, TIMES)
        .map((questionId) =>
          submitForecast(person, { questionId, probabilities: [0.5], idempotencyKey: `everywhere-${round}` }),
        ),
    );
    const refused = sent.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(TIMES - 1);
    for (const error of refused) {
      expect(error instanceof DomainError && error.code).toBe("idempotency_key_must_not_be_reused");
    }
  }
});

test("what this would catch: look, then write, without a lock", async () => {
  await database.run("DROP INDEX forecasts_forecaster_id_idempotency_key_key");
  const [person] = people;
  const questionId = questions[0] as string;
  const idempotencyKey = "unlocked";
  const meet = meetingOf(TIMES);
  const lookThenWrite = () =>
    database.prisma.$transaction(async (tx) => {
      const made = await tx.forecast.findFirst({ where: { idempotencyKey } });
      await meet();
      const forecasterId = person?.actor.id ?? "";
      return made ?? tx.forecast.create({ data: { questionId, forecasterId, probabilities: [0.5], idempotencyKey } });
    });
  await Promise.all(Array.from({ length: TIMES }, lookThenWrite));
  expect(await database.prisma.forecast.count({ where: { idempotencyKey } })).toBe(TIMES);
});

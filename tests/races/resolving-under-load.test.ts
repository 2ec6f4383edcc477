import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { yesBy } from "#tests/support/answers.ts";
import { trade } from "#tests/support/as-requested.ts";
import { times } from "#tests/support/chance.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

/** Promise R6: fifty clients forecast and trade while an admin resolves. */
const CLIENTS = 50;
const ROUNDS = times(6);

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let admin: typeof moderator;
let people: ServiceContext[];
let topicId: string;
let evidence: string;
beforeAll(async () => {
  database = await testDatabase();
  [moderator, admin] = [await someone(database.prisma, "moderator"), await someone(database.prisma, "admin")];
  people = await Promise.all(Array.from({ length: CLIENTS }, () => aTrader(database.prisma)));
  topicId = await someTopic(moderator);
  ({ id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() }));
});
afterAll(() => database.close());

const TOO_LATE = ["question_must_be_open", "load_must_stay_within_capacity"];

/** What a client was told: the id of what it wrote, or null where it came too late. */
async function acknowledged(act: () => Promise<{ id: string }>): Promise<string | null> {
  try {
    return (await act()).id;
  } catch (error) {
    if (error instanceof DomainError && TOO_LATE.includes(error.code)) return null;
    throw error;
  }
}

/** Whatever was written once the answer was final. */
const afterFinal = (questionId: string) =>
  database.run(
    `SELECT w.id FROM (SELECT id, question_id, made_at FROM forecasts UNION ALL SELECT id, question_id, made_at FROM trades) w
      JOIN final_resolutions f ON f.question_id = w.question_id WHERE w.question_id = $1 AND w.made_at > f.final_at`,
    [questionId],
  );

async function resolveUnderLoad(round: number) {
  const db = database.prisma;
  const { id: questionId } = await aMarket(db, moderator, { topicId, challengeWindowHours: 0 });
  const answer = yesBy(evidence);
  await submitForecast(admin, { questionId, probabilities: [0.4] });
  const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer });
  // Some come before the answer, some while it is made final, and some once it is.
  let [begun, done] = [() => {}, () => {}];
  const isBegun = new Promise<void>((begins) => {
    begun = begins;
  });
  const isDone = new Promise<void>((ends) => {
    done = ends;
  });
  const clients = people.map(async (person, i) => {
    if (i % 5 === 3) await isBegun;
    if (i % 5 === 4) await isDone;
    await sleep((i * 13 + round * 29) % 200);
    if (i % 2 === 0) return acknowledged(() => submitForecast(person, { questionId, probabilities: [0.1 + i / 100] }));
    const order = {
      kind: "buy_budget",
      questionId,
      outcome: i % 4 === 1 ? 0 : 1,
      side: "yes",
      budgetMicros: CREDIT,
    } as const;
    return acknowledged(() => trade(person, { ...order, idempotencyKey: aKey() }));
  });
  const resolving = Promise.race(clients.filter((_, i) => i % 5 < 3)).then(() => {
    begun();
    return approveResolution(admin, { resolutionId, note: "" }).finally(done);
  });
  const [told] = await Promise.all([Promise.all(clients), resolving]);
  const rows = await database.run(
    "SELECT id::text FROM forecasts WHERE question_id = $1 AND forecaster_id <> $2 UNION ALL SELECT id::text FROM trades WHERE question_id = $1",
    [questionId, admin.actor.id],
  );
  return {
    questionId,
    told: told.filter((id) => id !== null).toSorted(),
    stored: rows.map(({ id }) => String(id)).toSorted(),
  };
}

test(`R6: ${ROUNDS} × ${CLIENTS} clients forecast and trade while the answer is made final: nothing comes after it, nothing acknowledged is lost, and the sums are exact`, async () => {
  let taken = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { questionId, told, stored } = await resolveUnderLoad(round);
    expect(stored).toEqual(told);
    expect(await afterFinal(questionId)).toEqual([]);
    expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
    expect(await database.prisma.scoreRun.count({ where: { questionId } })).toBe(1);
    expect(await database.prisma.marketSettlement.count({ where: { questionId } })).toBe(1);
    taken += stored.length;
  }
  console.log(`R6: ${taken} of ${ROUNDS * CLIENTS} acts taken, 0 of them after the answer`);
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(ROUNDS * CLIENTS);
});

test("R6 sees a forecast that the database lets in after the answer", async () => {
  const { questionId } = await resolveUnderLoad(ROUNDS);
  await database.run("ALTER TABLE forecasts DISABLE TRIGGER admit");
  const { finalAt } = await database.prisma.finalResolution.findUniqueOrThrow({ where: { questionId } });
  const madeAt = new Date(finalAt.getTime() + 1);
  const late = { questionId, forecasterId: admin.actor.id, madeAt, probabilities: [0.9] };
  const { id } = await database.prisma.forecast.create({ data: late, select: { id: true } });
  expect(await afterFinal(questionId)).toEqual([{ id }]);
});

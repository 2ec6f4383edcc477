import { afterEach, beforeEach, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { addTournamentQuestions } from "#services/tournament/add-tournament-questions.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import { grantCredits, placeOrder } from "#tests/support/as-requested.ts";
import { times } from "#tests/support/chance.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { secondPool } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { deadlocksDuring } from "./deadlocks.ts";

/** Promise M11: acts of different kinds take what they share in one order, so that none waits for another in a ring. */
const ROUNDS = times(6);

let database: Database;
let pool: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let admin: typeof moderator;
beforeEach(async () => {
  database = await testDatabase();
  const [row] = await database.run("SELECT current_database() AS name");
  // Connections from here on see sooner that they wait for each other.
  await database.run(`ALTER DATABASE ${row?.name} SET deadlock_timeout = '20ms'`);
  pool = await secondPool(database);
  [moderator, admin] = [await someone(pool.prisma, "moderator"), await someone(pool.prisma, "admin")];
});
afterEach(async () => {
  await pool.close();
  await database.close();
});

/** Lets acts happen at once; a rule may refuse one, nothing else may. */
async function atOnce(acts: readonly Promise<unknown>[]): Promise<number> {
  const sent = await Promise.allSettled(acts);
  for (const result of sent)
    if (result.status === "rejected" && !(result.reason instanceof DomainError)) throw result.reason;
  return sent.filter(({ status }) => status === "fulfilled").length;
}

test("tournaments are made, filled and published while their questions are answered, without a deadlock", async () => {
  const topicId = await someTopic(moderator);
  const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
  const forecaster = await someone(pool.prisma);
  const round = async (number: number) => {
    const questions: { slug: string; resolutionId: string }[] = [];
    for (let i = 0; i < 5; i++) {
      const { id: questionId, slug } = await aQuestion(pool.prisma, moderator, { topicId, challengeWindowHours: 0 });
      await submitForecast(forecaster, { questionId, probabilities: [0.7] });
      const at = new Date();
      const answer = { outcome: "yes", voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [evidence] };
      const { id } = await proposeResolution(moderator, { questionId, ...answer, note: "Seen." });
      questions.push({ slug, resolutionId: id });
    }
    const span = { startsAt: new Date("2025-01-01T00:00:00Z"), endsAt: new Date("2099-01-01T00:00:00Z") };
    const slugs = questions.map(({ slug }) => ({ slug }));
    const empty = { title: `Filled ${number}`, summary: "", ...span, questions: slugs.slice(0, 1) };
    const { slug } = await createTournament(admin, empty);
    return atOnce([
      ...questions.map(({ resolutionId }) => approveResolution(admin, { resolutionId, note: "" })),
      createTournament(admin, { ...empty, title: `Made ${number}`, questions: slugs.toReversed() }),
      addTournamentQuestions(admin, { slug, questions: slugs.slice(1).toReversed() }),
      publishDueTables(job(pool.prisma)),
    ]);
  };
  let done = 0;
  const deadlocks = await deadlocksDuring([pool], async () => {
    for (let number = 0; number < ROUNDS; number++) done += await round(number);
  });
  expect({ deadlocks, done }).toEqual({ deadlocks: 0, done: ROUNDS * 8 });
  console.log(`M11: ${done} approvals, tournaments and tables at once, ${deadlocks} deadlocks`);
});

const order = (questionId: string, side: "yes" | "no", limitMicros: bigint) => ({
  questionId,
  outcome: 0,
  side,
  action: "buy" as const,
  sharesMicros: 4n * CREDIT,
  limitMicros,
  idempotencyKey: aKey(),
});

test("two people whose orders meet each other's in two markets at once do not wait in a ring", async () => {
  const people = [await aTrader(pool.prisma), await aTrader(pool.prisma)] as const;
  const deadlocks = await deadlocksDuring([pool], async () => {
    for (let number = 0; number < 4 * ROUNDS; number++) {
      const markets = await Promise.all(people.map(() => aMarket(pool.prisma, moderator, { liquidity: 1n })));
      // Each rests in one market, and meets the other's order in the other one.
      for (const [i, { id }] of markets.entries()) await placeOrder(people[i]!, order(id, "yes", 300_000n));
      await atOnce(markets.map(({ id }, i) => placeOrder(people[1 - i]!, order(id, "no", 800_000n))));
    }
  });
  expect(deadlocks).toBe(0);
  expect(await pool.prisma.tradeLeg.count({ where: { orderId: { not: null } } })).toBeGreaterThan(ROUNDS);
  expect(await ledgerFaults(pool.prisma)).toEqual(NO_FAULTS);
});

test("a market is settled while its people are granted credits, without a deadlock", async () => {
  const people = [await aTrader(pool.prisma), await aTrader(pool.prisma), await aTrader(pool.prisma)];
  const topicId = await someTopic(moderator);
  const { id: evidence } = await logEvent(moderator, { topicId, ...eventFacts() });
  const deadlocks = await deadlocksDuring([pool], async () => {
    for (let number = 0; number < 2 * ROUNDS; number++) {
      const { id: questionId } = await aMarket(pool.prisma, moderator, { topicId, challengeWindowHours: 0 });
      for (const person of people) await placeOrder(person, order(questionId, "yes", 300_000n));
      const at = new Date();
      const answer = { outcome: "yes", voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [evidence] };
      const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer, note: "Seen." });
      const grant = (userId: string) =>
        grantCredits(admin, { userId, amountMicros: CREDIT, reason: "A test needs it." });
      await atOnce([
        approveResolution(admin, { resolutionId, note: "" }),
        ...people.flatMap(({ actor }) => [grant(actor.id), grant(actor.id)]),
      ]);
    }
  });
  expect(deadlocks).toBe(0);
  expect(await ledgerFaults(pool.prisma)).toEqual(NO_FAULTS);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import type { Database } from "#db/client.ts";
import { balance } from "#services/ledger/balance.ts";
import { trade } from "#tests/support/as-requested.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS, settledBy } from "#tests/support/trading.ts";

/** Promise M9: whatever was answered before, an answer leaves everybody with what it alone would have. */
const SEQUENCES = times(500);
const LONGEST = 2;
const DRAW = `answered anew ${SEED}`;

/** What people do, one after the other: a later one is undone by an answer that was known before. */
const ACTS = [
  ["yes", 30n],
  ["no", 20n],
  ["yes", 45n],
  ["no", 70n],
] as const;
const OUTCOMES = ["yes", "no", null] as const;

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  console.log(`seed: ${DRAW}`);
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

/** A market with the same acts of as many people each time, and the instants between their acts. */
async function playedMarket() {
  const { id } = await aMarket(database.prisma, moderator);
  const people: Awaited<ReturnType<typeof aTrader>>[] = [];
  const between: Date[] = [];
  const pause = () => new Promise((done) => setTimeout(done, 5));
  for (const [side, credits] of ACTS) {
    const person = await aTrader(database.prisma, 100n);
    const budgetMicros = credits * CREDIT;
    await trade(person, { kind: "buy_budget", questionId: id, outcome: 0, side, budgetMicros, idempotencyKey: aKey() });
    await pause();
    people.push(person);
    between.push(new Date());
    await pause();
  }
  const wealth = async () => {
    const each = await Promise.all(people.map((person) => balance(person)));
    return each.map(({ balanceMicros, owedMicros }) => balanceMicros - owedMicros);
  };
  const answer = ([outcome, acts]: Answer) => settledBy(database.prisma, id, outcome, between[acts - 1] ?? new Date());
  return { wealth, answer };
}

/** An outcome, and how many of the acts came before it was known. */
type Answer = readonly [outcome: (typeof OUTCOMES)[number], acts: number];
const ANSWERS: readonly Answer[] = OUTCOMES.flatMap((outcome) => [2, 3, 4].map((acts) => [outcome, acts] as const));

test(`M9: after each of ${SEQUENCES} random sequences of answers everybody has what the last answer alone would give`, async () => {
  const direct = new Map<Answer, bigint[]>();
  for (const answer of ANSWERS) {
    const market = await playedMarket();
    await market.answer(answer);
    direct.set(answer, await market.wealth());
  }
  // Otherwise the comparison would see nothing.
  expect(new Set([...direct.values()].map(String)).size).toBeGreaterThan(4);
  const chance = randomSequence(DRAW);
  const market = await playedMarket();
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const answers = Array.from(
      { length: 1 + chance.below(LONGEST) },
      () => ANSWERS[chance.below(ANSWERS.length)] as Answer,
    );
    for (const answer of answers) await market.answer(answer);
    expect(await market.wealth(), `${sequence}: ${answers.join(", then ")}`).toEqual(direct.get(answers.at(-1)!));
  }
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("what M9 would catch: a settlement that is not taken back before the next", async () => {
  const [yes, no] = [["yes", 4] as const, ["no", 4] as const];
  const [alone, twice] = [await playedMarket(), await playedMarket()];
  await alone.answer(no);
  await twice.answer(yes);
  await database.run("ALTER TABLE ledger_transactions DISABLE TRIGGER USER");
  await database.run("UPDATE ledger_transactions SET settlement_id = NULL WHERE settlement_id IS NOT NULL");
  // Paid twice or refused, since its account cannot pay twice: either way people have what no single answer gives.
  await twice.answer(no).catch(() => undefined);
  expect(await twice.wealth()).not.toEqual(await alone.wealth());
});

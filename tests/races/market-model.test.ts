import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import { grantCredits, placeOrder, trade } from "#tests/support/as-requested.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS, settledBy } from "#tests/support/trading.ts";
import { MarketModel } from "./market-model.ts";

const SEQUENCES = times(300);
/** At once, so that waiting for the database is shared. */
const PARTS = 6;
const PEOPLE = 3;

interface Real {
  readonly questionId: string;
  readonly people: Awaited<ReturnType<typeof aTrader>>[];
  readonly orders: { id: string; person: number; reserved: bigint }[];
}
type Command = fc.AsyncCommand<MarketModel, Real>;

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  console.log(`seed: ${SEED}`);
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

/** Everybody has what the model says. */
async function agree(model: MarketModel, real: Real): Promise<void> {
  const ids = real.people.map(({ actor }) => actor.id);
  const rows = await database.prisma.$queryRaw<{ total: bigint; reserved: bigint; sold: bigint[] }[]>`
    SELECT (SELECT sum(balance_micros) FROM ledger_accounts WHERE user_id = who.id)::bigint AS total, e.balance_micros AS reserved,
      m.sold_micros AS sold
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS who (id, place) JOIN ledger_accounts e ON e.id = 'escrow:' || who.id
      JOIN markets m ON m.question_id = ${real.questionId}::uuid ORDER BY who.place`;
  const { soldMicros } = model.maker;
  const must = ids.map((_, i) => ({ total: model.wealth(i), reserved: model.reserved[i], sold: soldMicros }));
  expect(rows).toEqual(must);
}

const command = (name: string, run: Command["run"], check: Command["check"] = () => true): Command => ({
  check,
  run,
  toString: () => name,
});

const trades = fc
  .record({ person: fc.nat(PEOPLE - 1), outcome: fc.nat(1), micros: fc.bigInt(1n, 80n * CREDIT), isSale: fc.boolean() })
  .map(({ person, outcome, micros, isSale }) =>
    command(`${isSale ? "sell" : "buy"} ${person} ${outcome} ${micros}`, async (model, real) => {
      const must = model.expected(person, outcome, isSale ? -micros : micros);
      const stake = {
        questionId: real.questionId,
        outcome: 0,
        side: outcome === 0 ? "yes" : "no",
        sharesMicros: micros,
      } as const;
      const sent = trade(real.people[person]!, {
        kind: isSale ? "sell_shares" : "buy_shares",
        ...stake,
        idempotencyKey: aKey(),
      });
      if (typeof must === "string") {
        await expect(sent).rejects.toMatchObject({ code: must });
      } else {
        const done = await sent;
        expect([done.costMicros, done.redeemedMicros]).toEqual([must.cost, must.redeemed]);
        model.take({ person, outcome, shares: isSale ? -micros : micros, ...must, madeAt: done.madeAt.getTime() });
      }
      await agree(model, real);
    }),
  );

const grants = fc
  .record({ person: fc.nat(PEOPLE - 1), micros: fc.bigInt(1n, 50n * CREDIT) })
  .map(({ person, micros }) =>
    command(`grant ${person} ${micros}`, async (model, real) => {
      const userId = real.people[person]!.actor.id;
      await grantCredits(job(database.prisma), { userId, amountMicros: micros, reason: "The model says so." });
      model.granted[person]! += micros;
      await agree(model, real);
    }),
  );

/** An order so far from the price that it only rests. */
const orders = fc.record({ person: fc.nat(PEOPLE - 1), lots: fc.bigInt(1n, 20_000n) }).map(({ person, lots }) =>
  command(
    `order ${person} ${lots}`,
    async (model, real) => {
      const reserved = lots;
      if (model.wealth(person) - model.reserved[person]! < reserved) return;
      const { id } = await placeOrder(real.people[person]!, {
        questionId: real.questionId,
        outcome: 0,
        side: "yes",
        action: "buy",
        sharesMicros: lots * 1000n,
        limitMicros: 1000n,
        idempotencyKey: aKey(),
      });
      model.reserved[person]! += reserved;
      real.orders.push({ id, person, reserved });
      await agree(model, real);
    },
    (model) => model.answer === null,
  ),
);

const cancellations = fc.nat().map((which) =>
  command(
    `cancel ${which}`,
    async (model, real) => {
      const [order] = real.orders.splice(which % Math.max(1, real.orders.length), 1);
      if (!order) return;
      await cancelOrder(real.people[order.person]!, { orderId: order.id });
      model.reserved[order.person]! -= order.reserved;
      await agree(model, real);
    },
    (model) => model.answer === null,
  ),
);

/** An answer, a void, or another answer in the place of one; sometimes known before the last trades were made. */
const answers = fc.record({ outcome: fc.constantFrom(0, 1, null), late: fc.nat(6) }).map(({ outcome, late }) =>
  command(
    `answer ${outcome} before the last ${late}`,
    async (model, real) => {
      const knownAt = model.trades.at(-late)?.madeAt ?? Date.now() + 60_000;
      const words = outcome === null ? null : outcome === 0 ? "yes" : "no";
      await settledBy(database.prisma, real.questionId, words, new Date(knownAt));
      model.answer = { outcome, knownAt };
      model.reserved.fill(0n);
      real.orders.length = 0;
      await agree(model, real);
    },
    // Most of a sequence is trading.
    (model) => model.trades.length > 3 || model.answer !== null,
  ),
);

/** Runs a part of the sequences, each on a market and with people of its own. Gives how many acts they had. */
async function runSequences(seed: number): Promise<number> {
  let acts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.commands([trades, trades, trades, grants, orders, cancellations, answers], { maxCommands: 60, size: "large" }),
      async (commands) => {
        const people: Real["people"] = [];
        for (let i = 0; i < PEOPLE; i++) people.push(await aTrader(database.prisma, 100n));
        const { id: questionId } = await aMarket(database.prisma, moderator, { liquidity: 50n });
        const maker = { liquidityMicros: 50n * CREDIT, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] };
        const model = new MarketModel(maker, PEOPLE, 100n * CREDIT);
        await fc.asyncModelRun(() => ({ model, real: { questionId, people, orders: [] } }), commands);
        acts += [...commands].length;
      },
    ),
    { numRuns: SEQUENCES / PARTS, seed },
  );
  return acts;
}

test(`M9, M10: the market on Postgres does what a model of sixty lines does, in ${SEQUENCES} sequences of acts`, async () => {
  const parts = await Promise.all(Array.from({ length: PARTS }, (_, part) => runSequences(SEED + part)));
  const acts = parts.reduce((sum, part) => sum + part, 0);
  console.log(`${acts} acts in ${SEQUENCES} sequences`);
  expect(acts).toBeGreaterThan(SEQUENCES * 10);
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("what this would catch: a trade that costs a micro-credit less than it should", async () => {
  const person = await aTrader(database.prisma, 100n);
  const { id: questionId } = await aMarket(database.prisma, moderator, { liquidity: 50n });
  const maker = { liquidityMicros: 50n * CREDIT, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] };
  const model = new MarketModel(maker, 1, 100n * CREDIT);
  const { madeAt, costMicros } = await trade(person, {
    kind: "buy_shares",
    questionId,
    outcome: 0,
    side: "yes",
    sharesMicros: CREDIT,
    idempotencyKey: aKey(),
  });
  model.take({ person: 0, outcome: 0, shares: CREDIT, cost: costMicros - 1n, redeemed: 0n, madeAt: madeAt.getTime() });
  await expect(agree(model, { questionId, people: [person], orders: [] })).rejects.toThrow(/expected/);
});

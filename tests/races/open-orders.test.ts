import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import { MAX_OPEN } from "#services/market/place-order.ts";
import { placeOrder } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

/** A person's orders that wait are bounded, in a market and in all, however many requests come at once. */
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const order = (questionId: string) => ({
  questionId,
  outcome: 0,
  side: "yes" as const,
  action: "buy" as const,
  sharesMicros: 1_000n,
  limitMicros: 1_000n,
  idempotencyKey: aKey(),
});

/** Sends orders, some at a time; gives how many were placed and what refused the others. */
async function sent(person: Awaited<ReturnType<typeof aTrader>>, questionIds: readonly string[]) {
  const results: string[] = [];
  for (let from = 0; from < questionIds.length; from += 8) {
    const some = questionIds.slice(from, from + 8).map((id) =>
      placeOrder(person, order(id)).then(
        () => "placed",
        (error: { code?: string }) => error.code ?? String(error),
      ),
    );
    results.push(...(await Promise.all(some)));
  }
  return Object.fromEntries([...Map.groupBy(results, (one) => one)].map(([one, all]) => [one, all.length]));
}

test("so many may wait in one market and so many in all; one that is cancelled makes room", async () => {
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const person = await aTrader(db);
  const first = await aMarket(db, moderator);
  const limited = "orders_must_stay_within_limit";
  const crowd = Array.from({ length: MAX_OPEN.inMarket + 6 }, () => first.id);
  expect(await sent(person, crowd)).toEqual({ placed: MAX_OPEN.inMarket, [limited]: 6 });
  const open = await db.limitOrder.findFirstOrThrow({ where: { userId: person.actor.id, closedAt: null } });
  await cancelOrder(person, { orderId: open.id });
  expect(await sent(person, [first.id, first.id])).toEqual({ placed: 1, [limited]: 1 });
  // Several markets at once, each below its own limit.
  const markets = await Promise.all(Array.from({ length: 6 }, () => aMarket(db, moderator)));
  const left = MAX_OPEN.inAll - MAX_OPEN.inMarket;
  const spread = Array.from({ length: left + 7 }, (_, i) => markets[i % markets.length]!.id);
  expect(await sent(person, spread)).toEqual({ placed: left, [limited]: 7 });
  expect(await db.limitOrder.count({ where: { userId: person.actor.id, closedAt: null } })).toBe(MAX_OPEN.inAll);
  expect(await sent(await aTrader(db), [first.id])).toEqual({ placed: 1 });
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
});

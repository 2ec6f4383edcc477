import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { trade } from "#services/market/trade.ts";
import { listNotices } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("somebody is notified of each order that a trade brings the market to, with what was filled, and nobody of their own act", async () => {
  const db = database.prisma;
  const options = ["Muscat", "Geneva", "Doha"];
  const { id: questionId } = await aMarket(db, await someone(db, "moderator"), { options });
  const [owner, buyer] = [await aTrader(db), await aTrader(db)];
  // All prices are a third: buying the first outcome makes the others fall to these limits.
  const rest = { questionId, side: "yes", action: "buy", limitMicros: 300_000n } as const;
  for (const [outcome, sharesMicros] of [
    [1, CREDIT],
    [2, 2n * CREDIT],
  ] as const) {
    await placeOrder(owner, { ...rest, outcome, sharesMicros, idempotencyKey: aKey() });
  }
  const own = await placeOrder(buyer, {
    ...rest,
    outcome: 1,
    sharesMicros: CREDIT,
    limitMicros: 290_000n,
    idempotencyKey: aKey(),
  });
  const buy = { kind: "buy_budget", questionId, outcome: 0, side: "yes" } as const;
  await trade(buyer, { ...buy, budgetMicros: 50n * CREDIT, idempotencyKey: aKey() });
  const { closedBy } = await db.limitOrder.findUniqueOrThrow({ where: { id: own.id } });
  expect(closedBy).toBe("filled");
  const { items } = await listNotices(owner, {});
  expect(items.map(({ kind, params }) => [kind, params]).toReversed()).toEqual(
    ["1000000", "2000000"].map((sharesMicros) => [
      "order_filled",
      { question: expect.anything(), action: "buy", sharesMicros, limitMicros: "300000" },
    ]),
  );
  expect((await listNotices(buyer, {})).items).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { balance } from "#services/ledger/balance.ts";
import { statementCsv } from "#services/ledger/statement-csv.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import { marketOfQuestion } from "#services/market/market-of-question.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { depth, holders, priceHistory } from "#services/market/queries.ts";
import { placeOrder, quote, statement, trade, tradesOfQuestion } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

test("a trade does what its quote said, and the same key answers with the same trade", async () => {
  const db = database.prisma;
  const { id: questionId, market } = await aMarket(db, moderator);
  expect(market.subsidyMicros).toBe(69314719n);
  const ada = await aTrader(db);
  const request = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: 10n * CREDIT } as const;
  const quoted = await quote(ada, request);
  const key = aKey();
  const done = await trade(ada, { ...request, idempotencyKey: key });
  expect([done.sharesMicros, done.costMicros, done.pricesAfter]).toEqual([
    quoted.sharesMicros,
    quoted.costMicros,
    quoted.pricesAfter,
  ]);
  expect(done.balanceMicros).toBe(1000n * CREDIT - done.costMicros);
  expect(await trade(ada, { ...request, idempotencyKey: key })).toEqual(done);
  await expect(trade(ada, { ...request, outcome: 1, idempotencyKey: key })).rejects.toMatchObject({
    code: "idempotency_key_must_not_be_reused",
  });
  expect((await balance(ada)).balanceMicros).toBe(done.balanceMicros);
  const shown = await marketOfQuestion(ada, { questionId });
  expect(shown?.position?.sharesMicros).toEqual([done.sharesMicros, 0n]);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
});

test("an order rests, is met at its price by a trade, and what is left of it is returned when cancelled", async () => {
  const db = database.prisma;
  const { id: questionId } = await aMarket(db, moderator);
  const [ada, ben] = [await aTrader(db), await aTrader(db)];
  const order = await placeOrder(ada, {
    questionId,
    outcome: 0,
    side: "no",
    action: "buy",
    sharesMicros: 20n * CREDIT,
    limitMicros: 400_000n,
    idempotencyKey: aKey(),
  });
  expect([order.remainingMicros, order.reservedMicros]).toEqual([20n * CREDIT, 8n * CREDIT]);
  expect(await depth(ben, { questionId })).toMatchObject([{ bids: [], asks: [{ priceMicros: 600_000n }] }, {}]);
  const bought = await trade(ben, {
    kind: "buy_shares",
    questionId,
    outcome: 0,
    side: "yes",
    sharesMicros: 50n * CREDIT,
    idempotencyKey: aKey(),
  });
  // What is less than a lot has no order to go to.
  expect(bought.legs.map(({ counterpart }) => counterpart)).toEqual(["maker", "order", "maker"]);
  expect(bought.pricesAfter[0]).toBeCloseTo(0.6, 5);
  const left = await cancelOrder(ada, { orderId: order.id });
  expect(left.remainingMicros).toBe(20n * CREDIT - (bought.legs[1]?.sharesMicros ?? 0n));
  expect((await balance(ada)).reservedMicros).toBe(0n);
  const held = await portfolio(ada);
  expect(held.positions[0]?.sharesMicros).toEqual([0n, bought.legs[1]?.sharesMicros]);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
  expect((await statement(ada, {})).items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["order_reservation", "order_return", "trade", "grant"]),
  );
  expect((await statementCsv(ada)).csv.split("\r\n").length).toBeGreaterThan(5);
  expect((await priceHistory(ada, { questionId })).length).toBe(2);
  expect((await holders(ada, { questionId }))[0]?.holders[0]?.name).toBe(ben.actor.name);
  expect((await tradesOfQuestion(ada, { questionId })).items[0]).toMatchObject({
    name: ben.actor.name,
    isReversed: false,
  });
});

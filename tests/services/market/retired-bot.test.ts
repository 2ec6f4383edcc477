import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { escrowAccount, personAccount } from "#core/ledger/account-ids.ts";
import type { Database } from "#db/client.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { trade } from "#services/market/trade.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { connectAllReactions } from "#services/reaction/reactions.ts";
import { retireBot } from "#services/user/retire-bot.ts";
import { aTradingBot } from "#tests/support/bots.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(connectAllReactions);
afterAll(() => database.close());

const balanceOf = async (id: string) =>
  (await database.prisma.ledgerAccount.findUnique({ where: { id } }))?.balanceMicros ?? 0n;

/** A bot that holds shares, and waits in one market to sell some of them and in another to buy. */
async function aBotWithOrders(owner: Awaited<ReturnType<typeof someone>>) {
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const [selling, buying] = [(await aMarket(db, moderator)).id, (await aMarket(db, moderator)).id];
  const bot = await aTradingBot(owner);
  const stake = { outcome: 0, side: "yes" } as const;
  const buy = { kind: "buy_budget", ...stake, budgetMicros: 10n * CREDIT, idempotencyKey: aKey() } as const;
  await trade(bot, { ...buy, questionId: selling });
  const order = { ...stake, sharesMicros: 5n * CREDIT };
  const sale = {
    ...order,
    action: "sell",
    questionId: selling,
    limitMicros: 600_000n,
    idempotencyKey: aKey(),
  } as const;
  const offer = { ...order, action: "buy", questionId: buying, limitMicros: 450_000n, idempotencyKey: aKey() } as const;
  const orderIds = [(await placeOrder(bot, sale)).id, (await placeOrder(bot, offer)).id];
  return { bot, selling, buying, orderIds };
}

test("the orders of a retired bot are met by nobody, and cancelled: what they set aside is given back", async () => {
  const db = database.prisma;
  const owner = await someone(db);
  const { bot, selling, buying, orderIds } = await aBotWithOrders(owner);
  const { id: botId } = bot.actor;
  const orders = () => db.limitOrder.findMany({ where: { id: { in: orderIds } }, orderBy: { sequence: "asc" } });
  const set = await balanceOf(escrowAccount(botId));
  const had = await balanceOf(personAccount(botId));
  expect(set).toBe(2_250_000n);

  connectReactions(undefined);
  await retireBot(owner, { botId });
  const resting = await orders();
  const person = await aTrader(db);
  const toward = { kind: "buy_budget", outcome: 0, budgetMicros: 100n * CREDIT } as const;
  const met = await trade(person, { ...toward, questionId: selling, side: "yes", idempotencyKey: aKey() });
  const other = await trade(person, { ...toward, questionId: buying, side: "no", idempotencyKey: aKey() });
  for (const { pricesAfter, legs } of [met, other]) {
    expect(Math.max(...pricesAfter)).toBeGreaterThan(0.61);
    expect(legs).toHaveLength(1);
  }
  expect(await orders()).toEqual(resting);

  connectAllReactions();
  expect(await deliverEvents({ db })).toMatchObject({ failed: 0 });
  expect((await orders()).map(({ closedBy, reservedMicros }) => [closedBy, reservedMicros])).toEqual([
    ["cancelled", 0n],
    ["cancelled", 0n],
  ]);
  expect(await balanceOf(escrowAccount(botId))).toBe(0n);
  expect(await balanceOf(personAccount(botId))).toBe(had + set);
  const held = await db.position.findUniqueOrThrow({
    where: { questionId_userId: { questionId: selling, userId: botId } },
  });
  expect(held.reservedMicros).toEqual([0n, 0n]);
  expect(await deliverEvents({ db })).toEqual({ delivered: 0, failed: 0 });
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
});

test("a bot that is retired has its orders cancelled at once, and those of its owner stay", async () => {
  const owner = await aTrader(database.prisma);
  const { bot, buying, orderIds } = await aBotWithOrders(owner);
  const limit = { outcome: 0, side: "yes", action: "buy", sharesMicros: CREDIT, limitMicros: 440_000n } as const;
  const own = await placeOrder(owner, { ...limit, questionId: buying, idempotencyKey: aKey() });
  await retireBot(owner, { botId: bot.actor.id });
  const open = await database.prisma.limitOrder.findMany({
    where: { id: { in: [...orderIds, own.id] }, closedAt: null },
    select: { id: true },
  });
  expect(open).toEqual([{ id: own.id }]);
});

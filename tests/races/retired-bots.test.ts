import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { trade } from "#services/market/trade.ts";
import { retireBot } from "#services/user/retire-bot.ts";
import { aTradingBot } from "#tests/support/bots.ts";
import { times } from "#tests/support/chance.ts";
import { someone } from "#tests/support/people.ts";
import { secondPool } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

/** A bot that is retired while it and others trade: none of its orders is left, and none is met afterwards. */
const ROUNDS = times(20);
const MARKETS = 3;

let database: Database;
let pool: Database;
let markets: string[];
beforeAll(async () => {
  database = await testDatabase();
  pool = await secondPool(database);
  const moderator = await someone(database.prisma, "moderator");
  markets = [];
  for (let i = 0; i < MARKETS; i++) markets.push((await aMarket(database.prisma, moderator, { liquidity: 1_000n })).id);
});
afterAll(async () => {
  await pool.close();
  await database.close();
});

type Person = Awaited<ReturnType<typeof aTradingBot>>;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.code;
    },
  );

/** Offers to buy a share of one side at less than half a credit, which somebody who buys the other side comes to. */
const offer = (by: Person, questionId: string, side: "yes" | "no") =>
  placeOrder(by, {
    questionId,
    outcome: 0,
    side,
    action: "buy",
    sharesMicros: 1_000_000n,
    limitMicros: 480_000n,
    idempotencyKey: aKey(),
  });

const buy = (by: Person, questionId: string, side: "yes" | "no") =>
  trade(by, {
    kind: "buy_budget",
    questionId,
    outcome: 0,
    side,
    budgetMicros: 25_000_000n,
    idempotencyKey: aKey(),
  });

const openOrders = (userId: string) => database.prisma.limitOrder.count({ where: { userId, closedAt: null } });
const fillsOf = (userId: string) => database.prisma.tradeLeg.count({ where: { order: { userId } } });

test(`of ${ROUNDS} bots that are retired in the midst of trading no order is left or met later, and every credit is accounted for`, async () => {
  const db = database.prisma;
  const owner = await someone(db);
  const traders = [await aTrader(db, 100_000n), await aTrader(pool.prisma, 100_000n)];
  const codes = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const bot = await aTradingBot(owner);
    for (const id of markets) await offer(bot, id, "no");
    const busy = markets.flatMap((id) => [
      ...traders.map((person, i) => codeOf(buy(person, id, i === 0 ? "yes" : "no"))),
      codeOf(offer({ ...bot, db: pool.prisma }, id, "yes")),
    ]);
    const retired = sleep(round).then(() => retireBot(owner, { botId: bot.actor.id }));
    for (const code of await Promise.all(busy)) codes.add(code);
    await retired;
    expect(await openOrders(bot.actor.id)).toBe(0);
    const fills = await fillsOf(bot.actor.id);
    for (const id of markets) for (const side of ["yes", "no"] as const) await buy(traders[0] as Person, id, side);
    expect(await fillsOf(bot.actor.id)).toBe(fills);
    const escrow = await db.ledgerAccount.findUnique({ where: { id: `escrow:${bot.actor.id}` } });
    expect(escrow?.balanceMicros ?? 0n).toBe(0n);
  }
  // How many come too late depends on the machine.
  expect([...codes].filter((code) => code !== "bot_must_not_be_retired")).toEqual(["done"]);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
});

test("an order that a bot places while it is being retired waits for that, and is refused", async () => {
  const owner = await someone(database.prisma);
  const bot = await aTradingBot(owner);
  const { id: botId } = bot.actor;
  let placed: Promise<string> | undefined;
  await pool.prisma.$transaction(async (tx) => {
    await lockRows(tx, "person", [botId]);
    await tx.botRetirement.create({ data: { botId, retiredById: owner.actor.id } });
    placed = codeOf(offer(bot, markets[0] ?? "", "yes"));
    for (let waiting = 0; waiting === 0; await sleep(5)) {
      const [row] = await database.run(`SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%limit_orders%'`);
      waiting = Number(row?.waiting);
    }
  });
  expect(await placed).toBe("bot_must_not_be_retired");
  expect(await openOrders(botId)).toBe(0);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import type { Database } from "#db/client.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { totalsFaults } from "#tests/support/ledger-totals.ts";
import { meetingOf } from "#tests/support/meeting-of.ts";
import { secondPool } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { deadlocksDuring } from "./deadlocks.ts";
import { chainFaults, holdingFaults } from "./price-chain.ts";
import { aCrowd, actAtOnce, type Crowd, randomAct, type Sent } from "./trading-crowd.ts";

const ACTS = times(10_000);
const WORKERS = 16;
const BATCHES = 4;
const DRAW = `trading ${SEED}`;

let database: Database;
let second: Database;
let crowd: Crowd;
let sent: Sent[] = [];
beforeAll(async () => {
  console.log(`seed: ${DRAW}`);
  database = await testDatabase();
  second = await secondPool(database);
  crowd = await aCrowd(database, 50, 8);
});
afterAll(async () => {
  await second.close();
  await database.close();
});

test(`M1, M2, M11: ${ACTS} random trades and orders of 50 people on 8 markets over ${WORKERS} connections keep the ledger at zero`, async () => {
  const chances = Array.from({ length: WORKERS }, (_, worker) => randomSequence(`${DRAW} ${worker}`));
  const pools = [database.prisma, second.prisma];
  const deadlocks = await deadlocksDuring([database, second], async () => {
    for (let batch = 0; batch < BATCHES; batch++) {
      const made = await actAtOnce(ACTS / BATCHES, WORKERS, (worker) =>
        randomAct(crowd, chances[worker]!, pools[worker % 2]!),
      );
      sent = [...sent, ...made];
      expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
    }
  });
  const refusals = Object.groupBy(sent, ({ refusedBy }) => refusedBy ?? "done");
  console.log(
    Object.entries(refusals)
      .map(([rule, those]) => `${rule}: ${those?.length}`)
      .join(", "),
  );
  expect(deadlocks).toBe(0);
  expect(refusals.load_must_stay_within_capacity ?? []).toEqual([]);
});

test("M14: after all of them, everybody's portfolio comes to what the entries come to", async () => {
  expect(await totalsFaults(database.prisma)).toEqual([]);
});

test("M4: each trade begins where the one before ended, and costs what the market maker and the orders asked", async () => {
  for (const { id } of crowd.markets) expect(await chainFaults(database.prisma, id)).toEqual([]);
  expect(await holdingFaults(database.prisma)).toEqual([]);
  const fills = await database.prisma.tradeLeg.count({ where: { orderId: { not: null } } });
  const swept = await database.prisma.trade.count({ where: { orderId: { not: null } } });
  console.log(`${await database.prisma.trade.count()} trades, ${fills} fills of orders, ${swept} trades of orders`);
  expect(fills).toBeGreaterThan(100);
  expect(swept).toBeGreaterThan(100);
});

test("no acknowledged trade or order is lost, none is there twice, and none that was refused is there", async () => {
  const trades = await database.prisma.trade.findMany({
    where: { idempotencyKey: { not: null } },
    select: { id: true, idempotencyKey: true },
  });
  const orders = await database.prisma.limitOrder.findMany({ select: { id: true, idempotencyKey: true } });
  const stored = [...trades, ...orders].map(({ id, idempotencyKey }) => `${idempotencyKey} ${id}`).sort();
  const acknowledged = sent
    .filter(({ id }) => id !== null)
    .map(({ key, id }) => `${key} ${id}`)
    .sort();
  expect(stored).toEqual(acknowledged);
});

test("M1: of 100 unbalanced transactions written by SQL text, and of entries put into a balanced one, none is committed", async () => {
  const [person] = crowd.people;
  const account = `person:${person?.actor.id}`;
  const refusals: string[] = [];
  for (let attempt = 0; attempt < 100; attempt++) {
    const id = crypto.randomUUID();
    const write = database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO ledger_transactions (id, kind) VALUES (${id}::uuid, 'grant')`;
      if (attempt % 4 === 3) return;
      const [give, take] = [5n + BigInt(attempt), attempt % 4 === 2 ? 5n + BigInt(attempt) : 4n];
      await tx.$executeRaw`
        INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
        VALUES (${id}::uuid, 0, 'house', ${-take}), (${id}::uuid, ${attempt % 4 === 2 ? 2 : 1}, ${account}, ${give})`;
    });
    await write.then(
      () => refusals.push("committed"),
      (error: unknown) =>
        refusals.push(
          String(error).includes("PA003") || /must_sum_to_zero|must_have_entries/.test(String(error))
            ? "refused"
            : String(error),
        ),
    );
  }
  expect(new Set(refusals)).toEqual(new Set(["refused"]));
  const later = database.prisma.$executeRaw`
    INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
    SELECT transaction_id, max(position) + 1, 'house', 7 FROM ledger_entries GROUP BY transaction_id LIMIT 1`;
  await expect(later).rejects.toThrow(/entries_must_sum_to_zero/);
  const direct = database.prisma
    .$executeRaw`UPDATE ledger_accounts SET balance_micros = balance_micros + 1 WHERE id = ${account}`;
  await expect(direct).rejects.toThrow(/balance_must_follow_entries/);
  for (const table of ["ledger_entries", "ledger_transactions", "trades", "trade_legs"]) {
    await expect(database.run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
  }
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("what this would catch: the same trades without the market's lock, and an entry without its counterpart", async () => {
  const db = database.prisma;
  const [market] = crowd.markets;
  const questionId = market?.id ?? "";
  const meet = meetingOf(8);
  const unlocked = () =>
    db.$transaction(async (tx) => {
      const row = await tx.market.findUniqueOrThrow({ where: { questionId } });
      const soldMicros = row.soldMicros.map((sold, i) => (i === 0 ? sold + 1_000_000n : sold));
      await meet();
      await tx.market.update({ where: { questionId }, data: { soldMicros } });
      return soldMicros[0];
    });
  const ends = await Promise.all(Array.from({ length: 8 }, unlocked));
  expect(new Set(ends).size).toBe(1);
  expect(await chainFaults(db, questionId)).not.toEqual([]);
  await database.run("ALTER TABLE ledger_entries DISABLE TRIGGER sum_to_zero");
  const [entry] = await database.run(
    "SELECT transaction_id, max(position) AS last FROM ledger_entries GROUP BY 1 LIMIT 1",
  );
  await db.$executeRaw`
    INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
    VALUES (${String(entry?.transaction_id)}::uuid, ${Number(entry?.last) + 1}, 'house', 7)`;
  expect(await ledgerFaults(db)).toMatchObject({ sum: 7n, unbalanced: 1n });
});

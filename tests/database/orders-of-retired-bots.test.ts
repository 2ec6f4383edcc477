import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { connectAllReactions } from "#services/reaction/reactions.ts";
import { aTradingBot } from "#tests/support/bots.ts";
import { someone } from "#tests/support/people.ts";
import { aKey, aMarket, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

const NO_ORDERS = "20261201073000";

let db: Database;
beforeEach(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
});
afterEach(async () => {
  connectReactions(undefined);
  await db.close();
});

test("an order that a bot left behind when it was retired by an earlier version is cancelled", async () => {
  const migrations = readMigrations();
  await migrate(
    db,
    migrations.filter(({ name }) => name < NO_ORDERS),
  );
  const { prisma } = db;
  const [owner, moderator] = [await someone(prisma), await someone(prisma, "moderator")];
  const { id: questionId } = await aMarket(prisma, moderator);
  const bot = await aTradingBot(owner);
  const order = {
    questionId,
    outcome: 0,
    side: "yes",
    action: "buy",
    sharesMicros: CREDIT,
    limitMicros: 400_000n,
  } as const;
  const { id } = await placeOrder(bot, { ...order, idempotencyKey: aKey() });
  await prisma.botRetirement.create({ data: { botId: bot.actor.id, retiredById: owner.actor.id } });
  await migrate(db, migrations);
  connectAllReactions();
  expect(await deliverEvents({ db: prisma })).toEqual({ delivered: 1, failed: 0 });
  expect(await prisma.limitOrder.findUniqueOrThrow({ where: { id } })).toMatchObject({ closedBy: "cancelled" });
  expect(await ledgerFaults(prisma)).toEqual(NO_FAULTS);
});

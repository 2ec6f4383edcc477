import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";

const LATE = "+010000-01-01T00:00:00.000Z";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("an order that was stored with an end after the year 9999 is read, and no new one is taken", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const { id: questionId } = await aMarket(database.prisma, moderator);
  const trader = createCaller({ ...(await aTrader(database.prisma)), now: new Date() });
  const order = {
    questionId,
    outcome: 0,
    side: "yes" as const,
    action: "buy" as const,
    sharesMicros: CREDIT,
    limitMicros: 400_000n,
  };
  const { id } = await trader.market.placeOrder({ ...order, idempotencyKey: "a" });
  await expect(
    trader.market.placeOrder({ ...order, expiresAt: new Date(LATE), idempotencyKey: "b" }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await database.run("ALTER TABLE limit_orders DISABLE TRIGGER USER");
  await database.run("UPDATE limit_orders SET expires_at = '10000-01-01 00:00:00Z' WHERE id = $1", [id]);
  const [own] = await trader.market.ownOrders({ questionId });
  expect(own?.expiresAt?.toISOString()).toBe(LATE);
  expect((await trader.market.portfolio()).orders).toHaveLength(1);
});

test("a range that was stored beyond its bounds is read within them", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const range = { min: -1.7e308, max: 1.7e308, zeroPoint: null, openLower: false, openUpper: false, unit: "m" };
  const { slug } = await aQuestion(database.prisma, moderator, { range });
  const { range: read } = await createCaller(anonymous(database.prisma)).question.bySlug({ slug });
  expect(read).toMatchObject({ min: -1e15, max: 1e15 });
});

test("a question that was stored with a close after the year 9999 is read everywhere", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const { id, slug } = await aQuestion(database.prisma, moderator, { options: ["a", "b"] });
  await database.run("ALTER TABLE questions DISABLE TRIGGER USER");
  await database.run("UPDATE questions SET closes_at = '10000-01-01Z', deadline_at = '275000-01-01Z' WHERE id = $1", [
    id,
  ]);
  const reader = createCaller(anonymous(database.prisma));
  expect((await reader.question.bySlug({ slug })).closesAt.toISOString()).toBe(LATE);
  const { items } = await reader.question.list({});
  expect(items.find((item) => item.slug === slug)?.closesAt.toISOString()).toBe(LATE);
  const { options } = await database.prisma.question.findUniqueOrThrow({
    where: { id },
    select: { options: { select: { question: { select: { closesAt: true, deadlineAt: true } } } } },
  });
  expect(options[0]?.question.deadlineAt.getUTCFullYear()).toBe(275_000);
});

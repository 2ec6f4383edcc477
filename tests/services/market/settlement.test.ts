import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { balance } from "#services/ledger/balance.ts";
import { marketOfQuestion } from "#services/market/market-of-question.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { placeOrder, profitBoard, statement, trade } from "#tests/support/as-requested.ts";
import { totalsFaults } from "#tests/support/ledger-totals.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS, settledBy } from "#tests/support/trading.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const buy = (ctx: ServiceContext, questionId: string, side: "yes" | "no", credits: bigint) =>
  trade(ctx, {
    kind: "buy_budget",
    questionId,
    outcome: 0,
    side,
    budgetMicros: credits * CREDIT,
    idempotencyKey: aKey(),
  });

const settleBy = (questionId: string, outcome: string | null, knownAt: Date) =>
  settledBy(database.prisma, questionId, outcome, knownAt);

/** What each has, spendable and owed. */
const wealth = async (people: readonly ServiceContext[]) =>
  Promise.all(
    people.map(async (person) => {
      const { balanceMicros, owedMicros } = await balance(person);
      return balanceMicros - owedMicros;
    }),
  );

test("a share of the answer pays one credit, trades from the known instant on are reversed, and orders end", async () => {
  const db = database.prisma;
  const { id: questionId } = await aMarket(db, moderator);
  const [ada, ben, cleo] = [await aTrader(db), await aTrader(db), await aTrader(db)];
  const early = await buy(ada, questionId, "yes", 20n);
  await placeOrder(cleo, {
    questionId,
    outcome: 0,
    side: "no",
    action: "buy",
    sharesMicros: 100n * CREDIT,
    limitMicros: 400_000n,
    idempotencyKey: aKey(),
  });
  await new Promise((done) => setTimeout(done, 20));
  const knownAt = new Date();
  await buy(ben, questionId, "yes", 30n);
  await settleBy(questionId, "yes", knownAt);
  expect(await wealth([ada, ben, cleo])).toEqual([
    1000n * CREDIT - early.costMicros + early.sharesMicros,
    1000n * CREDIT,
    1000n * CREDIT,
  ]);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
  const shown = await marketOfQuestion(ben, { questionId });
  expect(shown).toMatchObject({ settlement: { outcome: 0, reversedTrades: 1, ownProfitMicros: 0n } });
  expect((await statement(ben, {})).items.map(({ kind }) => kind).slice(0, 2)).toEqual(["trade_reversal", "trade"]);
  expect((await portfolio(ada)).results[0]).toMatchObject({ answer: "Yes", payoutMicros: early.sharesMicros });
  const top = (await profitBoard(ada, {})).items[0];
  expect(top).toMatchObject({ name: ada.actor.name, profitMicros: early.sharesMicros - early.costMicros, markets: 1 });
  expect(await db.notice.count({ where: { kind: "market_settled", personId: cleo.actor.id } })).toBe(1);
  await expect(buy(ben, questionId, "yes", 1n)).rejects.toMatchObject({ code: "question_must_be_open" });
});

test("a market settled again by another answer leaves everybody as if that answer had been the first", async () => {
  const db = database.prisma;
  const people = [await aTrader(db), await aTrader(db), await aTrader(db)];
  const { id: questionId } = await aMarket(db, moderator);
  for (const [i, person] of people.entries()) await buy(person, questionId, i === 1 ? "no" : "yes", 50n);
  const later = new Date(Date.now() + 3_600_000);
  await settleBy(questionId, "no", later);
  const direct = await wealth(people);
  await settleBy(questionId, "yes", later);
  await settleBy(questionId, null, later);
  expect(await wealth(people)).toEqual(people.map(() => 1000n * CREDIT));
  await settleBy(questionId, "no", later);
  expect(await wealth(people)).toEqual(direct);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
  expect((await db.ledgerAccount.findUniqueOrThrow({ where: { id: `market:${questionId}` } })).balanceMicros).toBe(0n);
});

test("what somebody has spent and must give back is owed, and paid from what comes in next", async () => {
  const db = database.prisma;
  const [ada, ben] = [await aTrader(db, 100n), await aTrader(db, 500n)];
  const { id: first } = await aMarket(db, moderator);
  const { id: second } = await aMarket(db, moderator, { liquidity: 5000n });
  const bought = await buy(ada, first, "yes", 100n);
  const later = new Date(Date.now() + 3_600_000);
  await settleBy(first, "yes", later);
  const { balanceMicros } = await balance(ada);
  expect(balanceMicros).toBeGreaterThan(100n * CREDIT);
  const spent = await trade(ada, {
    kind: "buy_budget",
    questionId: second,
    outcome: 0,
    side: "yes",
    budgetMicros: balanceMicros,
    idempotencyKey: aKey(),
  });
  await settleBy(first, "no", later);
  expect(await balance(ada)).toMatchObject({
    balanceMicros: 0n,
    owedMicros: bought.sharesMicros - spent.balanceMicros,
  });
  await settleBy(second, "yes", later);
  const paid = await balance(ada);
  expect(paid.owedMicros).toBe(0n);
  expect(paid.balanceMicros).toBe(spent.balanceMicros + spent.sharesMicros - bought.sharesMicros);
  expect((await statement(ada, {})).items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["debt", "repayment"]),
  );
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
  expect((await balance(ben)).owedMicros).toBe(0n);
});

test("M14: the board of profit, the results and the portfolios are what the ledger comes to when it is added up anew", async () => {
  expect(await database.prisma.profitEntry.count()).toBeGreaterThan(3);
  expect(await totalsFaults(database.prisma)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { importTrades } from "#services/market/import-trades.ts";
import { marketOfQuestion } from "#services/market/market-of-question.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { openMarket, profitBoard } from "#tests/support/as-requested.ts";
import { aBatch, aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aTrader, CREDIT, settledBy } from "#tests/support/trading.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("what a market came to is on the board of profit from the reveal of its crowd on, and with it its prices", async () => {
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const revealAt = new Date(Date.now() + 1_800_000);
  const { id: questionId } = await aQuestion(db, moderator, { revealAt });
  await openMarket(moderator, { questionId, liquidityMicros: 10n * CREDIT });
  const person = await aTrader(db);
  const past = { userId: person.actor.id, madeAt: new Date(Date.now() - 60_000), outcome: 0 };
  const trade = { ...past, probability: 0.8, budgetMicros: 100n * CREDIT };
  const batchId = await aBatch(db);
  await db.$transaction((tx) => importTrades(tx, batchId, questionId, [trade]));
  await settledBy(db, questionId, "yes", new Date());
  const [before, after] = [anonymous(db), { ...anonymous(db), now: revealAt }];
  expect((await profitBoard(before, {})).items).toEqual([]);
  expect((await profitBoard(after, {})).items).toMatchObject([{ name: person.actor.name, markets: 1 }]);
  expect(await marketOfQuestion(before, { questionId })).toMatchObject({ isHidden: true, revealAt, position: null });
  expect(await marketOfQuestion(after, { questionId })).toMatchObject({ isHidden: false, tradeCount: 1 });
  // One's own part stays one's own to see: what was paid, and what it came to.
  expect(await marketOfQuestion(person, { questionId })).toMatchObject({ position: { valueMicros: null } });
  expect((await portfolio(person)).results).toMatchObject([{ answer: "Yes" }]);
});

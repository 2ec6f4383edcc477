import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { importTrades } from "#services/market/import-trades.ts";
import { scoreReferences } from "#services/score/score-references.ts";
import { aBatch, anAnswer, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aMarket, aTrader, CREDIT } from "#tests/support/trading.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("the market is scored as a person would be who had said its prices", async () => {
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const [ada, ben, cleo] = [await aTrader(db), await someone(db), await someone(db)];
  const question = await aMarket(db, moderator);
  const at = (hour: number) => new Date(question.opensAt.getTime() + hour * 3_600_000);
  const batch = await aBatch(db);
  const trades = [0.6, 0.8, 0.7].map((probability, i) => ({
    userId: ada.actor.id,
    madeAt: at(0.1 + i * 0.2),
    outcome: 0,
    probability,
    budgetMicros: 500n * CREDIT,
  }));
  expect(await db.$transaction((tx) => importTrades(tx, batch, question.id, trades))).toBe(3);
  const prices = await db.trade.findMany({ where: { questionId: question.id }, orderBy: { number: "asc" } });
  await pastForecasts(db, question, [
    { by: cleo, atHour: 0, probabilities: [0.4] },
    ...prices.map(({ pricesAfter }, i) => ({ by: ben, atHour: 0.1 + i * 0.2, probabilities: [pricesAfter[0] ?? 0] })),
  ]);
  const { runId } = await anAnswer(db, question, { outcome: "yes", knownAtHour: 0.9 });
  await scoreReferences(job(db));
  const market = await db.referenceScore.findFirstOrThrow({ where: { runId: runId ?? "", method: "market" } });
  const person = await db.score.findFirstOrThrow({ where: { runId: runId ?? "", forecasterId: ben.actor.id } });
  expect(market.coverage).toBeCloseTo(person.coverage, 12);
  expect(market.baseline).toBeCloseTo(person.baseline, 9);
  expect(market.brier).toBeCloseTo(person.brier, 9);
});

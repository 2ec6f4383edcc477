import { expect } from "vitest";
import type { Database } from "#db/client.ts";
import { rebuildActiveForecasts } from "#services/forecast/rebuild-active-forecasts.ts";
import { chainFaults, holdingFaults } from "#tests/races/price-chain.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import type { Submission } from "./submissions.ts";

/** The acknowledged submissions that the database does not hold as they were acknowledged. */
export async function lostOf(database: Database, submissions: readonly Submission[]): Promise<Submission[]> {
  const rows = await database.prisma.forecast.findMany({
    where: { idempotencyKey: { not: null } },
    select: { id: true, idempotencyKey: true, probabilities: true },
  });
  const stored = new Map(rows.map((row) => [row.idempotencyKey, row]));
  return submissions.filter(({ key, probability, acknowledgedId }) => {
    const row = stored.get(key);
    return acknowledgedId && (row?.id !== acknowledgedId || row.probabilities[0] !== probability);
  });
}

/** Fails unless each key made at most one forecast, and the crowd's steps are those the stored forecasts give. */
export async function expectNothingHalfDone(database: Database, questionId: string): Promise<void> {
  const { prisma } = database;
  const twice = await prisma.forecast.groupBy({
    by: ["idempotencyKey"],
    having: { idempotencyKey: { _count: { gt: 1 } } },
  });
  expect(twice).toEqual([]);
  const read = async () => ({
    activeForecasts: await prisma.activeForecast.findMany({ where: { questionId }, orderBy: { forecasterId: "asc" } }),
    steps: await prisma.crowdStep.findMany({ where: { questionId }, orderBy: { number: "asc" } }),
  });
  const kept = await read();
  await prisma.$transaction((tx) => rebuildActiveForecasts(tx, { questionId }));
  expect(await read()).toEqual(kept);
}

/** Fails unless each acknowledged trade and order is stored as what its key made, each key made one at most, and the market's books are whole. */
export async function expectNoTradeHalfDone(
  { prisma }: Database,
  questionId: string,
  submissions: readonly Submission[],
): Promise<void> {
  const select = { id: true, idempotencyKey: true };
  const where = { idempotencyKey: { not: null } };
  const stored = [
    ...(await prisma.trade.findMany({ where, select })),
    ...(await prisma.limitOrder.findMany({ where, select })),
  ];
  const ids = new Map(stored.map(({ id, idempotencyKey }) => [idempotencyKey, id]));
  expect(ids.size).toBe(stored.length);
  expect(submissions.filter(({ key, acknowledgedId }) => acknowledgedId && ids.get(key) !== acknowledgedId)).toEqual(
    [],
  );
  expect(await ledgerFaults(prisma)).toEqual(NO_FAULTS);
  expect(await chainFaults(prisma, questionId)).toEqual([]);
  expect(await holdingFaults(prisma)).toEqual([]);
}

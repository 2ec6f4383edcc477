import { type CrowdForecast, crowdSteps } from "#core/aggregation/crowd-steps.ts";
import type { Tx } from "#db/client.ts";

/** A forecast with the time it was made elsewhere, and the value it had there, anywhere in [0, 1]. */
export interface HistoricalForecast {
  readonly forecasterId: string;
  readonly madeAt: Date;
  readonly probabilities: readonly number[];
  readonly rationale?: string;
}

/** Each row ends where its forecaster's next one begins. */
function withEnds(oldestFirst: readonly HistoricalForecast[]): CrowdForecast[] {
  const nextOf = new Map<string, number>();
  return oldestFirst
    .toReversed()
    .map(({ forecasterId, madeAt, probabilities }) => {
      const endedAt = nextOf.get(forecasterId) ?? null;
      nextOf.set(forecasterId, madeAt.getTime());
      return { forecaster: forecasterId, madeAt: madeAt.getTime(), endedAt, probabilities };
    })
    .toReversed();
}

/**
 * Brings in the forecasts of one question that has none yet, marked as imported, and builds what stands and the crowd's
 * history from them. The caller holds the transaction and has checked who may import.
 */
export async function importForecasts(
  tx: Tx,
  importBatchId: string,
  questionId: string,
  history: readonly HistoricalForecast[],
): Promise<void> {
  const oldestFirst = history.toSorted(
    (a, b) => a.madeAt.getTime() - b.madeAt.getTime() || (a.forecasterId < b.forecasterId ? -1 : 1),
  );
  const rows = await tx.forecast.createManyAndReturn({
    data: oldestFirst.map(({ forecasterId, madeAt, probabilities, rationale }) => ({
      questionId,
      forecasterId,
      madeAt,
      probabilities: [...probabilities],
      importBatchId,
      ...(rationale ? { rationale } : {}),
    })),
    select: { id: true, forecasterId: true, madeAt: true, probabilities: true },
  });
  const standing = new Map(rows.map(({ id, ...row }) => [row.forecasterId, { questionId, forecastId: id, ...row }]));
  await tx.standing.createMany({ data: [...standing.values()] });
  await tx.crowdStep.createMany({
    data: crowdSteps(withEnds(oldestFirst)).map(({ at, ...state }, number) => ({
      questionId,
      number: number + 1,
      at: new Date(at),
      ...state,
    })),
  });
}

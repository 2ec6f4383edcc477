import type { Tx } from "#db/client.ts";
import { rebuildStandings } from "../forecast/rebuild-standings.ts";

/** A forecast with the time it was made elsewhere, and the value it had there, anywhere in [0, 1]. */
export interface HistoricalForecast {
  readonly forecasterId: string;
  readonly madeAt: Date;
  readonly probabilities: readonly number[];
  readonly rationale?: string;
}

/**
 * Brings in forecasts of one question, marked as imported, and builds what stands and the crowd's history from them. The
 * caller holds the transaction and has checked who may import.
 */
export async function importForecasts(
  tx: Tx,
  importBatchId: string,
  questionId: string,
  history: readonly HistoricalForecast[],
): Promise<void> {
  await tx.forecast.createMany({
    data: history.map(({ probabilities, ...row }) => ({
      ...row,
      questionId,
      probabilities: [...probabilities],
      importBatchId,
    })),
  });
  await rebuildStandings(tx, { questionId });
}

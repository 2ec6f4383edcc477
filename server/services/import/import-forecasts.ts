import type { Tx } from "#db/client.ts";
import { rebuildActiveForecasts } from "#services/forecast/rebuild-active-forecasts.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";

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
  const rows = history.map(({ madeAt, ...row }, place) => {
    return { place, id: timeOrderedId(), madeAt: madeAt.toISOString(), ...row };
  });
  // By SQL text: Prisma's models round a list of floats in its last digit.
  await tx.$executeRaw`
    INSERT INTO forecasts (id, question_id, forecaster_id, made_at, probabilities, rationale, import_batch_id)
    SELECT id, ${questionId}::uuid, "forecasterId", "madeAt", probabilities, rationale, ${importBatchId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (place int, id uuid, "forecasterId" uuid,
      "madeAt" timestamptz, probabilities float8[], rationale text)
    ORDER BY place`;
  await rebuildActiveForecasts(tx, { questionId });
}

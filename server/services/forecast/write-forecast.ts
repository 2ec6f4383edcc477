import type { Tx } from "#db/client.ts";
import { eventParts } from "#services/outbox/record-events.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import type { SubmitForecastInput } from "./input.ts";

interface WrittenForecast {
  readonly id: string;
  /** Stamped by the database. */
  readonly madeAt: Date;
  /** The people's forecasts that stand with it, oldest first. */
  readonly active: number[][];
}

/**
 * Writes a forecast, makes it the active one, records that it was made, and reads what is active beside it: one statement, since each is a way
 * to the database and back while the question is locked. A trigger stamps the forecast, and refuses it unless the
 * question is open then. By SQL text, because Prisma's models round a list of floats in its last digit, and an exact
 * repetition must be recognised.
 */
export async function writeForecast(
  tx: Tx,
  forecasterId: string,
  { questionId, probabilities, rationale, idempotencyKey }: SubmitForecastInput,
): Promise<WrittenForecast> {
  const forecastId = timeOrderedId();
  const happened = { kind: "forecast.made", payload: { questionId, forecastId, forecasterId } } as const;
  const [written] = await tx.$queryRaw<WrittenForecast[]>`
    WITH ${eventParts([happened])}, made AS (
      INSERT INTO forecasts (id, question_id, forecaster_id, probabilities, rationale, idempotency_key)
      VALUES (${forecastId}::uuid, ${questionId}::uuid, ${forecasterId}::uuid, ${probabilities}::float8[],
        ${rationale ?? null}, ${idempotencyKey ?? null})
      RETURNING id, question_id, forecaster_id, made_at, probabilities),
    stood AS (
      INSERT INTO active_forecasts (forecast_id, question_id, forecaster_id, made_at, probabilities)
      SELECT * FROM made
      ON CONFLICT (question_id, forecaster_id) DO UPDATE
      SET forecast_id = EXCLUDED.forecast_id, made_at = EXCLUDED.made_at, probabilities = EXCLUDED.probabilities)
    SELECT made.id, made.made_at AS "madeAt", COALESCE((
      SELECT json_agg(stands.probabilities ORDER BY stands.made_at, stands.forecaster_id) FROM (
        SELECT forecaster_id, made_at, probabilities FROM active_forecasts
        WHERE question_id = ${questionId}::uuid AND forecaster_id <> ${forecasterId}::uuid
        UNION ALL SELECT made.forecaster_id, made.made_at, made.probabilities) AS stands
      JOIN users u ON u.id = stands.forecaster_id AND NOT u.is_bot), '[]') AS active
    FROM made`;
  if (!written) throw new Error("The database took a forecast and did not say when.");
  return written;
}

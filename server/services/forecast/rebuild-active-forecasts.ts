import { crowdSteps } from "#core/aggregation/crowd-steps.ts";
import { forecastKindOf } from "#core/forecast/forecast-kind.ts";
import type { Tx } from "#db/client.ts";
import { loadForecastRows } from "./load-forecast-rows.ts";

/**
 * Puts in order what stands on a question and its crowd's history, from its forecasts and withdrawals alone: after an
 * import, under the question's lock. It leaves what submitting the same forecasts one by one would have left.
 */
export async function rebuildActiveForecasts(tx: Tx, { questionId }: { questionId: string }): Promise<void> {
  await tx.activeForecast.deleteMany({ where: { questionId } });
  await tx.crowdStep.deleteMany({ where: { questionId } });
  await tx.$executeRaw`
    INSERT INTO active_forecasts (question_id, forecaster_id, forecast_id, made_at, probabilities)
    SELECT ${questionId}::uuid, forecaster_id, id, made_at, probabilities FROM (
      SELECT DISTINCT ON (forecaster_id) forecaster_id, id, made_at, probabilities, is_withdrawal FROM (
        SELECT forecaster_id, id, made_at, probabilities, sequence, false AS is_withdrawal
        FROM forecasts WHERE question_id = ${questionId}::uuid
        UNION ALL
        SELECT forecaster_id, id, made_at, NULL, sequence, true
        FROM withdrawals WHERE question_id = ${questionId}::uuid
      ) AS acts ORDER BY forecaster_id, made_at DESC, is_withdrawal DESC, sequence DESC
    ) AS latest WHERE NOT is_withdrawal`;
  const people = (await loadForecastRows(tx, questionId)).filter(({ inPool }) => inPool);
  const { type } = await tx.question.findUniqueOrThrow({ where: { id: questionId }, select: { type: true } });
  const steps = crowdSteps(forecastKindOf(type), people).map(({ at, ...step }, index) => {
    return { number: index + 1, at: new Date(at).toISOString(), ...step };
  });
  await tx.$executeRaw`
    INSERT INTO crowd_steps (question_id, number, at, probabilities, lower_quartile, upper_quartile, forecasters)
    SELECT ${questionId}::uuid, number, at, probabilities, "lowerQuartile", "upperQuartile", forecasters
    FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS step (number int, at timestamptz, probabilities float8[],
      "lowerQuartile" float8[], "upperQuartile" float8[], forecasters int)`;
}

import { crowdOfActive } from "#core/aggregation/crowd-of-active.ts";
import type { CrowdState } from "#core/aggregation/crowd-state.ts";
import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import type { Tx } from "#db/client.ts";

interface Change {
  readonly kind: ForecastKind;
  readonly questionId: string;
  /** When it was. */
  readonly at: Date;
  /** The people's forecasts that stand since, oldest first; bots do not move the crowd. */
  readonly active: readonly (readonly number[])[];
}

/**
 * Adds a step to a question's crowd after somebody forecast or withdrew, under the question's lock. Two changes within
 * one millisecond are one step, and so is one that a clock which was put back dates before the last: no step lasts less than no time.
 */
export async function writeCrowdStep(tx: Tx, { kind, questionId, at, active }: Change): Promise<CrowdState> {
  const crowd = crowdOfActive(kind, active);
  await tx.$executeRaw`
    INSERT INTO crowd_steps (question_id, number, at, probabilities, lower_quartile, upper_quartile, forecasters)
    SELECT ${questionId}::uuid, COALESCE(
        (SELECT CASE WHEN s.at >= ${at}::timestamptz THEN s.number ELSE s.number + 1 END FROM crowd_steps s
          WHERE s.question_id = ${questionId}::uuid ORDER BY s.number DESC LIMIT 1), 1),
      ${at}::timestamptz, ${crowd.probabilities}::float8[], ${crowd.lowerQuartile}::float8[], ${crowd.upperQuartile}::float8[],
      ${crowd.forecasters}::int
    ON CONFLICT (question_id, number) DO UPDATE SET probabilities = EXCLUDED.probabilities,
      lower_quartile = EXCLUDED.lower_quartile, upper_quartile = EXCLUDED.upper_quartile,
      forecasters = EXCLUDED.forecasters`;
  return crowd;
}

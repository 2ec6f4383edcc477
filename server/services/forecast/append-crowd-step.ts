import { type CrowdState, crowdOfStanding } from "#core/aggregation/crowd-of-standing.ts";
import type { Tx } from "#db/client.ts";

/**
 * Adds a step to a question's crowd after somebody forecast or withdrew, under the question's lock. The crowd is people:
 * bots do not move it. Two changes within one millisecond are one step.
 */
export async function appendCrowdStep(
  tx: Tx,
  { questionId, at }: { questionId: string; at: Date },
): Promise<CrowdState> {
  const standing = await tx.$queryRaw<{ probabilities: number[] }[]>`
    SELECT s.probabilities FROM standings s JOIN users u ON u.id = s.forecaster_id
    WHERE s.question_id = ${questionId}::uuid AND NOT u.is_bot ORDER BY s.made_at, s.forecaster_id`;
  const crowd = crowdOfStanding(standing.map(({ probabilities }) => probabilities));
  await tx.$executeRaw`
    INSERT INTO crowd_steps (question_id, number, at, probabilities, lower_quartile, upper_quartile, forecasters)
    SELECT ${questionId}::uuid, COALESCE(
        (SELECT CASE WHEN s.at = ${at}::timestamptz THEN s.number ELSE s.number + 1 END FROM crowd_steps s
          WHERE s.question_id = ${questionId}::uuid ORDER BY s.number DESC LIMIT 1), 1),
      ${at}::timestamptz, ${crowd.probabilities}::float8[], ${crowd.lowerQuartile}::float8[], ${crowd.upperQuartile}::float8[],
      ${crowd.forecasters}::int
    ON CONFLICT (question_id, number) DO UPDATE SET probabilities = EXCLUDED.probabilities,
      lower_quartile = EXCLUDED.lower_quartile, upper_quartile = EXCLUDED.upper_quartile,
      forecasters = EXCLUDED.forecasters`;
  return crowd;
}

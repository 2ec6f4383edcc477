import type { Db, Tx } from "#db/client.ts";

/** The crowd on one question from one instant on. */
export interface CrowdPoint {
  at: Date;
  /** As in a forecast: one for a binary question, one per option otherwise. */
  probabilities: number[];
  lowerQuartile: number[];
  upperQuartile: number[];
  forecasters: number;
}

/** The crowd on questions as it stood at instants, in their order; null where nobody had a active forecast then. */
export async function crowdAt(
  db: Db | Tx,
  asked: readonly { readonly id: string; readonly at: Date }[],
): Promise<(CrowdPoint | null)[]> {
  const ids = asked.map(({ id }) => id);
  const instants = asked.map(({ at }) => at.toISOString());
  const rows = await db.$queryRaw<({ place: number } & CrowdPoint)[]>`
    SELECT asked.place::int, step.at, step.probabilities, step.lower_quartile AS "lowerQuartile",
      step.upper_quartile AS "upperQuartile", step.forecasters
    FROM unnest(${ids}::uuid[], ${instants}::timestamptz[]) WITH ORDINALITY AS asked(id, at, place)
    CROSS JOIN LATERAL (
      SELECT * FROM crowd_steps s
      WHERE s.question_id = asked.id AND s.at <= asked.at ORDER BY s.number DESC LIMIT 1) step
    WHERE step.forecasters > 0`;
  const points: (CrowdPoint | null)[] = asked.map(() => null);
  for (const { place, ...point } of rows) points[place - 1] = point;
  return points;
}

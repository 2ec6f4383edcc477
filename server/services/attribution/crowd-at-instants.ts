import type { Db } from "#db/client.ts";

/** The crowd on questions just before instants (epoch milliseconds), in the order asked; null where none stood. */
export async function crowdAtInstants(
  db: Db,
  questionIds: readonly string[],
  instants: readonly number[],
): Promise<(number[] | null)[]> {
  const times = instants.map((at) => new Date(at).toISOString());
  const rows = await db.$queryRaw<{ probabilities: number[] | null }[]>`
    SELECT step.probabilities
    FROM unnest(${questionIds}::uuid[], ${times}::timestamptz[]) WITH ORDINALITY AS asked(id, at, place)
    LEFT JOIN LATERAL (
      SELECT CASE WHEN s.forecasters > 0 THEN s.probabilities END AS probabilities FROM crowd_steps s
      WHERE s.question_id = asked.id AND s.at < asked.at ORDER BY s.number DESC LIMIT 1) step ON TRUE
    ORDER BY asked.place`;
  return rows.map(({ probabilities }) => probabilities);
}

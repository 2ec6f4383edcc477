import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { eventIsVisible, topicIsVisible } from "#services/visibility.ts";

/** More instants than a slider has steps for are thinned, the first and the last kept. */
const STEPS = 240;

/**
 * The instants at which the log of a topic changed, oldest first, each with how many changes there were up to it: an
 * event recorded or revised, a statement of coverage signed. What is recorded within one second is one instant.
 */
export async function logChanges(
  ctx: ServiceContext,
  { topicId }: { topicId: string },
): Promise<{ at: Date; changes: number }[]> {
  return ctx.db.$queryRaw<{ at: Date; changes: number }[]>`
    WITH changes AS (
      SELECT r.recorded_at AS at FROM event_revisions r JOIN events e ON e.id = r.event_id
      WHERE e.topic_id = ${topicId}::uuid AND ${eventIsVisible(ctx)}
        -- A merge is one change, though it writes a revision of each of the duplicates.
        AND NOT EXISTS (SELECT FROM event_merges m WHERE m.into_revision_id = r.id)
      UNION ALL SELECT signed_at FROM coverage
        WHERE topic_id = ${topicId}::uuid AND ${topicIsVisible(ctx, Prisma.sql`topic_id`)}
    ), instants AS (
      SELECT max(at) AS at, count(*) AS changes FROM changes GROUP BY date_trunc('second', at)
    ), numbered AS (
      SELECT at, sum(changes) OVER (ORDER BY at)::int AS changes, row_number() OVER (ORDER BY at) AS place,
        count(*) OVER () AS total
      FROM instants
    )
    SELECT at, changes FROM numbered
    WHERE total <= ${STEPS} OR place = 1 OR place = total
      OR (place * ${STEPS} / total) <> ((place - 1) * ${STEPS} / total)
    ORDER BY at`;
}

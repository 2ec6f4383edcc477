import type { Db } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { currentAt } from "#services/event-log/current-revisions.ts";
import { eventIsVisible, type Viewer } from "#services/visibility.ts";

export interface ReportedEvent {
  id: string;
  topicId: string;
  headline: string;
  reportedAt: Date;
}

/**
 * Events as the log had them at an instant, of those reported by then and not retracted, the latest first. An event is reported when its first source
 * is published, and not before it happens: core's `reportTime` for one group of any tier.
 */
export function reportedEvents(
  viewer: Viewer & { readonly db: Db },
  { where, asOf, limit }: { where: Prisma.Sql; asOf: Date | undefined; limit: number },
): Promise<ReportedEvent[]> {
  const until = asOf ? Prisma.sql`reported.at <= ${asOf}` : Prisma.sql`TRUE`;
  return viewer.db.$queryRaw<ReportedEvent[]>`
    SELECT e.id, e.topic_id AS "topicId", r.headline, reported.at AS "reportedAt"
    FROM events e JOIN event_revisions r ON r.event_id = e.id
    CROSS JOIN LATERAL (
      SELECT min(greatest(s.published_at, r.occurred_from)) AS at FROM sources s WHERE s.revision_id = r.id) reported
    WHERE ${where} AND ${eventIsVisible(viewer)} AND r.status <> 'retracted' AND ${currentAt(asOf)} AND reported.at IS NOT NULL AND ${until}
    ORDER BY reported.at DESC, e.id DESC LIMIT ${limit}`;
}

import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { currentAt } from "#services/event-log/current-revisions.ts";
import { eventIsVisible, type Viewer } from "#services/visibility.ts";
import { type EventRow, eventColumns, eventListItem } from "./event-row.ts";
import type { EventListItem } from "./output.ts";

/** Events as they stood at an instant (now when left out), those that happened last first. */
export async function eventsByIds(
  viewer: Viewer & { readonly db: Db | Tx },
  ids: readonly string[],
  asOf?: Date,
): Promise<EventListItem[]> {
  if (ids.length === 0) return [];
  const rows = await viewer.db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns}
    FROM event_revisions r JOIN events e ON e.id = r.event_id JOIN topics t ON t.id = e.topic_id
    WHERE r.event_id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) AND ${currentAt(asOf)} AND ${eventIsVisible(viewer)}
    ORDER BY r.occurred_from DESC, r.event_id DESC`;
  return rows.map(eventListItem);
}

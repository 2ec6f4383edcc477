import type { Db } from "#db/client.ts";
import { currentAt } from "#services/event-log/current-revisions.ts";
import type { Viewer } from "#services/visibility.ts";
import { eventsByIds } from "./events-by-ids.ts";
import type { EventView } from "./output.ts";

type Duplicate = EventView["takenIn"][number];

/** The duplicate that stands for an event, as it was known at an instant; null when it was not merged. */
export async function mergedInto(
  ctx: Viewer & { readonly db: Db },
  intoId: string | undefined,
  asOf: Date | undefined,
): Promise<Duplicate | null> {
  const [duplicate] = intoId ? await eventsByIds(ctx, [intoId], asOf) : [];
  return duplicate ? { id: duplicate.id, headline: duplicate.headline } : null;
}

/** The events for which this one stood at an instant, since they were merged into it. */
export function takenIn(db: Db, eventId: string, asOf: Date | undefined): Promise<Duplicate[]> {
  return db.$queryRaw<Duplicate[]>`
    SELECT r.event_id AS id, r.headline
    FROM event_merges m JOIN event_revisions r ON r.id = m.revision_id
    WHERE m.into_event_id = ${eventId}::uuid AND ${currentAt(asOf)}
    ORDER BY r.recorded_at, r.event_id`;
}

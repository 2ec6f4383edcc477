import type { Db } from "#db/client.ts";
import { standingAt } from "#services/event-log/current-revisions.ts";
import type { Viewer } from "../visibility.ts";
import { eventsByIds } from "./events-by-ids.ts";
import type { EventView } from "./output.ts";

type Twin = EventView["takenIn"][number];

/** The twin that stands for an event, as it was known at an instant; null when it was not merged. */
export async function mergedInto(
  ctx: Viewer & { readonly db: Db },
  intoId: string | undefined,
  asOf: Date | undefined,
): Promise<Twin | null> {
  const [twin] = intoId ? await eventsByIds(ctx, [intoId], asOf) : [];
  return twin ? { id: twin.id, headline: twin.headline } : null;
}

/** The events for which this one stood at an instant, since they were merged into it. */
export function takenIn(db: Db, eventId: string, asOf: Date | undefined): Promise<Twin[]> {
  return db.$queryRaw<Twin[]>`
    SELECT r.event_id AS id, r.headline
    FROM event_merges m JOIN event_revisions r ON r.id = m.revision_id
    WHERE m.into_event_id = ${eventId}::uuid AND ${standingAt(asOf)}
    ORDER BY r.recorded_at, r.event_id`;
}

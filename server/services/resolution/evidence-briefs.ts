import { z } from "zod";
import type { Db } from "#db/client.ts";
import { eventsByIds } from "#services/event/events-by-ids.ts";
import type { Viewer } from "#services/visibility.ts";

/** An event that somebody points to: its headline, as it stands now. */
export const evidenceBriefOutput = z.object({ eventId: z.string(), headline: z.string(), occurredFrom: z.date() });
export type EvidenceBrief = z.infer<typeof evidenceBriefOutput>;

/** Events by their ids, for challenges, requests and suggestions that point to them. */
export async function evidenceBriefs(
  ctx: Viewer & { readonly db: Db },
  ids: readonly string[],
): Promise<(eventIds: readonly string[]) => EvidenceBrief[]> {
  const events = await eventsByIds(ctx, [...new Set(ids)]);
  const byId = new Map(events.map((event) => [event.id, event]));
  return (eventIds) =>
    eventIds.flatMap((eventId) => {
      const event = byId.get(eventId);
      return event ? [{ eventId, headline: event.headline, occurredFrom: event.occurredFrom }] : [];
    });
}

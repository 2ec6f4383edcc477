import type { z } from "zod";
import { eventDuplicates } from "#core/event/event-duplicates.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { currentAt } from "#services/event-log/current-revisions.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { eventIsVisible } from "#services/visibility.ts";
import { eventsByIds } from "./events-by-ids.ts";
import type { EventDuplicatesInput } from "./input.ts";
import type { eventDuplicatesOutput } from "./output.ts";

const NEAR_MS = 3 * DAY_MS;
const MOST = 5;

/** Events of a topic that are likely to be the one being written: alike in traits, or told by the same page. */
export async function findDuplicates(
  ctx: ServiceContext,
  input: EventDuplicatesInput,
): Promise<z.infer<typeof eventDuplicatesOutput>> {
  authorize(ctx, "log_event");
  const { topicId, eventId = "draft", urls, ...draft } = input;
  const [occurredFrom, occurredUntil] = [draft.occurredFrom.getTime(), draft.occurredUntil.getTime()];
  const window = { from: occurredFrom - NEAR_MS, until: occurredUntil + NEAR_MS };
  const [root = draft.type] = draft.type.split(".");
  const near = await loadLog(ctx.db, { topicId, types: [root], window });
  const alike = eventDuplicates({ ...draft, id: eventId, occurredFrom, occurredUntil }, near).slice(0, MOST);
  const sameUrl = await citedBy(ctx, topicId, eventId, urls);
  const found = new Map(alike.map(({ eventId: id, score, reasons }) => [id, { score, reasons: [...reasons] }]));
  for (const id of sameUrl) {
    const { score = 0.5, reasons = [] } = found.get(id) ?? {};
    found.set(id, { score: Math.max(score, 0.5), reasons: ["cites the same page", ...reasons] });
  }
  const events = await eventsByIds(ctx, [...found.keys()]);
  return events
    .map((event) => ({ event, ...(found.get(event.id) ?? { score: 0, reasons: [] }) }))
    .filter(({ event }) => event.mergedIntoId === null)
    .sort((a, b) => b.score - a.score || (a.event.id < b.event.id ? -1 : 1))
    .slice(0, MOST);
}

async function citedBy(ctx: ServiceContext, topicId: string, eventId: string, urls: string[]): Promise<string[]> {
  if (urls.length === 0) return [];
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.event_id AS id
    FROM sources s JOIN event_revisions r ON r.id = s.revision_id JOIN events e ON e.id = r.event_id
    WHERE s.url = ANY(${urls}::text[]) AND e.topic_id = ${topicId}::uuid AND r.event_id::text <> ${eventId}
      AND ${eventIsVisible(ctx)}
      AND ${currentAt(undefined)}
    LIMIT ${MOST}`;
  return rows.map(({ id }) => id);
}

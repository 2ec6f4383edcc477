import type { z } from "zod";
import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { Prisma } from "#db/generated/client.ts";
import { containsText } from "#services/contains-text.ts";
import type { ServiceContext } from "#services/context.ts";
import { actorIsAmong, currentAt, isNotMerged, typeIsAmong } from "#services/event-log/current-revisions.ts";
import { eventIsVisible } from "#services/visibility.ts";
import { type EventRow, eventColumns, eventListItem } from "./event-row.ts";
import type { ListEventsInput } from "./input.ts";
import type { eventListOutput } from "./output.ts";

/** Events as they stood at an instant, those that happened last first. */
export async function listEvents(
  ctx: ServiceContext,
  input: ListEventsInput,
): Promise<z.infer<typeof eventListOutput>> {
  const { topicId, type, actor, text, asOf, cursor, limit } = input;
  const rows = await ctx.db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns}
    FROM event_revisions r JOIN events e ON e.id = r.event_id JOIN topics t ON t.id = e.topic_id
    WHERE ${currentAt(asOf)} AND ${isNotMerged} AND ${eventIsVisible(ctx)}
      AND ${topicId ? Prisma.sql`e.topic_id = ${topicId}::uuid` : Prisma.sql`TRUE`}
      AND ${typeIsAmong(type ? [type] : [])} AND ${actorIsAmong(actor ? [actor] : [])}
      AND ${tells(text)} AND ${comesAfter(cursor)}
    ORDER BY r.occurred_from DESC, r.event_id DESC
    LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(eventListItem);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? cursorOf("events", [last.occurredFrom.getTime(), last.id]) : null,
  };
}

function tells(text: string | undefined): Prisma.Sql {
  if (!text) return Prisma.sql`TRUE`;
  return containsText([Prisma.sql`r.headline`, Prisma.sql`r.description`, Prisma.sql`r.place_name`], text);
}

function comesAfter(cursor: string | undefined): Prisma.Sql {
  const place = placeInList("events", cursor);
  if (!place) return Prisma.sql`TRUE`;
  const [ms, id] = place;
  return Prisma.sql`(r.occurred_from, r.event_id) < (${new Date(Number(ms))}, ${id}::uuid)`;
}

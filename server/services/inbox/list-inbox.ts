import type { z } from "zod";
import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import { containsText, literally } from "#services/contains-text.ts";
import type { ServiceContext } from "#services/context.ts";
import { currentAt } from "#services/event-log/current-revisions.ts";
import type { ListInboxInput } from "./input.ts";
import type { inboxCountsOutput, inboxOutput } from "./output.ts";

interface Row {
  id: string;
  headline: string;
  type: string;
  actors: string[];
  country: string | null;
  placeName: string | null;
  occurredFrom: Date;
  statement: { description: string; sources: { url: string; publisher: string }[] };
}

const isWaiting = Prisma.sql`NOT EXISTS (SELECT FROM inbox_decisions d WHERE d.imported_event_id = i.id)`;

/** What waits in a topic's inbox, the latest happening first, as far as it fits what is asked. */
export async function listInbox(ctx: ServiceContext, input: ListInboxInput): Promise<z.infer<typeof inboxOutput>> {
  authorize(ctx, "import_events");
  const { topicId, cursor, limit, ...asked } = input;
  const inTopic = Prisma.sql`i.topic_id = ${topicId}::uuid AND ${isWaiting}`;
  const fits = Prisma.sql`${inTopic} AND ${fitting(asked)}`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT i.id, i.headline, i.type, i.actors, i.country, i.place_name AS "placeName", i.occurred_from AS "occurredFrom",
      i.statement
    FROM imported_events i WHERE ${fits} AND ${after(cursor)}
    ORDER BY i.occurred_from DESC, i.id DESC LIMIT ${limit + 1}`;
  const [counted] = await ctx.db.$queryRaw<{ waiting: number; fitting: number }[]>`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE ${fitting(asked)}))::int AS fitting
    FROM imported_events i WHERE ${inTopic}`;
  const shown = rows.slice(0, limit);
  const duplicates = await duplicatesOf(ctx, topicId, shown);
  const last = shown.at(-1);
  return {
    waiting: counted?.waiting ?? 0,
    fitting: counted?.fitting ?? 0,
    items: shown.map(({ statement: { description, sources }, ...row }) => {
      const [source] = sources;
      return {
        ...row,
        description,
        source: source ? { url: source.url, publisher: source.publisher } : null,
        duplicate: (source && duplicates.get(source.url)) ?? null,
      };
    }),
    nextCursor: rows.length > limit && last ? cursorOf("inbox", [last.occurredFrom.getTime(), last.id]) : null,
  };
}

function fitting({
  type,
  actor,
  place,
}: {
  type?: string | undefined;
  actor?: string | undefined;
  place?: string | undefined;
}) {
  const ofType = type ? Prisma.sql`(i.type = ${type} OR i.type LIKE ${`${literally(type)}.%`})` : Prisma.sql`TRUE`;
  const ofActor = actor
    ? Prisma.sql`EXISTS (SELECT FROM unnest(i.actors) AS code WHERE code LIKE ${`${literally(actor)}%`})`
    : Prisma.sql`TRUE`;
  const ofPlace = place
    ? Prisma.sql`(${containsText([Prisma.sql`i.place_name`], place)} OR i.country = ${place.toUpperCase()})`
    : Prisma.sql`TRUE`;
  return Prisma.sql`${ofType} AND ${ofActor} AND ${ofPlace}`;
}

function after(cursor: string | undefined): Prisma.Sql {
  const place = placeInList("inbox", cursor);
  if (!place) return Prisma.sql`TRUE`;
  const [ms, id] = place;
  return Prisma.sql`(i.occurred_from, i.id) < (${new Date(Number(ms))}, ${id}::uuid)`;
}

/** Events of the log that cite the same page, by its address. */
async function duplicatesOf(ctx: ServiceContext, topicId: string, rows: readonly Row[]) {
  const urls = rows.flatMap(({ statement }) => statement.sources.map(({ url }) => url));
  const found = await ctx.db.$queryRaw<{ url: string; id: string; headline: string }[]>`
    SELECT DISTINCT ON (s.url) s.url, r.event_id AS id, r.headline
    FROM sources s JOIN event_revisions r ON r.id = s.revision_id JOIN events e ON e.id = r.event_id
    WHERE s.url = ANY(${urls}::text[]) AND e.topic_id = ${topicId}::uuid AND ${currentAt(undefined)}
    ORDER BY s.url, r.event_id`;
  return new Map(found.map(({ url, ...event }) => [url, event]));
}

/** How many imported events wait, by topic. */
export async function inboxCounts(ctx: ServiceContext): Promise<z.infer<typeof inboxCountsOutput>> {
  authorize(ctx, "import_events");
  return ctx.db.$queryRaw<{ topicId: string; waiting: number }[]>`
    SELECT i.topic_id AS "topicId", count(*)::int AS waiting FROM imported_events i WHERE ${isWaiting}
    GROUP BY i.topic_id ORDER BY i.topic_id`;
}

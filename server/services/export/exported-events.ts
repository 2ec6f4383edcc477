import { actorLabel } from "#core/event/actor-label.ts";
import type { EventPrecision, RecordedStatus, SourceTier } from "#core/event/event.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { cursorRows, idPages, inOrderOf, ofTopic } from "./cursor-rows.ts";

type EventText = NonNullable<BundleText["events"]>[number];
type ActorText = NonNullable<BundleText["actors"]>[number];
type RevisionText = Omit<EventText, "id" | "topic" | "earlier">;

const revision = {
  include: {
    actors: { orderBy: { position: "asc" } },
    sources: { orderBy: { position: "asc" } },
    merge: { select: { intoEventId: true, intoRevision: { select: { number: true } } } },
  },
  orderBy: { number: "asc" },
} as const satisfies Prisma.EventRevisionFindManyArgs;

type Revision = Prisma.EventRevisionGetPayload<typeof revision>;

/** The events of the log with all their revisions, in the order in which they were recorded. */
export async function* exportedEvents(tx: Tx, topic: string | undefined): AsyncGenerator<EventText> {
  const all = Prisma.sql`
    SELECT e.id FROM events e JOIN event_revisions r ON r.event_id = e.id AND r.number = 1
    WHERE ${ofTopic(Prisma.sql`e.topic_id`, topic)} ORDER BY r.recorded_at, e.id`;
  for await (const ids of idPages(tx, all)) {
    const rows = await tx.event.findMany({
      where: { id: { in: ids } },
      select: { id: true, topic: { select: { slug: true } }, revisions: revision },
    });
    for (const { id, topic: of, revisions } of inOrderOf(ids, rows)) {
      const told = revisions.map(exportedRevision);
      const latest = told.pop();
      if (!latest) throw new Error(`The event ${id} has no revision.`);
      yield { id, topic: of.slug, ...latest, ...(told.length > 0 ? { earlier: told } : {}) };
    }
  }
}

/** What the log calls the actors of exported events and rules, where no code list names them so. */
export async function* exportedActors(tx: Tx, topic: string | undefined): AsyncGenerator<ActorText> {
  const rows = cursorRows<ActorText>(
    tx,
    Prisma.sql`
      SELECT a.code AS "code", a.name AS "name" FROM actors a
      WHERE EXISTS (SELECT FROM event_actors p JOIN event_revisions r ON r.id = p.revision_id JOIN events e ON e.id = r.event_id
          WHERE p.code = a.code AND ${ofTopic(Prisma.sql`e.topic_id`, topic)})
        OR EXISTS (SELECT FROM criteria_versions c JOIN questions q ON q.id = c.question_id JOIN publications p ON p.question_id = q.id
          WHERE position('"' || a.code || '"' IN c.rule::text) > 0 AND ${ofTopic(Prisma.sql`q.topic_id`, topic)})
      ORDER BY a.code`,
  );
  for await (const actor of rows) if (actor.name !== actorLabel(actor.code)) yield actor;
}

function exportedRevision(row: Revision): RevisionText {
  const { headline, description, type, country, placeName, tags, magnitude, magnitudeUnit, reason, merge } = row;
  return {
    headline,
    description,
    type,
    occurredFrom: row.occurredFrom.toISOString(),
    occurredUntil: row.occurredUntil.toISOString(),
    precision: row.precision as EventPrecision,
    country,
    placeName,
    tags,
    magnitude: magnitude === null ? null : { value: magnitude, unit: magnitudeUnit ?? "" },
    actors: row.actors.map(({ code, role }) => ({ code, role: role as "initiator" })),
    sources: row.sources.map(({ publishedAt, tier, url, publisher, title, independenceGroup, ...rest }) => ({
      url,
      publisher,
      title,
      publishedAt: publishedAt.toISOString(),
      tier: tier as SourceTier,
      independenceGroup,
      quote: rest.quote,
      language: rest.language,
      archiveUrl: rest.archiveUrl,
    })),
    status: row.status as RecordedStatus,
    ...(reason === null ? {} : { reason }),
    recordedAt: row.recordedAt.toISOString(),
    ...(merge ? { mergedInto: { event: merge.intoEventId, revision: merge.intoRevision.number } } : {}),
  };
}

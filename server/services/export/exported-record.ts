import type { EventPrecision, RecordedStatus, SourceTier } from "#core/event/event.ts";
import type { Db } from "#db/client.ts";
import type { BundleText } from "../bundle/bundle-document.ts";

type Records = { [List in "topics" | "events" | "coverage"]: NonNullable<BundleText[List]> };

/** The topics, what stands in their logs, and the coverage that stands. */
export async function exportedRecord(db: Db, topic: string | undefined): Promise<Records> {
  const topics = await db.topic.findMany({
    where: topic === undefined ? {} : { slug: topic },
    orderBy: { slug: "asc" },
    select: { slug: true, title: true, summary: true, isFictional: true },
  });
  const within = topic === undefined ? {} : { topic: { slug: topic } };
  const coverage = await db.coverage.findMany({
    where: { ...within, supersededBy: { is: null } },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
    include: { topic: { select: { slug: true } } },
  });
  return {
    topics: topics.map(({ slug, ...rest }) => ({ id: slug, ...rest })),
    events: (await loggedEvents(db, within)).map(exportedEvent),
    coverage: coverage.map(({ topic, types, actors, coversFrom, coversUntil, note, signedAt }) => ({
      topic: topic.slug,
      types,
      actors,
      coversFrom: coversFrom.toISOString(),
      coversUntil: coversUntil.toISOString(),
      note,
      signedAt: signedAt.toISOString(),
    })),
  };
}

function loggedEvents(db: Db, within: { topic?: { slug: string } }) {
  return db.event.findMany({
    where: within,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      topic: { select: { slug: true } },
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { actors: { orderBy: { position: "asc" } }, sources: { orderBy: { position: "asc" } } },
      },
    },
  });
}

function exportedEvent({
  id,
  topic,
  revisions,
}: Awaited<ReturnType<typeof loggedEvents>>[number]): Records["events"][number] {
  const [revision] = revisions;
  if (!revision) throw new Error(`The event ${id} has no revision.`);
  const { headline, description, type, country, placeName, tags, magnitude, magnitudeUnit } = revision;
  return {
    id,
    topic: topic.slug,
    headline,
    description,
    type,
    occurredFrom: revision.occurredFrom.toISOString(),
    occurredUntil: revision.occurredUntil.toISOString(),
    precision: revision.precision as EventPrecision,
    country,
    placeName,
    tags,
    magnitude: magnitude === null ? null : { value: magnitude, unit: magnitudeUnit ?? "" },
    actors: revision.actors.map(({ code, role }) => ({ code, role: role as "initiator" })),
    sources: revision.sources.map(({ publishedAt, tier, url, publisher, title, independenceGroup, ...rest }) => ({
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
    status: revision.status as RecordedStatus,
    recordedAt: revision.recordedAt.toISOString(),
  };
}

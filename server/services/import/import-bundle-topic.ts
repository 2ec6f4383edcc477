import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "../bundle/bundle-document.ts";
import { eventStatement } from "../event/input.ts";
import { writeRevision } from "../event/write-revision.ts";

/**
 * The topic of that address; a new one with the log and the coverage of the bundle where there is none. A log that is here already
 * is left as it is: what was recorded stands. The database stamps what it records.
 */
export async function importBundleTopic(
  tx: Tx,
  document: BundleDocument,
  slug: string,
  importerId: string,
): Promise<string> {
  const here = await tx.topic.findUnique({ where: { slug }, select: { id: true } });
  if (here) return here.id;
  const { title = slug, summary = "", isFictional = false } = document.topics.find(({ id }) => id === slug) ?? {};
  const { id: topicId } = await tx.topic.create({
    data: { slug, title, summary, isFictional, createdById: importerId },
    select: { id: true },
  });
  for (const event of document.events.filter(({ topic }) => topic === slug))
    await importEvent(tx, event, topicId, importerId);
  const coverage = document.coverage.filter(({ topic }) => topic === slug);
  for (const { types, actors, coversFrom, coversUntil, note } of coverage) {
    const span = { coversFrom: new Date(coversFrom), coversUntil: new Date(coversUntil) };
    await tx.coverage.create({ data: { topicId, types, actors, note, ...span, signedById: importerId } });
  }
  return topicId;
}

async function importEvent(
  tx: Tx,
  event: BundleDocument["events"][number],
  topicId: string,
  importerId: string,
): Promise<void> {
  const { sources, occurredFrom, occurredUntil, status, id: _, topic: __, recordedAt: ___, ...stated } = event;
  const statement = eventStatement.parse({
    ...stated,
    occurredFrom: new Date(occurredFrom),
    occurredUntil: new Date(occurredUntil),
    sources: sources.map(({ publishedAt, ...source }) => ({ ...source, publishedAt: new Date(publishedAt) })),
  });
  const { id: eventId } = await tx.event.create({ data: { topicId, createdById: importerId }, select: { id: true } });
  const revision = { eventId, number: 1, statement, status, reason: null, recordedById: importerId };
  await writeRevision(tx, revision);
}

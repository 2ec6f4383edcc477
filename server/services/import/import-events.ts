import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import type { EventStatement } from "#services/event/input.ts";
import { writeRevision } from "#services/event/write-revision.ts";
import { databaseNow } from "#services/transact.ts";
import { eventId } from "./bundle-ids.ts";
import type { Importing } from "./importing.ts";

type BundleEvent = BundleDocument["events"][number];
type Revision = BundleEvent["earlier"][number];

/** The revisions of an event, the first one first. */
export function revisionsOf({ id: _, topic: __, earlier, ...latest }: BundleEvent): Revision[] {
  return [...earlier, latest];
}

/** The events that are here already, with how many revisions each has. */
export async function eventsHere(
  db: Pick<Tx, "$queryRaw">,
  events: readonly BundleEvent[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; revisions: number }[]>`
    SELECT e.id::text AS id, count(r.id)::int AS revisions FROM events e JOIN event_revisions r ON r.event_id = e.id
    WHERE e.id = ANY (${events.map(eventId)}::uuid[]) GROUP BY e.id`;
  return new Map(rows.map(({ id, revisions }) => [id, revisions]));
}

/** Puts an event into the log with all its revisions. Those that say when they were recorded keep that time. */
export async function importEvent(
  tx: Tx,
  { batchId, importerId }: Pick<Importing, "batchId" | "importerId">,
  event: BundleEvent,
  topicId: string,
): Promise<void> {
  const id = eventId(event);
  await tx.event.create({ data: { id, topicId, createdById: importerId } });
  for (const [i, { status, reason, recordedAt, mergedInto: _, ...stated }] of revisionsOf(event).entries()) {
    const at = recordedAt === undefined ? await databaseNow(tx) : new Date(recordedAt);
    await writeRevision(tx, {
      eventId: id,
      number: i + 1,
      statement: statementOf(stated),
      status,
      reason: reason ?? null,
      recordedById: importerId,
      past: { recordedAt: at, importBatchId: batchId },
    });
  }
}

function statementOf(stated: Omit<Revision, "status" | "reason" | "recordedAt" | "mergedInto">): EventStatement {
  const { occurredFrom, occurredUntil, sources, actors, ...rest } = stated;
  return {
    ...rest,
    occurredFrom: new Date(occurredFrom),
    occurredUntil: new Date(occurredUntil),
    actors,
    sources: sources.map(({ publishedAt, ...source }) => ({ ...source, publishedAt: new Date(publishedAt) })),
  };
}

/** Ties events that were merged to the duplicates that took them in, once both are here. */
export async function importMerges(tx: Tx, events: readonly BundleEvent[]): Promise<void> {
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    for (const [i, { mergedInto }] of revisionsOf(event).entries()) {
      const into = mergedInto && byId.get(mergedInto.event);
      if (!into) continue;
      const [revisionId, intoRevisionId] = [
        await revisionOf(tx, eventId(event), i + 1),
        await revisionOf(tx, eventId(into), mergedInto.revision),
      ];
      if (!revisionId || !intoRevisionId) continue;
      await tx.eventMerge.createMany({
        data: { revisionId, intoEventId: eventId(into), intoRevisionId },
        skipDuplicates: true,
      });
    }
  }
}

async function revisionOf(tx: Tx, id: string, number: number): Promise<string | undefined> {
  const row = await tx.eventRevision.findUnique({
    where: { eventId_number: { eventId: id, number } },
    select: { id: true },
  });
  return row?.id;
}

import { DomainError } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";

/** The revisions of these events as they are now; throws unless each is an event of the question's topic. */
export async function latestRevisions(
  tx: Tx,
  topicId: string | null,
  eventIds: readonly string[],
): Promise<{ eventId: string; revisionId: string }[]> {
  const events = await tx.event.findMany({
    where: { id: { in: [...new Set(eventIds)] }, ...(topicId ? { topicId } : {}) },
    select: { id: true, revisions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  if (events.length !== new Set(eventIds).size) {
    throw new DomainError("resolution_must_cite_evidence", { reason: "other_topic", field: "evidenceIds" });
  }
  return events.flatMap(({ id, revisions }) => revisions.map((revision) => ({ eventId: id, revisionId: revision.id })));
}

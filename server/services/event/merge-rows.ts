import type { RecordedStatus } from "#core/event/event.ts";
import type { Tx } from "#db/client.ts";

interface UnitedRevision {
  readonly intoEventId: string;
  /** What the duplicate cited before the merge, and right after it. */
  readonly before: readonly { readonly url: string }[];
  readonly after: readonly { readonly url: string }[];
}

/** What the latest merge of an event did to its duplicate; null when it was never merged. */
export async function unitedRevision(tx: Tx, eventId: string): Promise<UnitedRevision | null> {
  const merge = await tx.eventMerge.findFirst({
    where: { revision: { eventId } },
    orderBy: { revision: { number: "desc" } },
    select: {
      intoEventId: true,
      intoRevision: { select: { number: true, sources: { select: { url: true } } } },
    },
  });
  if (!merge) return null;
  const { intoEventId, intoRevision } = merge;
  const before = await tx.source.findMany({
    where: { revision: { eventId: intoEventId, number: intoRevision.number - 1 } },
    select: { url: true },
  });
  return { intoEventId, before, after: intoRevision.sources };
}

/** How an event stood before the revision of that number. */
export async function statusBefore(tx: Tx, eventId: string, number: number): Promise<RecordedStatus> {
  const row = await tx.eventRevision.findUnique({
    where: { eventId_number: { eventId, number: number - 1 } },
    select: { status: true },
  });
  return (row?.status ?? "reported") as RecordedStatus;
}

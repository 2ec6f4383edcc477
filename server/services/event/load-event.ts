import { DomainError } from "#core/errors.ts";
import type { ActorRole, EventPrecision, RecordedStatus, SourceTier } from "#core/event/event.ts";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { lockRows } from "#db/locks.ts";
import type { EventStatement } from "./input.ts";

export interface CurrentEvent {
  readonly id: string;
  readonly topicId: string;
  readonly number: number;
  readonly status: RecordedStatus;
  /** The duplicate that stands for it since they were merged. */
  readonly mergedIntoId: string | null;
  readonly statement: EventStatement;
}

const wholeRevision = {
  event: { select: { topicId: true } },
  actors: { orderBy: { position: "asc" } },
  sources: { orderBy: { position: "asc" } },
  merge: { select: { intoEventId: true } },
} as const satisfies Prisma.EventRevisionInclude;

type WholeRevision = Prisma.EventRevisionGetPayload<{ include: typeof wholeRevision }>;

/** An event as it stands, locked until the transaction ends, so that its revisions are numbered one after another. */
export async function loadEventLocked(tx: Tx, eventId: string): Promise<CurrentEvent> {
  await lockRows(tx, "event", [eventId]);
  const latest = await tx.eventRevision.findFirst({
    where: { eventId },
    orderBy: { number: "desc" },
    include: wholeRevision,
  });
  if (!latest) throw new DomainError("subject_must_exist", { kind: "event" });
  return {
    id: eventId,
    topicId: latest.event.topicId,
    number: latest.number,
    status: latest.status as RecordedStatus,
    mergedIntoId: latest.merge?.intoEventId ?? null,
    statement: statementOf(latest),
  };
}

/** What a revision states, in the shape in which it was given. */
function statementOf(revision: WholeRevision): EventStatement {
  const { headline, description, type, occurredFrom, occurredUntil, country, placeName, tags } = revision;
  return {
    headline,
    description,
    type,
    occurredFrom,
    occurredUntil,
    precision: revision.precision as EventPrecision,
    country,
    placeName,
    tags,
    magnitude: revision.magnitude === null ? null : { value: revision.magnitude, unit: revision.magnitudeUnit ?? "" },
    actors: revision.actors.map(({ code, role }) => ({ code, role: role as ActorRole })),
    sources: revision.sources.map(({ id: _, revisionId: __, position: ___, tier, ...source }) => ({
      ...source,
      tier: tier as SourceTier,
    })),
  };
}

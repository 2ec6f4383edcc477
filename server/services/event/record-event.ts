import type { Tx } from "#db/client.ts";
import { declareInLog } from "#services/conflict/declare-in-log.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { EventStatement } from "./input.ts";
import { writeRevision } from "./write-revision.ts";

interface NewEvent {
  readonly topicId: string;
  readonly statement: EventStatement;
  readonly recordedById: string;
}

/** Writes a new event with its first revision, audits it, declares what its author has at stake, and records that it happened: the one way by which events enter a log. */
export async function recordEvent(tx: Tx, ctx: ServiceContext, { topicId, statement, recordedById }: NewEvent) {
  const { id } = await tx.event.create({ data: { topicId, createdById: recordedById }, select: { id: true } });
  const revision = { eventId: id, number: 1, statement, status: "reported", reason: null, recordedById } as const;
  const written = await writeRevision(tx, revision);
  const details = { topicId, headline: statement.headline };
  await writeAudit(tx, ctx, { action: "log-event", subjectKind: "event", subjectId: id, details });
  await declareInLog(tx, recordedById, { act: "log-event", topicId, eventIds: [id] });
  await recordEvents(tx, [{ kind: "event.logged", payload: { topicId, eventId: id, number: 1 } }]);
  return { id, number: 1, ...written };
}

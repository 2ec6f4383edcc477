import type { z } from "zod";
import { DomainError } from "#core/errors.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { type EventStatement, eventStatement } from "#services/event/input.ts";
import { recordEvent } from "#services/event/record-event.ts";
import { ensureStatementIsRecordable } from "#services/event/write-revision.ts";
import { consequencesOf } from "#services/event-log/consequences.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { DecideInboxInput } from "./input.ts";
import type { inboxDecidedOutput } from "./output.ts";

interface Waiting {
  id: string;
  headline: string;
  statement: unknown;
}

/**
 * Takes imported events into the log, or dismisses them; each once, whoever else decides it at the same time. The
 * questions that they touch are evaluated once all are in, not after each.
 */
export async function decideInbox(
  ctx: ServiceContext,
  input: DecideInboxInput,
): Promise<z.infer<typeof inboxDecidedOutput>> {
  const person = authorizePerson(ctx, "import_events");
  const { topicId, ids, decision } = input;
  const { decided, eventIds, refused, since } = await transact(ctx, async (tx) => {
    await loadTopic(tx, topicId);
    const waiting = await lockWaiting(tx, topicId, ids);
    if (decision === "dismiss") {
      await writeDecisions(
        tx,
        person.id,
        waiting.map(({ id }) => [id, null]),
      );
      const details = { count: waiting.length };
      await writeAudit(tx, ctx, { action: "dismiss-imported", subjectKind: "topic", subjectId: topicId, details });
      return { decided: waiting.length, eventIds: [], refused: [], since: ctx.now };
    }
    return accept(tx, ctx, topicId, person.id, waiting);
  });
  if (eventIds.length === 0) return { decided, refused, proposals: [], areEvaluated: true };
  const { proposals, areEvaluated } = await consequencesOf(ctx, { topicId, eventIds, since });
  return { decided, refused, proposals: proposals.map(({ slug, title }) => ({ slug, title })), areEvaluated };
}

/** Locks what is named, and then asks what of it still waits: another may have decided meanwhile. */
async function lockWaiting(tx: Tx, topicId: string, ids: readonly string[]): Promise<Waiting[]> {
  await lockRows(tx, "importedEvent", ids);
  return tx.$queryRaw<Waiting[]>`
    SELECT i.id, i.headline, i.statement FROM imported_events i
    WHERE i.topic_id = ${topicId}::uuid AND i.id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM inbox_decisions d WHERE d.imported_event_id = i.id)
    ORDER BY i.id`;
}

async function accept(tx: Tx, ctx: ServiceContext, topicId: string, recordedById: string, waiting: readonly Waiting[]) {
  const accepted: [string, string][] = [];
  const refused: { headline: string; broken: PlainBroken }[] = [];
  const now = await databaseNow(tx);
  for (const { id, headline, statement } of waiting) {
    const stated = eventStatement.parse(revived(statement));
    const broken = refusalOf(stated, now);
    if (broken === null)
      accepted.push([id, (await recordEvent(tx, ctx, { topicId, statement: stated, recordedById })).id]);
    else refused.push({ headline, broken });
  }
  await writeDecisions(tx, recordedById, accepted);
  return { decided: accepted.length, eventIds: accepted.map(([, eventId]) => eventId), refused, since: now };
}

/** Why the log would not take it; null when it would. Asked before anything is written, so that the others go in. */
function refusalOf(statement: EventStatement, now: Date): PlainBroken | null {
  try {
    ensureStatementIsRecordable(statement, now);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.broken;
    throw error;
  }
}

/** A statement as it was stored: its instants are texts in JSON. */
function revived(statement: unknown): unknown {
  const { occurredFrom, occurredUntil, sources, ...rest } = statement as {
    occurredFrom: string;
    occurredUntil: string;
    sources: { publishedAt: string }[];
  };
  return {
    ...rest,
    occurredFrom: new Date(occurredFrom),
    occurredUntil: new Date(occurredUntil),
    sources: sources.map((source) => ({ ...source, publishedAt: new Date(source.publishedAt) })),
  };
}

async function writeDecisions(tx: Tx, decidedById: string, decisions: readonly (readonly [string, string | null])[]) {
  await tx.inboxDecision.createMany({
    data: decisions.map(([importedEventId, eventId]) => ({ importedEventId, eventId, decidedById })),
  });
}

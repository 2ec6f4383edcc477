import { actorLabel } from "#core/event/actor-label.ts";
import type { RecordedStatus } from "#core/event/event.ts";
import { ensureRecordable } from "#core/event/event-rules.ts";
import { independenceGroups } from "#core/event/independence-groups.ts";
import type { Tx } from "#db/client.ts";
import { databaseNow } from "#services/transact.ts";
import type { EventStatement } from "./input.ts";

export interface NewRevision {
  readonly eventId: string;
  readonly number: number;
  readonly statement: EventStatement;
  readonly status: RecordedStatus;
  readonly reason: string | null;
  readonly recordedById: string;
  /** A record brought in from elsewhere keeps its own time. */
  readonly past?: { readonly recordedAt: Date; readonly importBatchId: string };
}

/** Writes one revision whole: what it states, who took part, and on which sources. The database stamps it, unless it was imported. */
export async function writeRevision(tx: Tx, revision: NewRevision): Promise<{ revisionId: string; recordedAt: Date }> {
  const { statement, past, ...row } = revision;
  const { actors, sources, magnitude, ...stated } = statement;
  ensureStatementIsRecordable(statement, await databaseNow(tx));
  await addActors(tx, actors);
  const { id: revisionId, recordedAt } = await tx.eventRevision.create({
    data: { ...row, ...past, ...stated, magnitude: magnitude?.value ?? null, magnitudeUnit: magnitude?.unit ?? null },
    select: { id: true, recordedAt: true },
  });
  await tx.eventActor.createMany({
    data: actors.map(({ code, role }, position) => ({ revisionId, position, code, role })),
  });
  const groups = independenceGroups(
    sources.map(({ publishedAt, ...source }) => ({ ...source, publishedAt: publishedAt.getTime() })),
  );
  await tx.source.createMany({
    data: sources.map((source, position) => ({
      ...source,
      revisionId,
      position,
      independenceGroup: groups[position] ?? source.publisher,
    })),
  });
  return { revisionId, recordedAt };
}

/** Throws unless the log would take the statement at an instant. */
export function ensureStatementIsRecordable(statement: EventStatement, now: Date): void {
  const times = {
    occurredFrom: statement.occurredFrom.getTime(),
    occurredUntil: statement.occurredUntil.getTime(),
  };
  const sources = statement.sources.map(({ publishedAt }) => ({ publishedAt: publishedAt.getTime() }));
  ensureRecordable({ ...statement, ...times, sources }, now.getTime());
}

/** Adds the actors that the log does not know yet; those it knows keep their names. */
async function addActors(tx: Tx, actors: EventStatement["actors"]): Promise<void> {
  const names = new Map(actors.map(({ code, name }) => [code, name ?? actorLabel(code)]));
  // In one order everywhere, so that two events that bring the same new actors do not wait for each other.
  const data = [...names].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
  await tx.actor.createMany({ data, skipDuplicates: true });
}

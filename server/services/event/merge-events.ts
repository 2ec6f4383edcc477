import { ensure } from "#core/errors.ts";
import { partedSources, unitedSources } from "#core/event/united-sources.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareInLog } from "#services/conflict/declare-in-log.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { MergeEventsInput, UnmergeEventInput } from "./input.ts";
import { type CurrentEvent, loadEventLocked } from "./load-event.ts";
import { type LoggedRevision, withConsequences } from "./log-event.ts";
import { statusBefore, unitedRevision } from "./merge-rows.ts";
import { writeRevision } from "./write-revision.ts";

/** Both events, locked together, so that two merges the other way round do not wait for each other. */
async function loadBoth(tx: Tx, eventId: string, intoId: string): Promise<{ event: CurrentEvent; into: CurrentEvent }> {
  ensure(eventId !== intoId, "events_must_be_duplicates_to_merge", { reason: "itself", field: "intoId" });
  await lockRows(tx, "event", [eventId, intoId]);
  return { event: await loadEventLocked(tx, eventId), into: await loadEventLocked(tx, intoId) };
}

function ensureMergeable(event: CurrentEvent, into: CurrentEvent): void {
  const areOfOneTopic = event.topicId === into.topicId;
  ensure(areOfOneTopic, "events_must_be_duplicates_to_merge", { reason: "other_topic", field: "intoId" });
  ensure(event.mergedIntoId === null, "event_must_not_be_merged", { reason: "merged_already" });
  ensure(into.mergedIntoId === null && into.status !== "retracted", "event_must_not_be_merged", {
    reason: "into_inactive",
    field: "intoId",
  });
}

/**
 * Merges an event into its duplicate: the duplicate takes its sources in by a revision, and the event is retracted by one that
 * points to the duplicate. Nothing is removed, and it can be taken back.
 */
export async function mergeEvents(ctx: ServiceContext, input: MergeEventsInput): Promise<LoggedRevision> {
  const { id: recordedById } = authorizePerson(ctx, "revise_event");
  const { eventId, intoId } = input;
  const reason = input.reason.trim();
  ensure(reason !== "", "reason_must_be_given", { of: "merge", field: "reason" });
  const { topicId, ...merged } = await transact(ctx, async (tx) => {
    const { event, into } = await loadBoth(tx, eventId, intoId);
    ensureMergeable(event, into);
    const number = into.number + 1;
    const sources = unitedSources(into.statement.sources, event.statement.sources);
    const united = await writeRevision(tx, {
      eventId: intoId,
      number,
      statement: { ...into.statement, sources },
      status: into.status,
      reason: `Takes in the sources of “${event.statement.headline}”, which is the same event: ${reason}`,
      recordedById,
    });
    const { revisionId } = await writeRevision(tx, {
      eventId,
      number: event.number + 1,
      statement: event.statement,
      status: "retracted",
      reason: `Merged into “${into.statement.headline}”: ${reason}`,
      recordedById,
    });
    await tx.eventMerge.create({ data: { revisionId, intoEventId: intoId, intoRevisionId: united.revisionId } });
    const eventIds = [eventId, intoId] as const;
    await declareInLog(tx, recordedById, { act: "merge-events", topicId: into.topicId, eventIds });
    const details = { into: intoId, reason };
    await writeAudit(tx, ctx, { action: "merge-events", subjectKind: "event", subjectId: eventId, details });
    await recordEvents(tx, [
      { kind: "event.merged", payload: { topicId: into.topicId, eventId, otherEventId: intoId } },
    ]);
    return { topicId: into.topicId, id: intoId, number, ...united };
  });
  return withConsequences(ctx, topicId, merged, eventId);
}

/** Takes a merge back: the event counts by itself again, and its duplicate gives up the sources that the merge brought. */
export async function unmergeEvent(ctx: ServiceContext, input: UnmergeEventInput): Promise<LoggedRevision> {
  const { id: recordedById } = authorizePerson(ctx, "revise_event");
  const { eventId } = input;
  const reason = input.reason.trim();
  ensure(reason !== "", "reason_must_be_given", { of: "unmerge", field: "reason" });
  const { topicId, intoId, ...parted } = await transact(ctx, async (tx) => {
    const merge = await unitedRevision(tx, eventId);
    ensure(merge, "event_must_be_merged");
    const { event, into } = await loadBoth(tx, eventId, merge.intoEventId);
    ensure(event.mergedIntoId === into.id, "event_must_be_merged");
    const sources = partedSources(into.statement.sources, merge.before, merge.after);
    if (sources.length < into.statement.sources.length) {
      await writeRevision(tx, {
        eventId: into.id,
        number: into.number + 1,
        statement: { ...into.statement, sources: [...sources] },
        status: into.status,
        reason: `Gives back the sources of “${event.statement.headline}”, which is another event: ${reason}`,
        recordedById,
      });
    }
    const number = event.number + 1;
    const status = await statusBefore(tx, eventId, event.number);
    const revision = {
      eventId,
      number,
      statement: event.statement,
      status,
      reason: `Stands by itself again: ${reason}`,
    };
    const written = await writeRevision(tx, { ...revision, recordedById });
    const eventIds = [eventId, into.id] as const;
    await declareInLog(tx, recordedById, { act: "unmerge-event", topicId: event.topicId, eventIds });
    const details = { from: into.id, reason };
    await writeAudit(tx, ctx, { action: "unmerge-event", subjectKind: "event", subjectId: eventId, details });
    const happened = { topicId: event.topicId, eventId, otherEventId: into.id };
    await recordEvents(tx, [{ kind: "event.unmerged", payload: happened }]);
    return { topicId: event.topicId, intoId: into.id, id: eventId, number, ...written };
  });
  return withConsequences(ctx, topicId, parted, intoId);
}

import { ensure } from "#core/errors.ts";
import type { RecordedStatus } from "#core/event/event.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareInLog } from "#services/conflict/declare-in-log.ts";
import type { ServiceContext } from "#services/context.ts";
import type { DomainEventKind } from "#services/outbox/domain-events.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { type EventStatement, eventStatement, type ReviseEventInput, type SetEventStatusInput } from "./input.ts";
import { type CurrentEvent, loadEventLocked } from "./load-event.ts";
import { type LoggedRevision, withConsequences } from "./log-event.ts";
import { writeRevision } from "./write-revision.ts";

interface Change {
  readonly action: "revise-event" | "dispute-event" | "retract-event" | "restore-event";
  readonly reason: string;
  readonly statement: EventStatement;
  readonly status: RecordedStatus;
}

const HAPPENED = {
  "revise-event": "event.revised",
  "dispute-event": "event.disputed",
  "retract-event": "event.retracted",
  "restore-event": "event.restored",
} as const satisfies Record<Change["action"], DomainEventKind>;

/** Appends a revision to an event under its lock, and says what it led to. */
async function append(
  ctx: ServiceContext,
  eventId: string,
  changeOf: (current: CurrentEvent) => Change,
): Promise<LoggedRevision> {
  const { id: recordedById } = authorizePerson(ctx, "revise_event");
  const { topicId, ...revised } = await transact(ctx, async (tx) => {
    const current = await loadEventLocked(tx, eventId);
    ensure(current.mergedIntoId === null, "event_must_not_be_merged", { reason: "not_to_revise" });
    const { action, ...change } = changeOf(current);
    const reason = change.reason.trim();
    ensure(reason !== "", "reason_must_be_given", { of: "revision", field: "reason" });
    const number = current.number + 1;
    const written = await writeRevision(tx, { eventId, number, ...change, reason, recordedById });
    await declareInLog(tx, recordedById, { act: action, topicId: current.topicId, eventIds: [eventId] });
    const details = { number, reason };
    await writeAudit(tx, ctx, { action, subjectKind: "event", subjectId: eventId, details });
    const payload = { topicId: current.topicId, eventId, number };
    await recordEvents(tx, [{ kind: HAPPENED[action], payload }]);
    return { topicId: current.topicId, id: eventId, number, ...written };
  });
  return withConsequences(ctx, topicId, revised);
}

/** States anew what happened, and why it is stated otherwise. The earlier statements stay. */
export async function reviseEvent(ctx: ServiceContext, input: ReviseEventInput): Promise<LoggedRevision> {
  const statement = eventStatement.parse(input);
  return append(ctx, input.eventId, ({ number, status }) => {
    ensure(input.basedOn === undefined || input.basedOn === number, "revision_must_build_on_the_latest", {
      of: "event",
    });
    return { action: "revise-event", reason: input.reason, statement, status };
  });
}

const ACTION = { disputed: "dispute-event", retracted: "retract-event", reported: "restore-event" } as const;

/** Marks an event as disputed or retracted, or takes such a mark back, and says why. It decides nothing while marked. */
export async function setEventStatus(ctx: ServiceContext, input: SetEventStatusInput): Promise<LoggedRevision> {
  return append(ctx, input.eventId, ({ status, statement }) => {
    ensure(status !== input.status, "revision_must_change_something", { of: "event", status, field: "status" });
    return { action: ACTION[input.status], reason: input.reason, statement, status: input.status };
  });
}

import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { type Consequences, consequencesOf } from "#services/event-log/consequences.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { transact } from "#services/transact.ts";
import { eventStatement, type LogEventInput } from "./input.ts";
import { recordEvent } from "./record-event.ts";

export interface LoggedRevision extends Consequences {
  id: string;
  revisionId: string;
  number: number;
  recordedAt: Date;
}

/** Records that something happened, on sources, and says which open questions it touches and which answers it brought. */
export async function logEvent(ctx: ServiceContext, input: LogEventInput): Promise<LoggedRevision> {
  const { id: recordedById } = authorizePerson(ctx, "log_event");
  const statement = eventStatement.parse(input);
  const logged = await transact(ctx, async (tx) => {
    const { id: topicId } = await loadTopic(tx, input.topicId);
    return recordEvent(tx, ctx, { topicId, statement, recordedById });
  });
  return withConsequences(ctx, input.topicId, logged);
}

/**
 * Adds to what was recorded what it has led to. A command that changed a second event too, such as a merge, names it.
 */
export async function withConsequences<T extends { id: string; recordedAt: Date }>(
  ctx: ServiceContext,
  topicId: string,
  recorded: T,
  otherEventId?: string,
) {
  const eventIds = [recorded.id, ...(otherEventId ? [otherEventId] : [])];
  return { ...recorded, ...(await consequencesOf(ctx, { topicId, eventIds, since: recorded.recordedAt })) };
}

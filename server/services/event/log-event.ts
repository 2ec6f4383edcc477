import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { loadTopic } from "../topic/load-topic.ts";
import { transact } from "../transact.ts";
import { type AskedOfEvents, askAboutEvents } from "./ask-questions.ts";
import { eventStatement, type LogEventInput } from "./input.ts";
import { recordEvent } from "./record-event.ts";

export interface LoggedRevision extends AskedOfEvents {
  id: string;
  revisionId: string;
  number: number;
  recordedAt: Date;
}

/** Records that something happened, on sources; then asks the open questions that it touches whether that decides them. */
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
 * Adds to what was recorded which questions it touches, and what they answer now. An act that changed a second event too, such as
 * a merge, names it.
 */
export async function withConsequences<T extends { id: string }>(
  ctx: ServiceContext,
  topicId: string,
  recorded: T,
  otherEventId?: string,
) {
  const changed = [recorded.id, ...(otherEventId ? [otherEventId] : [])];
  return { ...recorded, ...(await askAboutEvents(ctx, topicId, changed)) };
}

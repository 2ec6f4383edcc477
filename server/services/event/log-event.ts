import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { loadTopic } from "../topic/load-topic.ts";
import { transact } from "../transact.ts";
import { type Asked, askQuestions } from "./ask-questions.ts";
import { eventStatement, type LogEventInput } from "./input.ts";
import { recordEvent } from "./record-event.ts";
import { type TouchedQuestion, touchedQuestions } from "./touched-questions.ts";

export interface LoggedRevision extends Asked {
  id: string;
  revisionId: string;
  number: number;
  recordedAt: Date;
  /** The open questions whose criteria the event may count towards. */
  touched: TouchedQuestion[];
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
  const touched = await touchedQuestions(ctx.db, topicId, changed);
  const ids = touched.map(({ id }) => id);
  return { ...recorded, touched, ...(await askQuestions(ctx, topicId, ids, changed)) };
}

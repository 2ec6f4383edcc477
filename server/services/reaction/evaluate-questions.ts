import type { ServiceContext } from "#services/context.ts";
import { touchedQuestions } from "#services/event-log/touched-questions.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { reviewAnswers } from "#services/resolution/review-answers.ts";

type LogEvent = DomainEvent<(typeof CONSUMERS)["evaluate-questions"][number]>;

/**
 * After a topic's log has changed: reviews the answers given before, and evaluates the open questions that the changed events touch; all
 * of the topic's when a statement of coverage was signed. Many changes of one topic are one evaluation.
 */
export async function evaluateQuestions(ctx: ServiceContext, events: readonly LogEvent[]): Promise<void> {
  for (const [topicId, changes] of Map.groupBy(events, ({ payload }) => payload.topicId)) {
    const eventIds = [...new Set(changes.flatMap(changedEvents))];
    const isWholeTopic = changes.some(({ kind }) => kind === "coverage.signed");
    const touched = await touchedQuestions(ctx.db, topicId, eventIds);
    const freed = await reviewAnswers(ctx, { topicId, eventIds });
    const questionIds = [...new Set([...touched.map(({ id }) => id), ...freed])];
    await evaluateOpenQuestions(ctx, isWholeTopic ? { topicId } : { topicId, questionIds });
  }
}

function changedEvents({ payload }: LogEvent): string[] {
  if ("coverageId" in payload) return [];
  return "otherEventId" in payload ? [payload.eventId, payload.otherEventId] : [payload.eventId];
}

import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { someTopic, visitEvent } from "./questions.ts";

let made = 0;

/** Yes, as known now, by one event. */
export function yesBy(eventId: string) {
  const at = new Date();
  return { outcome: "yes", voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [eventId], note: "Seen." };
}

/** An answer that a person proposes, on an event of its own that decides no question by itself. */
export async function anAnswer(moderator: ServiceContext, topicId: string, outcome: string | null = "yes") {
  const { id } = await logEvent(moderator, visitEvent(topicId, { tags: [`unasked-${++made}`] }));
  const at = new Date();
  return {
    outcome,
    voidReason: null as string | null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [id],
    note: "Seen by two.",
  };
}

/** A topic and what its questions are answered by. */
export async function aTopicToAnswer(moderator: ServiceContext) {
  const topicId = await someTopic(moderator);
  return { topicId, answer: await anAnswer(moderator, topicId) };
}

import { connectReactions, type Reactions } from "#services/outbox/deliver-events.ts";
import { alertFollowers } from "./alert-followers.ts";
import { evaluateQuestions } from "./evaluate-questions.ts";
import { notifyOfAnswers } from "./notify-of-answers.ts";
import { notifyOfDoubtedEvents } from "./notify-of-doubted-events.ts";
import { notifyOfSettlements } from "./notify-of-settlements.ts";

/** What each consumer of domain events does. */
export const REACTIONS: Reactions = {
  "evaluate-questions": { again: evaluateQuestions },
  "alert-followers": { within: (tx, _ctx, event) => alertFollowers(tx, event) },
  "notify-of-doubted-events": { within: (tx, _ctx, event) => notifyOfDoubtedEvents(tx, event) },
  "notify-of-answers": { within: (tx, _ctx, event) => notifyOfAnswers(tx, event) },
  "notify-of-settlements": { within: (tx, _ctx, event) => notifyOfSettlements(tx, event) },
};

/** Lets this process deliver domain events. */
export function connectAllReactions(): void {
  connectReactions(REACTIONS);
}

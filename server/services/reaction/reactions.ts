import { cancelOrdersOf } from "#services/market/cancel-orders-of.ts";
import { connectReactions, type Reactions } from "#services/outbox/deliver-events.ts";
import { alertFollowers } from "./alert-followers.ts";
import { evaluateQuestions } from "./evaluate-questions.ts";
import { notifyDeciders } from "./notify-deciders.ts";
import { notifyOfAnswers } from "./notify-of-answers.ts";
import { notifyOfCriteria } from "./notify-of-criteria.ts";
import { notifyOfDoubtedEvents } from "./notify-of-doubted-events.ts";
import { notifyOfFilledOrders } from "./notify-of-filled-orders.ts";
import { notifyOfProposals } from "./notify-of-proposals.ts";
import { notifyOfReplies } from "./notify-of-replies.ts";
import { notifyOfSettlements } from "./notify-of-settlements.ts";
import { notifyOfTables } from "./notify-of-tables.ts";

/** What each consumer of domain events does. */
export const REACTIONS: Reactions = {
  "evaluate-questions": { again: evaluateQuestions },
  "alert-followers": { within: (tx, _ctx, event) => alertFollowers(tx, event) },
  "notify-of-doubted-events": { within: (tx, _ctx, event) => notifyOfDoubtedEvents(tx, event) },
  "notify-of-criteria": { within: (tx, _ctx, event) => notifyOfCriteria(tx, event) },
  "notify-of-proposals": { within: (tx, _ctx, event) => notifyOfProposals(tx, event) },
  "notify-deciders": { within: (tx, _ctx, event) => notifyDeciders(tx, event) },
  "notify-of-replies": { within: (tx, _ctx, event) => notifyOfReplies(tx, event) },
  "notify-of-answers": { within: (tx, _ctx, event) => notifyOfAnswers(tx, event) },
  "notify-of-settlements": { within: (tx, _ctx, event) => notifyOfSettlements(tx, event) },
  "notify-of-filled-orders": { within: (tx, _ctx, event) => notifyOfFilledOrders(tx, event) },
  "cancel-orders-of-bots": { within: (tx, _ctx, { payload }) => cancelOrdersOf(tx, payload.botId) },
  "notify-of-tables": { within: (tx, _ctx, event) => notifyOfTables(tx, event) },
};

/** Lets this process deliver domain events. */
export function connectAllReactions(): void {
  connectReactions(REACTIONS);
}

import type { DomainEventKind } from "./domain-events.ts";

const OF_THE_LOG = [
  "event.logged",
  "event.revised",
  "event.disputed",
  "event.retracted",
  "event.restored",
  "event.merged",
  "event.unmerged",
] as const satisfies readonly DomainEventKind[];

/** Who reacts to what. A command writes a delivery for each; `services/reaction` says what each does. */
export const CONSUMERS = {
  /** Evaluates the topic's questions anew. */
  "evaluate-questions": [...OF_THE_LOG, "coverage.signed"],
  /** Notifies those who follow a topic or a signal of an event that is new to them. */
  "alert-followers": ["event.logged", "event.revised"],
  /** Notifies those who follow a topic, and those whose questions an event decided, that it no longer counts. */
  "notify-of-doubted-events": ["event.disputed", "event.retracted"],
  /** Notifies everybody who has forecast that a rule, or how it is read, has changed. */
  "notify-of-criteria": ["question.criteria_changed", "question.clarified"],
  /** Notifies everybody concerned what became of a proposed answer. */
  "notify-of-proposals": [
    "resolution.proposed",
    "resolution.challenged",
    "resolution.rejected",
    "resolution.withdrawn",
  ],
  /** Notifies admins of what they may decide. */
  "notify-deciders": ["reopening.requested", "resolution.due"],
  /** Notifies whoever suggested or requested something what became of it. */
  "notify-of-replies": ["reopening.answered", "resolution.suggestion_answered", "suggestion.answered"],
  /** Notifies everybody concerned of a final answer, each with their own score. */
  "notify-of-answers": ["resolution.final"],
  /** Notifies those who held shares what their market paid. */
  "notify-of-settlements": ["market.settled"],
  /** Notifies the owners of orders that others filled. */
  "notify-of-filled-orders": ["market.orders_filled"],
  /** Cancels the orders of a bot that is retired, and gives back what they set aside. */
  "cancel-orders-of-bots": ["bot.retired"],
  /** Notifies those who are in a tournament's table. */
  "notify-of-tables": ["tournament.published"],
} as const satisfies Record<string, readonly DomainEventKind[]>;

export type Consumer = keyof typeof CONSUMERS;

/** Who reacts to a kind of event. */
export function consumersOf(kind: DomainEventKind): Consumer[] {
  const names = Object.keys(CONSUMERS) as Consumer[];
  return names.filter((name) => (CONSUMERS[name] as readonly DomainEventKind[]).includes(kind));
}

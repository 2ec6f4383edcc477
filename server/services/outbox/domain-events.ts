import { z } from "zod";

const id = z.uuid();
const ofLog = z.strictObject({ topicId: id, eventId: id, number: z.int().min(1) });
const ofMerge = z.strictObject({ topicId: id, eventId: id, otherEventId: id });
const ofQuestion = z.strictObject({ questionId: id });
const ofResolution = z.strictObject({ questionId: id, resolutionId: id });
const ofReopening = ofResolution.extend({ requestId: id });
const some = z.array(id).min(1);

/**
 * Everything that a command can record as having happened. The list is closed. A payload names rows and carries no text: a consumer
 * reads what it needs as it is then. A payload that changes its form gets the next version, and consumers read both.
 */
export const DOMAIN_EVENTS = {
  "event.logged": { version: 1, payload: ofLog },
  "event.revised": { version: 1, payload: ofLog },
  "event.disputed": { version: 1, payload: ofLog },
  "event.retracted": { version: 1, payload: ofLog },
  "event.restored": { version: 1, payload: ofLog },
  "event.merged": { version: 1, payload: ofMerge },
  "event.unmerged": { version: 1, payload: ofMerge },
  "coverage.signed": { version: 1, payload: z.strictObject({ topicId: id, coverageId: id }) },
  "question.published": { version: 1, payload: ofQuestion },
  "question.criteria_changed": { version: 1, payload: ofQuestion.extend({ version: z.int().min(1) }) },
  "question.clarified": { version: 1, payload: ofQuestion.extend({ clarificationId: id }) },
  "forecast.made": { version: 1, payload: ofQuestion.extend({ forecastId: id, forecasterId: id }) },
  "forecast.withdrawn": { version: 1, payload: ofQuestion.extend({ forecasterId: id }) },
  "resolution.proposed": { version: 1, payload: ofResolution },
  "resolution.challenged": { version: 1, payload: ofResolution.extend({ challengeId: id }) },
  "resolution.rejected": { version: 1, payload: ofResolution },
  "resolution.withdrawn": { version: 1, payload: ofResolution },
  /** The time for challenges is over, and a proposal may be decided. */
  "resolution.due": { version: 1, payload: ofResolution },
  "resolution.final": { version: 1, payload: ofResolution.extend({ supersedesId: id.nullable() }) },
  "resolution.suggestion_answered": { version: 1, payload: ofQuestion.extend({ suggestionId: id }) },
  "reopening.requested": { version: 1, payload: ofReopening },
  "reopening.answered": { version: 1, payload: ofReopening },
  "suggestion.answered": { version: 1, payload: z.strictObject({ suggestionId: id }) },
  "market.opened": { version: 1, payload: ofQuestion },
  "market.traded": { version: 1, payload: ofQuestion.extend({ tradeIds: some }) },
  /** Orders that others' trades filled whole, and by which of them. */
  "market.orders_filled": { version: 1, payload: ofQuestion.extend({ orderIds: some, tradeIds: some }) },
  "market.settled": { version: 1, payload: ofQuestion.extend({ settlementId: id }) },
  "bot.retired": { version: 1, payload: z.strictObject({ botId: id }) },
  "tournament.published": { version: 1, payload: z.strictObject({ tournamentId: id, version: z.int().min(1) }) },
} as const satisfies Record<string, { readonly version: number; readonly payload: z.ZodType }>;

export type DomainEventKind = keyof typeof DOMAIN_EVENTS;

/** One thing that happened, of one of some kinds. */
export type DomainEvent<K extends DomainEventKind = DomainEventKind> = {
  [Kind in K]: { readonly kind: Kind; readonly payload: z.infer<(typeof DOMAIN_EVENTS)[Kind]["payload"]> };
}[K];

/** A row of `domain_events` as what it says; throws where it is of no known kind or form. */
export function storedEvent(row: { kind: string; version: number; payload: unknown }): DomainEvent {
  const known = DOMAIN_EVENTS[row.kind as DomainEventKind];
  if (known?.version !== row.version) throw new Error(`No consumer reads ${row.kind} of version ${row.version}.`);
  return { kind: row.kind, payload: known.payload.parse(row.payload) } as DomainEvent;
}

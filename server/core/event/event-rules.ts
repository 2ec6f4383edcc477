import { ensure } from "#core/errors.ts";
import { ACTOR_ROLES, type EventActor, type EventPrecision } from "./event.ts";
import { eventTypeStanding } from "./event-types.ts";

/** What of a statement about an event its rules are about. */
export interface StatedEvent {
  readonly type: string;
  readonly occurredFrom: number;
  readonly occurredUntil: number;
  readonly precision: EventPrecision;
  readonly actors: readonly EventActor[];
  readonly sources: readonly { readonly publishedAt: number }[];
}

/**
 * Throws unless a statement about an event can be recorded now: of a known type, about something that has begun, with
 * actors named once in a role, on sources that have been published.
 *
 * Errors: `event_type_must_be_known`, `event_interval_must_be_in_order`, `event_must_have_begun`,
 * `actors_must_be_distinct`, `event_must_have_a_source`, `source_must_be_published`.
 *
 * @example
 * ensureRecordable({ type: "AGREE", occurredFrom: 0, occurredUntil: 1, precision: "day", actors: [], sources: [{ publishedAt: 2 }] }, 3); // => undefined
 */
export function ensureRecordable(event: StatedEvent, now: number): void {
  ensure(
    eventTypeStanding(event.type) !== "unknown",
    "event_type_must_be_known",
    `“${event.type}” is no PLOVER type, mode or subtype, such as CONSULT.visit.`,
    "type",
  );
  ensure(
    event.occurredFrom < event.occurredUntil,
    "event_interval_must_be_in_order",
    "The end lies before the beginning.",
    "occurredUntil",
  );
  ensure(
    event.occurredFrom <= now,
    "event_must_have_begun",
    "The log holds what has happened; this lies in the future.",
    "occurredFrom",
  );
  const parts = new Set(event.actors.map(({ code, role }) => `${code} ${ACTOR_ROLES.indexOf(role)}`));
  ensure(
    parts.size === event.actors.length,
    "actors_must_be_distinct",
    "An actor is named twice in one role.",
    "actors",
  );
  ensure(event.sources.length > 0, "event_must_have_a_source", "Cite at least one source.", "sources");
  for (const [index, { publishedAt }] of event.sources.entries()) {
    const field = `sources.${index}.publishedAt`;
    ensure(publishedAt <= now, "source_must_be_published", "A source cannot be dated in the future.", field);
  }
}

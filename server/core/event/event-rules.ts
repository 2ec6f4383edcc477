import { ensure } from "#core/errors.ts";
import { ACTOR_ROLES, type EventActor, type EventPrecision } from "./event.ts";
import { eventTypeLevel } from "./event-types.ts";

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
  ensure(eventTypeLevel(event.type) !== "unknown", "event_type_must_be_known", {
    reason: "event",
    type: event.type,
    field: "type",
  });
  ensure(event.occurredFrom < event.occurredUntil, "event_interval_must_be_in_order", { field: "occurredUntil" });
  ensure(event.occurredFrom <= now, "event_must_have_begun", { field: "occurredFrom" });
  const parts = new Set(event.actors.map(({ code, role }) => `${code} ${ACTOR_ROLES.indexOf(role)}`));
  ensure(parts.size === event.actors.length, "actors_must_be_distinct", { field: "actors" });
  ensure(event.sources.length > 0, "event_must_have_a_source", { field: "sources" });
  for (const [index, { publishedAt }] of event.sources.entries()) {
    const field = `sources.${index}.publishedAt`;
    ensure(publishedAt <= now, "source_must_be_published", { field });
  }
}

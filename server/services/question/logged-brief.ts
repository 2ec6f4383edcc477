import { actorLabel } from "#core/event/actor-label.ts";
import type { EventPrecision, LoggedEvent } from "#core/event/event.ts";
import { type EventStatus, eventStatus } from "#core/event/event-status.ts";

/** An event as a question refers to it. */
export interface LoggedBrief {
  id: string;
  headline: string;
  type: string;
  occurredFrom: Date;
  occurredUntil: Date;
  precision: EventPrecision;
  country: string | null;
  placeName: string | null;
  status: EventStatus;
  actors: { code: string; name: string }[];
  sources: { publisher: string }[];
  sourceGroups: number;
}

export function loggedBrief(event: LoggedEvent): LoggedBrief {
  const { id, headline, type, precision, country, placeName } = event;
  return {
    id,
    headline,
    type,
    occurredFrom: new Date(event.occurredFrom),
    occurredUntil: new Date(event.occurredUntil),
    precision,
    country,
    placeName,
    status: eventStatus(event),
    actors: event.actors.map(({ code }) => ({ code, name: actorLabel(code) })),
    sources: event.sources.map(({ publisher }) => ({ publisher })),
    sourceGroups: new Set(event.sources.map(({ independenceGroup }) => independenceGroup)).size,
  };
}

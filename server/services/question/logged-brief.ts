import { actorLabel } from "#core/event/actor-label.ts";
import type { EventPrecision, LoggedEvent } from "#core/event/event.ts";
import { type EventStatus, eventStatus } from "#core/event/event-status.ts";
import type { Db, Tx } from "#db/client.ts";

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

/** `names`: what the log calls its actors. */
export function loggedBrief(event: LoggedEvent, names: ReadonlyMap<string, string>): LoggedBrief {
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
    actors: event.actors.map(({ code }) => ({ code, name: names.get(code) ?? actorLabel(code) })),
    sources: event.sources.map(({ publisher }) => ({ publisher })),
    sourceGroups: new Set(event.sources.map(({ independenceGroup }) => independenceGroup)).size,
  };
}

/** What the log calls the actors of these events. */
export async function actorNames(db: Db | Tx, events: readonly LoggedEvent[]): Promise<Map<string, string>> {
  const codes = [...new Set(events.flatMap(({ actors }) => actors.map(({ code }) => code)))];
  const rows = await db.actor.findMany({ where: { code: { in: codes } } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

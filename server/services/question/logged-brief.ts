import type { LoggedEvent } from "#core/event/event.ts";

/** An event as a question refers to it. */
export interface LoggedBrief {
  id: string;
  headline: string;
  type: string;
  occurredFrom: Date;
  occurredUntil: Date;
  precision: string;
  country: string | null;
  placeName: string | null;
  status: string;
  sourceGroups: number;
}

export function loggedBrief(event: LoggedEvent): LoggedBrief {
  const { id, headline, type, precision, country, placeName, status } = event;
  return {
    id,
    headline,
    type,
    occurredFrom: new Date(event.occurredFrom),
    occurredUntil: new Date(event.occurredUntil),
    precision,
    country,
    placeName,
    status,
    sourceGroups: new Set(event.sources.map(({ independenceGroup }) => independenceGroup)).size,
  };
}

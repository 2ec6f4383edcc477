import { eventStatus } from "#core/event/event-status.ts";
import { Prisma } from "#db/generated/client.ts";
import type { EventListItem } from "./output.ts";

/** What a list of events reads of each: `r` its current revision, `e` the event, `t` its topic. */
export const eventColumns = Prisma.sql`
  r.event_id AS "id", r.number, r.headline, r.type, r.occurred_from AS "occurredFrom",
  r.occurred_until AS "occurredUntil", r.precision, r.country, r.place_name AS "placeName",
  r.status AS "recordedStatus", r.recorded_at AS "recordedAt",
  (SELECT m.into_event_id FROM event_merges m WHERE m.revision_id = r.id) AS "mergedIntoId",
  json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'isFictional', t.is_fictional) AS "topic",
  COALESCE((SELECT json_agg(json_build_object('code', a.code, 'name', known.name, 'role', a.role) ORDER BY a.position)
    FROM event_actors a JOIN actors known ON known.code = a.code WHERE a.revision_id = r.id), '[]') AS "actors",
  COALESCE((SELECT json_agg(json_build_object('publisher', s.publisher, 'url', s.url, 'tier', s.tier,
      'independenceGroup', s.independence_group) ORDER BY s.position)
    FROM sources s WHERE s.revision_id = r.id), '[]') AS "sources"`;

export type EventRow = Omit<EventListItem, "status" | "sourceGroups"> & {
  recordedStatus: "reported" | "disputed" | "retracted";
};

/** A row of `eventColumns` as lists show it: with the status that is derived from its sources. */
export function eventListItem({ recordedStatus, ...row }: EventRow): EventListItem {
  return {
    ...row,
    status: eventStatus({ status: recordedStatus, sources: row.sources }),
    sourceGroups: new Set(row.sources.map(({ independenceGroup }) => independenceGroup)).size,
  };
}

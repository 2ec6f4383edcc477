import type { EventActor, EventPrecision, EventSource, LoggedEvent, RecordedStatus } from "#core/event/event.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import {
  actorIsAmong,
  currentAt,
  isNotMerged,
  isOfSomePair,
  occurredIn,
  type TypesWithActors,
  typeIsAmong,
} from "./current-revisions.ts";

export interface LogScope {
  readonly topicId: string;
  /** The log as it was known then; as it is now when left out. */
  readonly asOf?: Date | undefined;
  /** One event alone. */
  readonly eventId?: string;
  /** Of these events alone the last revision and the one before it, each as an event. */
  readonly lastTwoOf?: readonly string[];
  /** Type prefixes and actor prefixes; every event when left out. */
  readonly types?: readonly string[];
  readonly actors?: readonly string[];
  /** Events that are of some of these types and in which some of these actors took part, by at least one of the pairs. */
  readonly anyOf?: readonly TypesWithActors[];
  /** Events that may have happened in it, epoch milliseconds. */
  readonly window?: TimeWindow;
  /** Only so many, those that happened last. */
  readonly latest?: number;
}

interface LogRow {
  id: string;
  revisionId: string;
  headline: string;
  type: string;
  occurredFrom: Date;
  occurredUntil: Date;
  precision: string;
  country: string | null;
  placeName: string | null;
  tags: string[] | null;
  magnitude: number | null;
  magnitudeUnit: string | null;
  status: string;
  recordedAt: Date;
  actors: EventActor[];
  sources: EventSource[];
}

/**
 * The log of a topic as the evaluator reads it: one statement per event, the latest recorded by then, in the order in
 * which they happened; disputed and retracted ones among them, marked. An event that was merged is in it as its duplicate,
 * which has its sources, unless it is asked for by its id. One query, however long the log.
 */
export async function loadLog(db: Db | Tx, scope: LogScope): Promise<LoggedEvent[]> {
  const { topicId, asOf, eventId, lastTwoOf, types = [], actors = [], anyOf = [], window, latest } = scope;
  const ids = lastTwoOf ?? (eventId ? [eventId] : null);
  const isWanted = ids ? Prisma.sql`e.id = ANY(${ids}::uuid[])` : Prisma.sql`TRUE`;
  const isCurrent = lastTwoOf
    ? Prisma.sql`NOT EXISTS (SELECT FROM event_revisions l WHERE l.event_id = r.event_id AND l.number > r.number + 1)`
    : currentAt(asOf, window !== undefined);
  const rows = await db.$queryRaw<LogRow[]>`
    SELECT r.event_id AS "id", r.id AS "revisionId", r.headline, r.type,
      r.occurred_from AS "occurredFrom", r.occurred_until AS "occurredUntil", r.precision,
      r.country, r.place_name AS "placeName", r.tags, r.magnitude, r.magnitude_unit AS "magnitudeUnit",
      r.status, r.recorded_at AS "recordedAt",
      COALESCE(actors.list, '[]') AS "actors", COALESCE(sources.list, '[]') AS "sources"
    FROM events e
    JOIN event_revisions r ON r.event_id = e.id
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('code', a.code, 'role', a.role) ORDER BY a.position) AS list
      FROM event_actors a WHERE a.revision_id = r.id) actors ON TRUE
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', s.id, 'publisher', s.publisher,
        'publishedAt', (extract(epoch FROM s.published_at) * 1000)::bigint, 'tier', s.tier,
        'independenceGroup', s.independence_group) ORDER BY s.position) AS list
      FROM sources s WHERE s.revision_id = r.id) sources ON TRUE
    WHERE e.topic_id = ${topicId}::uuid AND ${isWanted} AND ${isCurrent} AND ${ids ? Prisma.sql`TRUE` : isNotMerged}
      AND ${typeIsAmong(types)} AND ${actorIsAmong(actors)} AND ${occurredIn(window)} AND ${isOfSomePair(anyOf)}
    ${latest ? Prisma.sql`ORDER BY r.occurred_from DESC, r.event_id DESC LIMIT ${latest}` : Prisma.sql`ORDER BY r.occurred_from, r.event_id`}`;
  return (latest ? rows.reverse() : rows).map(loggedEvent);
}

function loggedEvent({ magnitude, magnitudeUnit, ...row }: LogRow): LoggedEvent {
  return {
    ...row,
    occurredFrom: row.occurredFrom.getTime(),
    occurredUntil: row.occurredUntil.getTime(),
    recordedAt: row.recordedAt.getTime(),
    precision: row.precision as EventPrecision,
    status: row.status as RecordedStatus,
    tags: row.tags ?? [],
    magnitude: magnitude === null ? null : { value: magnitude, unit: magnitudeUnit ?? "" },
  };
}

import { EARLIEST_INSTANT, END_OF_INSTANTS } from "#core/time/instant-bounds.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { Prisma } from "#db/generated/client.ts";
import { PLANNED_ANEW } from "#db/statement-names.ts";
import { literally } from "#services/contains-text.ts";

/**
 * The rows `r` of `event_revisions` that stood at an instant: for each event the latest one recorded by then. Written
 * as a condition, so that Postgres can walk any index of `r` and stop early. Without an instant: those that stand now.
 */
export function currentAt(asOf: Date | undefined, areFew = false): Prisma.Sql {
  // For a stretch of a log each revision is looked up by itself; otherwise Postgres may hash the whole table to do so.
  const oneByOne = areFew ? Prisma.sql`OFFSET 0` : Prisma.empty;
  const anew = Prisma.raw(PLANNED_ANEW);
  if (!asOf) {
    return Prisma.sql`${anew} NOT EXISTS (
      SELECT FROM event_revisions later WHERE later.event_id = r.event_id AND later.number > r.number ${oneByOne})`;
  }
  return Prisma.sql`${anew} r.recorded_at <= ${asOf} AND NOT EXISTS (
    SELECT FROM event_revisions later
    WHERE later.event_id = r.event_id AND later.number > r.number AND later.recorded_at <= ${asOf} ${oneByOne})`;
}

/** Those that were not merged into a duplicate: of two that are one, the list shows the one that stands. */
export const isNotMerged = Prisma.sql`NOT EXISTS (SELECT FROM event_merges m WHERE m.revision_id = r.id)`;

/** Events `e` that are merged into a duplicate now. */
export const isMergedEvent = Prisma.sql`EXISTS (
  SELECT FROM event_merges m JOIN event_revisions r ON r.id = m.revision_id
  WHERE r.event_id = e.id AND NOT EXISTS (SELECT FROM event_revisions l WHERE l.event_id = e.id AND l.number > r.number))`;

/**
 * Those that may have happened in a window, by the index of intervals. No window: whenever. A window that ends before it begins
 * holds nothing, and what lies outside of the years that are kept is cut off.
 */
export function occurredIn(window: TimeWindow | undefined): Prisma.Sql {
  if (!window) return Prisma.sql`TRUE`;
  const [from, until] = [window.from, window.until].map(
    (at) => new Date(Math.min(END_OF_INSTANTS, Math.max(EARLIEST_INSTANT, at))),
  ) as [Date, Date];
  if (from > until) return Prisma.sql`FALSE`;
  return Prisma.sql`tstzrange(r.occurred_from, r.occurred_until) && tstzrange(${from}, ${until})`;
}

/** Types, among them those below: CONSULT takes in CONSULT.visit. No types, or the empty one: every type. */
export function typeIsAmong(types: readonly string[]): Prisma.Sql {
  if (types.length === 0 || types.includes("")) return Prisma.sql`TRUE`;
  const below = types.map((type) => `${literally(type)}.%`);
  return Prisma.sql`(r.type = ANY(${types}::text[]) OR r.type LIKE ANY(${below}::text[]))`;
}

/** Actors, among them their parts: IRN takes in IRNGOV. No actors: whoever took part. */
export function actorIsAmong(actors: readonly string[]): Prisma.Sql {
  if (actors.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (SELECT FROM event_actors a WHERE a.revision_id = r.id AND ${codeIsAmong(actors)})`;
}

/** Types with actors: what is of some of these types and in which some of these actors took part. */
export interface TypesWithActors {
  readonly types: readonly string[];
  readonly actors: readonly string[];
}

/**
 * By at least one of the pairs. The actors of an event are looked at once for all pairs, and by `OFFSET 0` event by event: as
 * plain conditions joined by OR, Postgres reads the whole table of actors once for each pair instead.
 */
export function isOfSomePair(pairs: readonly TypesWithActors[]): Prisma.Sql {
  if (pairs.length === 0) return Prisma.sql`TRUE`;
  const [anybody, named] = [
    pairs.filter(({ actors }) => actors.length === 0),
    pairs.filter(({ actors }) => actors.length > 0),
  ];
  const conditions = anybody.map(({ types }) => typeIsAmong(types));
  if (named.length > 0) {
    const either = named.map(({ types, actors }) => Prisma.sql`(${typeIsAmong(types)} AND ${codeIsAmong(actors)})`);
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM event_actors a WHERE a.revision_id = r.id AND (${Prisma.join(either, " OR ")}) OFFSET 0)`);
  }
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

function codeIsAmong(actors: readonly string[]): Prisma.Sql {
  // Codes are made of pieces of three letters; what ends within a piece has no parts.
  const parts = actors.filter((code) => code !== "" && code.length % 3 === 0).map((code) => `${literally(code)}%`);
  return Prisma.sql`(a.code = ANY(${actors}::text[]) OR a.code LIKE ANY(${parts}::text[]))`;
}

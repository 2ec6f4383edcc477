import { Prisma } from "#db/generated/client.ts";

/**
 * The rows `r` of `event_revisions` that stood at an instant: for each event the latest one recorded by then. Written
 * as a condition, so that Postgres can walk any index of `r` and stop early. Without an instant: those that stand now.
 */
export function standingAt(asOf: Date | undefined): Prisma.Sql {
  if (!asOf) {
    return Prisma.sql`NOT EXISTS (
      SELECT FROM event_revisions later WHERE later.event_id = r.event_id AND later.number > r.number)`;
  }
  return Prisma.sql`r.recorded_at <= ${asOf} AND NOT EXISTS (
    SELECT FROM event_revisions later
    WHERE later.event_id = r.event_id AND later.number > r.number AND later.recorded_at <= ${asOf})`;
}

/** Types, among them those below: CONSULT takes in CONSULT.visit. No types: every type. */
export function typeIsAmong(types: readonly string[]): Prisma.Sql {
  if (types.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (
    SELECT FROM unnest(${types}::text[]) AS wanted
    WHERE wanted = '' OR r.type = wanted OR starts_with(r.type, wanted || '.'))`;
}

/** Actors, among them their parts: IRN takes in IRNGOV. No actors: whoever took part. */
export function actorIsAmong(actors: readonly string[]): Prisma.Sql {
  if (actors.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (
    SELECT FROM event_actors a, unnest(${actors}::text[]) AS wanted
    WHERE a.revision_id = r.id AND (a.code = wanted OR (length(wanted) % 3 = 0 AND starts_with(a.code, wanted))))`;
}

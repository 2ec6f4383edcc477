import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { type Actor, may } from "#core/permissions.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "../context.ts";

/** Nobody's id: no forecast is theirs. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Which questions (q) an actor may read: published ones, and drafts for those who review them. */
export function questionIsVisible({ actor }: { readonly actor: Actor }): Prisma.Sql {
  return may(actor, "read_drafts")
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM publications p WHERE p.question_id = q.id)`;
}

/**
 * Which forecasts (f) of which questions (q) an actor may read: their own, and, once a question's crowd is revealed,
 * everybody's. Part of every query that lists forecasts, so that a hidden crowd cannot be put together from its parts.
 */
export function shownForecasts({ actor, now }: Pick<ServiceContext, "actor" | "now">): Prisma.Sql {
  const self = actor.kind === "user" ? actor.id : NOBODY;
  return Prisma.sql`(q.reveal_at IS NULL OR q.reveal_at <= ${now} OR f.forecaster_id = ${self}::uuid) AND ${questionIsVisible({ actor })}`;
}

/** Whether a forecast (f) came too late to earn anything: at or after the close (of q) or the time its answer was known (r). */
export const isLate = Prisma.sql`f.made_at >= LEAST(q.closes_at, r.known_at)`;

/** Joins the answer that stands, as r. */
export const withAnswer = Prisma.sql`LEFT JOIN final_resolutions fr ON fr.question_id = q.id
  LEFT JOIN resolutions r ON r.id = fr.resolution_id`;

/** Lists run from the newest forecast back, by when it was made: what was imported later may be older. */
export const newestFirst = Prisma.sql`f.made_at DESC, f.sequence DESC`;

/** The condition that a row comes after the last one of the page before. */
export function before(cursor: string | undefined): Prisma.Sql {
  const place = placeInList("forecasts", cursor);
  if (!place) return Prisma.sql`TRUE`;
  const [madeAt, sequence] = place;
  return Prisma.sql`(f.made_at, f.sequence) < (${new Date(Number(madeAt))}::timestamptz, ${sequence}::bigint)`;
}

/** One page of rows that were asked for with one more than its length. */
export function pageOf<Row extends { sequence: bigint; madeAt: Date }>(rows: readonly Row[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? cursorOf("forecasts", [last.madeAt.getTime(), last.sequence]) : null,
  };
}

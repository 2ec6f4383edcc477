import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { Prisma } from "#db/generated/client.ts";

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

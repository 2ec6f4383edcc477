import { placeInList } from "#core/list-cursor.ts";
import type { BoardMetric } from "#core/ranking/board-metrics.ts";
import { Prisma } from "#db/generated/client.ts";

/** The column that a metric is read in the order of; each has an index that begins with the board's scope. */
const COLUMNS: Record<BoardMetric, { column: Prisma.Sql; type: Prisma.Sql; isLowBest: boolean }> = {
  rating: { column: Prisma.sql`b.rating`, type: Prisma.sql`float8`, isLowBest: false },
  peer: { column: Prisma.sql`b.peer_nanos`, type: Prisma.sql`bigint`, isLowBest: false },
  spot: { column: Prisma.sql`b.spot_peer_nanos`, type: Prisma.sql`bigint`, isLowBest: false },
  baseline: { column: Prisma.sql`b.baseline_nanos`, type: Prisma.sql`bigint`, isLowBest: false },
  relative_brier: { column: Prisma.sql`b.relative_brier_nanos`, type: Prisma.sql`bigint`, isLowBest: true },
  brier: { column: Prisma.sql`b.mean_brier`, type: Prisma.sql`float8`, isLowBest: true },
  adjusted: { column: Prisma.sql`f.adjusted_brier`, type: Prisma.sql`float8`, isLowBest: true },
};

/** Where a page of a board begins: after a row, of which a tie with the next one must be known. */
export interface Place {
  readonly value: string;
  readonly forecasterId: string;
  readonly rank: number;
  readonly seen: number;
}

export function placeOf(cursor: string | undefined): Place | null {
  const place = placeInList("board", cursor);
  if (!place) return null;
  const [seen, rank, value, forecasterId] = place;
  return { seen: Number(seen), rank: Number(rank), value, forecasterId };
}

/** The parts of a query that reads a board by a metric along its index. */
export function boardOrder(metric: BoardMetric, place: Place | null) {
  const { column, type, isLowBest } = COLUMNS[metric];
  const [beyond, direction] = isLowBest ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const has = metric === "adjusted" ? Prisma.sql`f.adjusted_brier IS NOT NULL` : Prisma.sql`TRUE`;
  const at = Prisma.sql`${place?.value ?? "0"}::text::numeric::${type}`;
  return {
    value: Prisma.sql`${column}::text AS value`,
    after: place
      ? Prisma.sql`${has} AND (${column} ${beyond} ${at} OR (${column} = ${at} AND b.forecaster_id > ${place.forecasterId}::uuid))`
      : has,
    /** Whose value is better than that of row `b`, among rows `o` with their figures `g`. */
    isBetter: Prisma.sql`${other(metric)} ${isLowBest ? Prisma.sql`<` : Prisma.sql`>`} ${column}`,
    order: Prisma.sql`${column} ${direction}, b.forecaster_id`,
  };
}

function other(metric: BoardMetric): Prisma.Sql {
  const columns: Record<BoardMetric, Prisma.Sql> = {
    rating: Prisma.sql`o.rating`,
    peer: Prisma.sql`o.peer_nanos`,
    spot: Prisma.sql`o.spot_peer_nanos`,
    baseline: Prisma.sql`o.baseline_nanos`,
    relative_brier: Prisma.sql`o.relative_brier_nanos`,
    brier: Prisma.sql`o.mean_brier`,
    adjusted: Prisma.sql`g.adjusted_brier`,
  };
  return columns[metric];
}

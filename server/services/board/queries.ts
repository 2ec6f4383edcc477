import { accountIdOf } from "#core/actor.ts";
import { cursorOf } from "#core/list-cursor.ts";
import { type BoardMetric, boardMetric } from "#core/ranking/board-metrics.ts";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { analysisOf } from "./analysis-of.ts";
import { boardOrder, type Place, placeOf } from "./board-order.ts";
import { type BoardRow, boardRow, type StoredEntry } from "./board-row.ts";
import { boardScope } from "./board-scope.ts";
import type { BoardInput } from "./input.ts";

export interface RankedRow extends BoardRow {
  /** Ties share a rank, and the next one skips ("1224"). */
  rank: number;
}

const entryColumns = Prisma.sql`b.forecaster_id::text AS "forecasterId", u.name, u.is_bot AS "isBot",
  u.is_simulated AS "isSimulated", u.password_hash IS NULL AND u.owner_id IS NULL AND NOT u.is_simulated AS "isImported", b.questions,
  b.peer_nanos AS "peerNanos", b.peer_cover_nanos AS "peerCoverNanos", b.brier_nanos AS "brierNanos",
  b.baseline_nanos AS "baselineNanos", b.relative_brier_nanos AS "relativeBrierNanos",
  b.spot_peer_nanos AS "spotPeerNanos", b.spot_questions AS "spotQuestions", f.rating_lower AS "ratingLower",
  f.rating_upper AS "ratingUpper", f.rating_best AS "ratingBest", f.rating_worst AS "ratingWorst",
  f.peer_lower AS "peerLower", f.peer_upper AS "peerUpper", f.peer_best AS "peerBest", f.peer_worst AS "peerWorst",
  f.adjusted_brier AS "adjustedBrier"`;

/** A board's rows `b` with who they are and what its analysis says of them. */
function activeForecasts(metric: BoardMetric): Prisma.Sql {
  // Only a forecaster has an adjusted score, so only a forecaster's id is ever read as one.
  if (metric === "adjusted") {
    return Prisma.sql`board_figures f JOIN board_entries b ON b.scope = f.scope
        AND b.forecaster_id = CASE WHEN f.adjusted_brier IS NOT NULL THEN f.subject::uuid END
      JOIN users u ON u.id = b.forecaster_id AND u.is_bot = f.is_bots`;
  }
  return Prisma.sql`board_entries b JOIN users u ON u.id = b.forecaster_id
    LEFT JOIN board_figures f ON f.scope = b.scope AND f.is_bots = u.is_bot AND f.subject = b.forecaster_id::text`;
}

/** Ranks within the page, moved by what came before it; who ties with the last row seen shares its rank. */
function ranked(rows: readonly StoredEntry[], place: Place | null, isLowBest: boolean): RankedRow[] {
  const ranks = boardRanks(rows.map(({ value }) => ({ score: (isLowBest ? -1 : 1) * Number(value) })));
  return rows.map((row, i) => ({
    ...boardRow(row),
    rank: place && row.value === place.value ? place.rank : (place?.seen ?? 0) + (ranks[i] ?? 0),
  }));
}

/** A page of a board by one metric, read along its index: nothing is sorted, nothing summed and nothing resampled. */
export async function readBoard(ctx: ServiceContext, input: BoardInput) {
  const { bots = false, metric = "rating", limit = 50 } = input;
  const { scope, label, endsAt } = await boardScope(ctx, input);
  const place = placeOf(input.cursor);
  const { value, after, order } = boardOrder(metric, place);
  const which =
    metric === "adjusted" ? Prisma.sql`f.scope = ${scope} AND f.is_bots = ${bots}` : Prisma.sql`b.scope = ${scope}`;
  const rows = await ctx.db.$queryRaw<StoredEntry[]>`
    SELECT ${entryColumns}, ${value} FROM ${activeForecasts(metric)}
    WHERE ${which} AND u.is_bot = ${bots} AND ${after} ORDER BY ${order} LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const items = ranked(page, place, boardMetric(metric).isLowBest);
  const [last, lastRank] = [page.at(-1), items.at(-1)?.rank];
  const seen = (place?.seen ?? 0) + page.length;
  const self = accountIdOf(ctx.actor);
  return {
    label,
    endsAt,
    isOver: endsAt !== null && endsAt <= ctx.now,
    items,
    ...(await analysisOf(ctx, scope, bots)),
    viewer: self ? await rankedRowOf(ctx, scope, self, metric) : null,
    nextCursor:
      rows.length > limit && last ? cursorOf("board", [seen, lastRank ?? 0, last.value, last.forecasterId]) : null,
  };
}

/** One person's row of a board, with its rank among people or among bots. */
export async function rankedRowOf(
  ctx: ServiceContext,
  scope: string,
  userId: string,
  metric: BoardMetric = "rating",
): Promise<RankedRow | null> {
  const { value, after, isBetter } = boardOrder(metric, null);
  const [row] = await ctx.db.$queryRaw<(StoredEntry & { better: number })[]>`
    SELECT ${entryColumns}, ${value}, (
      SELECT count(*)::int FROM board_entries o JOIN users v ON v.id = o.forecaster_id
        LEFT JOIN board_figures g ON ${metric === "adjusted"} AND g.scope = o.scope AND g.is_bots = v.is_bot
          AND g.subject = o.forecaster_id::text
      WHERE o.scope = b.scope AND v.is_bot = u.is_bot AND ${isBetter}) AS better
    FROM ${activeForecasts(metric)} WHERE b.scope = ${scope} AND b.forecaster_id = ${userId}::uuid AND ${after}`;
  return row ? { ...boardRow(row), rank: row.better + 1 } : null;
}

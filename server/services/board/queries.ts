import { boardRanks } from "#core/ranking/board-ranks.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "../context.ts";
import { type BoardRow, boardRow, type StoredStanding } from "./board-row.ts";
import { boardScope } from "./board-scope.ts";
import type { BoardInput } from "./input.ts";

export interface RankedRow extends BoardRow {
  /** Ties share a rank, and the next one skips ("1224"). */
  rank: number;
}

export const standingColumns = Prisma.sql`b.forecaster_id::text AS "forecasterId", u.name, u.is_bot AS "isBot",
  u.is_simulated AS "isSimulated", u.password_hash IS NULL AND NOT u.is_simulated AS "isImported", b.questions,
  b.peer_nanos AS "peerNanos", b.peer_cover_nanos AS "peerCoverNanos", b.brier_nanos AS "brierNanos",
  b.baseline_nanos AS "baselineNanos", b.rating`;

/** Where a page of a board begins: after a row, of which a tie with the next one must be known. */
interface Place {
  readonly rating: number;
  readonly forecasterId: string;
  readonly rank: number;
  readonly seen: number;
}

function placeOf(cursor: string | undefined): Place | null {
  const [, seen, rank, rating, forecasterId] =
    /^(\d{1,9})_(\d{1,9})_(-?[\d.]+(?:e-?\d+)?)_([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (!seen || !rank || !rating || !forecasterId) return null;
  return { seen: Number(seen), rank: Number(rank), rating: Number(rating), forecasterId };
}

/** Ranks within the page, moved by what came before it; who ties with the last row seen shares its rank. */
function ranked(rows: readonly StoredStanding[], place: Place | null): RankedRow[] {
  const ranks = boardRanks(rows.map(({ rating }) => ({ score: rating })));
  return rows.map((row, i) => ({
    ...boardRow(row),
    rank: place && row.rating === place.rating ? place.rank : (place?.seen ?? 0) + (ranks[i] ?? 0),
  }));
}

/** A page of a board, read along its index: nothing is sorted and nothing summed. */
export async function readBoard(ctx: ServiceContext, input: BoardInput) {
  const { bots = false, limit = 50 } = input;
  const { scope, label } = await boardScope(ctx.db, input);
  const place = placeOf(input.cursor);
  const after = place
    ? Prisma.sql`b.rating <= ${place.rating}::float8
        AND (b.rating < ${place.rating}::float8 OR b.forecaster_id > ${place.forecasterId}::uuid)`
    : Prisma.sql`TRUE`;
  const rows = await ctx.db.$queryRaw<StoredStanding[]>`
    SELECT ${standingColumns} FROM board_standings b JOIN users u ON u.id = b.forecaster_id
    WHERE b.scope = ${scope} AND u.is_bot = ${bots} AND ${after}
    ORDER BY b.rating DESC, b.forecaster_id LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const items = ranked(page, place);
  const [last, lastRank] = [page.at(-1), items.at(-1)?.rank];
  const seen = (place?.seen ?? 0) + page.length;
  const self = ctx.actor.kind === "user" ? ctx.actor.id : null;
  return {
    label,
    items,
    viewer: self ? await rankedRowOf(ctx, scope, self) : null,
    nextCursor: rows.length > limit && last ? `${seen}_${lastRank}_${last.rating}_${last.forecasterId}` : null,
  };
}

/** One person's row of a board, with its rank among people or among bots. */
export async function rankedRowOf(ctx: ServiceContext, scope: string, userId: string): Promise<RankedRow | null> {
  const [row] = await ctx.db.$queryRaw<(StoredStanding & { better: number })[]>`
    SELECT ${standingColumns}, (
      SELECT count(*)::int FROM board_standings o JOIN users v ON v.id = o.forecaster_id
      WHERE o.scope = b.scope AND v.is_bot = u.is_bot AND o.rating > b.rating) AS better
    FROM board_standings b JOIN users u ON u.id = b.forecaster_id
    WHERE b.scope = ${scope} AND b.forecaster_id = ${userId}::uuid`;
  return row ? { ...boardRow(row), rank: row.better + 1 } : null;
}

/** The boards there are: seasons, the latest first, and topics that have a scored question. */
export async function listBoards(ctx: ServiceContext) {
  // A walk along the index from scope to scope, however many rows each has.
  const scopes = await ctx.db.$queryRaw<{ scope: string }[]>`
    WITH RECURSIVE scopes AS (
      SELECT min(scope) AS scope FROM board_standings
      UNION ALL
      SELECT (SELECT min(b.scope) FROM board_standings b WHERE b.scope > s.scope) FROM scopes s WHERE s.scope IS NOT NULL)
    SELECT scope FROM scopes WHERE scope IS NOT NULL`;
  const named = (kind: string) =>
    scopes.flatMap(({ scope }) => (scope.startsWith(`${kind}:`) ? [scope.slice(kind.length + 1)] : []));
  const topics = await ctx.db.topic.findMany({
    where: { id: { in: named("topic") } },
    select: { slug: true, title: true },
    orderBy: { title: "asc" },
  });
  const seasons = named("season").flatMap((slug) => {
    const season = seasonOfSlug(slug);
    return season ? [{ slug, label: season.label, startsAt: season.startsAt }] : [];
  });
  return {
    seasons: seasons.sort((a, b) => b.startsAt - a.startsAt).map(({ slug, label }) => ({ slug, label })),
    topics,
  };
}

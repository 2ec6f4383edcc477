import type { z } from "zod";
import { sumMicros } from "#core/ledger/micros.ts";
import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { ProfitBoardInput } from "./input.ts";
import type { profitBoardOutput } from "./output.ts";
import { scopesOf } from "./profit-entries.ts";

interface Row {
  userId: string;
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  markets: number;
  profitMicros: bigint;
}

/** Where a page ended: rank, profit and person of its last row. */
function readCursor(cursor: string | undefined) {
  const place = placeInList("profit", cursor);
  if (!place) return { rank: 0, profit: null, userId: null };
  const [rank, profit, userId] = place;
  return { rank: Number(rank), profit, userId };
}

/**
 * What the board holds of settled markets whose crowd is hidden still, and does not tell until it is revealed: by person. There
 * is none but where a question was answered, or its trades imported, before its crowd was to be shown.
 */
async function untold(ctx: ServiceContext, scope: string): Promise<Map<string, { markets: number; profit: bigint }>> {
  const rows = await ctx.db.marketResult.findMany({
    where: { market: { question: { revealAt: { gt: ctx.now } } } },
    select: {
      userId: true,
      profitMicros: true,
      market: { select: { question: { select: { closesAt: true, topicId: true } } } },
    },
  });
  const sums = new Map<string, { markets: number; profit: bigint }>();
  for (const { userId, profitMicros, market } of rows) {
    if (!scopesOf(market.question).includes(scope)) continue;
    const { markets, profit } = sums.get(userId) ?? { markets: 0, profit: 0n };
    sums.set(userId, { markets: markets + 1, profit: sumMicros([profit, profitMicros]) });
  }
  return sums;
}

/** The rows of a board: as they are kept, or, while some of it is not told, without that. */
function boardRows(hidden: Awaited<ReturnType<typeof untold>>): Prisma.Sql {
  if (hidden.size === 0) return Prisma.sql`profit_entries`;
  const people = [...hidden.keys()];
  const [markets, profits] = [
    [...hidden.values()].map((each) => each.markets),
    [...hidden.values()].map((each) => String(each.profit)),
  ];
  return Prisma.sql`(
    SELECT k.scope, k.user_id, k.markets - COALESCE(h.markets, 0) AS markets,
      k.profit_micros - COALESCE(h.profit, 0) AS profit_micros
    FROM profit_entries k LEFT JOIN unnest(${people}::uuid[], ${markets}::int[], ${profits}::text[]::bigint[])
      AS h (user_id, markets, profit) ON h.user_id = k.user_id
    WHERE k.markets > COALESCE(h.markets, 0))`;
}

/** Who made most in settled markets, with play credits. Beside the boards of forecasting, never mixed with them. */
export async function profitBoard(
  ctx: ServiceContext,
  input: ProfitBoardInput,
): Promise<z.input<typeof profitBoardOutput>> {
  authorize(ctx, "read_public_pages");
  const { scope, cursor, limit } = input;
  const from = readCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.user_id AS "userId", u.name, u.is_bot AS "isBot", u.is_simulated AS "isSimulated", s.markets, s.profit_micros AS "profitMicros"
    FROM ${boardRows(await untold(ctx, scope))} AS s JOIN users u ON u.id = s.user_id
    WHERE s.scope = ${scope} AND (${from.userId}::uuid IS NULL OR s.profit_micros < ${from.profit}::bigint
      OR (s.profit_micros = ${from.profit}::bigint AND s.user_id > ${from.userId}::uuid))
    ORDER BY s.profit_micros DESC, s.user_id LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const items = shown.map(({ userId: _, ...row }, i) => ({ rank: from.rank + i + 1, ...row }));
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last ? cursorOf("profit", [from.rank + shown.length, last.profitMicros, last.userId]) : null;
  return { items, nextCursor };
}

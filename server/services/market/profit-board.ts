import type { z } from "zod";
import { cursorOf, placeInList } from "#core/list-cursor.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { type ProfitBoardInput, profitBoardInput } from "./input.ts";
import type { profitBoardOutput } from "./output.ts";

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

/** Who made most in settled markets, with play credits. Beside the boards of forecasting, never mixed with them. */
export async function profitBoard(
  ctx: ServiceContext,
  input: ProfitBoardInput,
): Promise<z.input<typeof profitBoardOutput>> {
  authorize(ctx, "read_public_pages");
  const { scope, cursor, limit } = profitBoardInput.parse(input);
  const from = readCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.user_id AS "userId", u.name, u.is_bot AS "isBot", u.is_simulated AS "isSimulated", s.markets, s.profit_micros AS "profitMicros"
    FROM profit_standings s JOIN users u ON u.id = s.user_id
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

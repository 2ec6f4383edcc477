import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { depthOfBook } from "#core/market/depth-of-book.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { TradesInput } from "./input.ts";
import { loadMarket, loadMarketFacts } from "./lock-market.ts";
import { marketHiddenUntil } from "./market-hidden-until.ts";
import type { depthOutput, holdersOutput, priceHistoryOutput, tradesOutput } from "./output.ts";

/** Beyond this many trades, only every so many-th price is told. */
const MAX_PRICES = 600;
const MAX_HOLDERS = 20;

interface OfMarket {
  readonly questionId: string;
}

/** What the market's prices were: at its opening, and after each trade. */
export async function priceHistory(
  ctx: ServiceContext,
  { questionId }: OfMarket,
): Promise<z.input<typeof priceHistoryOutput>> {
  authorize(ctx, "read_public_pages");
  if (await marketHiddenUntil(ctx, questionId)) return [];
  return ctx.db.$queryRaw<z.input<typeof priceHistoryOutput>>`
    SELECT opened_at AS at, opening_prices AS prices FROM (
      SELECT LEAST(m.opened_at, (SELECT min(made_at) FROM trades WHERE question_id = m.question_id)) AS opened_at, opening_prices, 0 AS number
      FROM markets m WHERE question_id = ${questionId}::uuid
      UNION ALL
      SELECT t.made_at, t.prices_after, t.number FROM trades t JOIN markets m ON m.question_id = t.question_id
      WHERE t.question_id = ${questionId}::uuid
        AND (t.number = m.trade_count OR t.number % (1 + m.trade_count / ${MAX_PRICES}::int) = 0)
    ) AS steps ORDER BY number`;
}

/** Resting orders added up per price of each outcome, the best price first. */
export async function depth(ctx: ServiceContext, { questionId }: OfMarket): Promise<z.input<typeof depthOutput>> {
  authorize(ctx, "read_public_pages");
  const market = await loadMarket(ctx.db, questionId);
  if (await marketHiddenUntil(ctx, questionId)) return [];
  const { book } = await loadMarketFacts(ctx.db, questionId, null);
  return depthOfBook(book, market.soldMicros.length);
}

/** The trades of a market, the newest first; while its crowd is hidden, one's own alone, without the price after each. */
export async function tradesOfQuestion(ctx: ServiceContext, input: TradesInput): Promise<z.input<typeof tradesOutput>> {
  authorize(ctx, "read_public_pages");
  const { questionId, cursor, limit } = input;
  const own = accountIdOf(ctx.actor);
  const isHidden = (await marketHiddenUntil(ctx, questionId)) !== null;
  const rows = await ctx.db.$queryRaw<z.input<typeof tradesOutput>["items"]>`
    SELECT t.id, t.number, t.made_at AS "madeAt", u.name, u.is_bot AS "isBot", u.is_simulated AS "isSimulated", t.action, t.outcome, t.side,
      t.shares_micros AS "sharesMicros", t.cost_micros AS "costMicros", 
      CASE WHEN ${isHidden} THEN '{}' ELSE t.prices_after END AS "pricesAfter",
      t.order_id IS NOT NULL AS "byOrder", COALESCE(t.made_at >= r.known_at, false) AS "isReversed"
    FROM trades t JOIN users u ON u.id = t.user_id
      LEFT JOIN final_resolutions f ON f.question_id = t.question_id LEFT JOIN resolutions r ON r.id = f.resolution_id
    WHERE t.question_id = ${questionId}::uuid AND (NOT ${isHidden} OR t.user_id = ${own}::uuid) AND (${cursor ?? null}::int IS NULL OR t.number < ${cursor ?? null}::int)
    ORDER BY t.number DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
}

/** Who holds most of each outcome. */
export async function holders(ctx: ServiceContext, { questionId }: OfMarket): Promise<z.input<typeof holdersOutput>> {
  authorize(ctx, "read_public_pages");
  const market = await loadMarket(ctx.db, questionId);
  if (await marketHiddenUntil(ctx, questionId)) return [];
  const rows = await ctx.db.$queryRaw<
    { outcome: number; name: string; isBot: boolean; isSimulated: boolean; sharesMicros: bigint }[]
  >`
    SELECT outcome, name, "isBot", "isSimulated", "sharesMicros" FROM (
      SELECT (held.place - 1)::int AS outcome, u.name, u.is_bot AS "isBot", u.is_simulated AS "isSimulated", held.shares AS "sharesMicros",
        row_number() OVER (PARTITION BY held.place ORDER BY held.shares DESC, u.name) AS rank
      FROM positions p JOIN users u ON u.id = p.user_id, unnest(p.shares_micros) WITH ORDINALITY AS held (shares, place)
      WHERE p.question_id = ${questionId}::uuid AND held.shares > 0
    ) AS ranked WHERE rank <= ${MAX_HOLDERS} ORDER BY outcome, rank`;
  return market.soldMicros.map((_, outcome) => ({
    outcome,
    holders: rows
      .filter((row) => row.outcome === outcome)
      .map(({ name, isBot, isSimulated, sharesMicros }) => ({ name, isBot, isSimulated, sharesMicros })),
  }));
}

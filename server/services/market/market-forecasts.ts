import type { ForecastRow } from "#core/scoring/resolved-question.ts";
import type { Db, Tx } from "#db/client.ts";

interface Price {
  readonly at: number;
  readonly prices: number[];
}

/**
 * A market's prices in the shape of forecasts, so that the code that scores people scores the market too: from its opening, each price until the next
 * trade. None where there is no market.
 */
export async function marketForecasts(db: Db | Tx, questionId: string): Promise<ForecastRow[]> {
  const prices = await db.$queryRaw<Price[]>`
    SELECT (extract(epoch FROM at) * 1000)::float8 AS at, prices FROM (
      SELECT LEAST(opened_at, (SELECT min(made_at) FROM trades WHERE question_id = m.question_id)) AS at, opening_prices AS prices, 0 AS number
      FROM markets m WHERE question_id = ${questionId}::uuid
      UNION ALL
      SELECT made_at, prices_after, number FROM trades WHERE question_id = ${questionId}::uuid
    ) AS steps ORDER BY number`;
  const question = await db.question.findUnique({ where: { id: questionId }, select: { type: true } });
  return prices.map(({ at, prices: now }, i) => ({
    forecaster: "market",
    madeAt: at,
    endedAt: prices[i + 1]?.at ?? null,
    forecast: question?.type === "binary" ? (now[0] ?? 0) : now,
    inPool: false,
  }));
}

import type { SettlementPlan } from "#core/market/settlement-plan.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Tx } from "#db/client.ts";

/** The boards of profit that a question counts on. */
export function scopesOf(question: { closesAt: Date; topicId: string | null }): string[] {
  const season = `season:${seasonOf(question.closesAt.getTime()).slug}`;
  return ["all", season, ...(question.topicId ? [`topic:${question.topicId}`] : [])];
}

/** Adds a market's results to the boards of profit, or (sign −1) takes them back. */
async function addResults(tx: Tx, questionId: string, scopes: readonly string[], sign: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO profit_entries AS s (scope, user_id, markets, profit_micros)
    SELECT scope, r.user_id, ${sign}::int, ${sign}::int * r.profit_micros
    FROM market_results r, unnest(${scopes}::text[]) AS scope WHERE r.question_id = ${questionId}::uuid
    ORDER BY scope, r.user_id
    ON CONFLICT (scope, user_id) DO UPDATE
    SET markets = s.markets + EXCLUDED.markets, profit_micros = s.profit_micros + EXCLUDED.profit_micros`;
  await tx.$executeRaw`DELETE FROM profit_entries WHERE scope = ANY (${scopes}) AND markets = 0`;
}

/** Puts a settlement's results in the place of those of the settlement before it. */
export async function exchangeResults(
  tx: Tx,
  question: { id: string; closesAt: Date; topicId: string | null },
  results: SettlementPlan["results"],
): Promise<void> {
  const { id: questionId } = question;
  const scopes = scopesOf(question);
  await addResults(tx, questionId, scopes, -1);
  await tx.marketResult.deleteMany({ where: { questionId } });
  await tx.marketResult.createMany({ data: results.map((result) => ({ questionId, ...result })) });
  await addResults(tx, questionId, scopes, 1);
}

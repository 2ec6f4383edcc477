import { z } from "zod";
import { seasonOf } from "#core/ranking/season-of.ts";
import type { Db } from "#db/client.ts";
import { winningOutcome } from "#services/market/winning-outcome.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { crowdIsVisible } from "#services/visibility.ts";

/** What approving a proposal would do, as far as it can be counted before. */
export const previewOutput = z.object({
  /** People whose forecasts stood before the answer was known; none are scored by a void. */
  scored: z.number(),
  /** People whose scores of the answer before this one are replaced. */
  rescored: z.number(),
  /** Forecasts made at or after the answer was known: they earn nothing. */
  lateForecasts: z.number(),
  /** People who get a notice. */
  told: z.number(),
  boards: z.array(z.string()),
  /** Null where there is no market, or its crowd is hidden, and with it what the market says. */
  market: z
    .object({
      holders: z.number(),
      /** What is paid for the winning shares; null where a void refunds what was paid. */
      payoutMicros: z.bigint().nullable(),
      lateTrades: z.number(),
    })
    .nullable(),
});
export type ApprovalPreview = z.infer<typeof previewOutput>;

interface Row extends Omit<ApprovalPreview, "boards" | "market"> {
  id: string;
  questionId: string;
  closesAt: Date;
  topic: string | null;
  tournaments: string[];
  hasMarket: boolean;
  holders: number;
  lateTrades: number;
}

/** Counts what approving each of these proposals would do: in one query, and one more for each market. */
export async function approvalPreviews(
  db: Db,
  resolutionIds: readonly string[],
  now: Date,
): Promise<Map<string, ApprovalPreview>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, q.id AS "questionId", q.closes_at AS "closesAt", (SELECT t.title FROM topics t WHERE t.id = q.topic_id) AS topic,
      CASE WHEN r.outcome IS NULL THEN 0 ELSE (SELECT count(DISTINCT f.forecaster_id)::int FROM forecasts f
        WHERE f.question_id = q.id AND f.made_at < r.known_at) END AS scored,
      (SELECT count(*)::int FROM current_score_runs c JOIN scores s ON s.run_id = c.run_id WHERE c.question_id = q.id) AS rescored,
      (SELECT count(*)::int FROM forecasts f WHERE f.question_id = q.id AND f.made_at >= r.known_at) AS "lateForecasts",
      (SELECT count(*)::int FROM users u WHERE u.password_hash IS NOT NULL
        AND EXISTS (SELECT FROM forecasts f WHERE f.question_id = q.id AND f.forecaster_id = u.id)) AS told,
      ARRAY(SELECT t.title FROM tournament_questions x JOIN tournaments t ON t.id = x.tournament_id
        WHERE x.question_id = q.id ORDER BY t.starts_at) AS tournaments,
      m.question_id IS NOT NULL AND ${crowdIsVisible({ now })} AS "hasMarket",
      (SELECT count(*)::int FROM positions p WHERE p.question_id = q.id AND 0 < ANY (p.shares_micros)) AS holders,
      (SELECT count(*)::int FROM trades t WHERE t.question_id = q.id AND t.made_at >= r.known_at) AS "lateTrades"
    FROM resolutions r JOIN questions q ON q.id = r.question_id LEFT JOIN markets m ON m.question_id = q.id
    WHERE r.id = ANY (${[...resolutionIds]}::uuid[])`;
  const previews = new Map<string, ApprovalPreview>();
  for (const row of rows) {
    const payoutMicros = row.hasMarket ? await payoutOf(db, row) : null;
    previews.set(row.id, previewOf(row, payoutMicros));
  }
  return previews;
}

/** What would be paid for the winning shares; null for a void. */
async function payoutOf(db: Db, { id: resolutionId, questionId }: Row): Promise<bigint | null> {
  const { resolved } = await loadScoreSubject(db, { questionId, resolutionId });
  const outcome = await winningOutcome(db, questionId, resolved);
  if (outcome === null) return null;
  const [sum] = await db.$queryRaw<{ micros: bigint }[]>`
    SELECT COALESCE(sum(shares_micros[${outcome + 1}::int]), 0)::bigint AS micros FROM positions
    WHERE question_id = ${questionId}::uuid`;
  return sum?.micros ?? 0n;
}

function previewOf(row: Row, payoutMicros: bigint | null): ApprovalPreview {
  const { id: _, questionId: __, closesAt, topic, tournaments, hasMarket, holders, lateTrades, ...counts } = row;
  const isScored = counts.scored + counts.rescored > 0;
  const boards = ["All time", ...(topic ? [topic] : []), seasonOf(closesAt.getTime()).label, ...tournaments];
  return {
    ...counts,
    boards: isScored ? boards : [],
    market: hasMarket ? { holders, payoutMicros, lateTrades } : null,
  };
}

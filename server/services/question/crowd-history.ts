import { DomainError } from "#core/errors.ts";
import { hasRange } from "#core/question/question-range.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { hiddenUntil, visibleQuestions } from "#services/visibility.ts";
import type { CrowdHistoryInput } from "./input.ts";

/** The crowd's steps in columns, so that thousands of them are small: each holds until the next. */
export interface CrowdHistory {
  isHidden: boolean;
  revealAt: Date | null;
  /** Epoch milliseconds, ascending. */
  at: number[];
  /** How many forecasts stood; with 0 the probabilities of that step are of no meaning. */
  forecasters: number[];
  /** For a binary question one, for "yes"; for a range one, in locations; else one per option in order. */
  answers: { id: string; label: string; median: number[]; lower: number[]; upper: number[] }[];
}

type StepColumns = Pick<CrowdHistory, "at" | "forecasters"> & Record<"probabilities" | "lower" | "upper", number[][]>;

/**
 * The steps of a crowd up to an instant; of more than `most`, the first, and the last one of each of so many equal slices
 * of the time. As one JSON text: lists of lists are read from rows many times more slowly.
 */
async function loadSteps(db: Db, questionId: string, until: Date, most: number | null): Promise<StepColumns> {
  const [found] = await db.$queryRaw<{ columns: string }[]>`
    WITH bounds AS (
      SELECT count(*) AS steps, min(at) AS first, greatest(extract(epoch FROM max(at) - min(at)), 0.001) AS seconds
      FROM crowd_steps WHERE question_id = ${questionId}::uuid AND at <= ${until}::timestamptz),
    kept AS (
      SELECT DISTINCT ON (slice) number, (extract(epoch FROM at) * 1000)::float8 AS at, forecasters, probabilities,
        lower_quartile, upper_quartile
      FROM (
        SELECT s.*, CASE WHEN b.steps <= ${most}::int IS NOT FALSE THEN number WHEN number = 1 THEN -1
          ELSE floor(extract(epoch FROM at - b.first) / b.seconds * ${most}::int) END AS slice
        FROM crowd_steps s, bounds b WHERE question_id = ${questionId}::uuid AND at <= ${until}::timestamptz) AS sliced
      ORDER BY slice, number DESC)
    SELECT json_build_object(
      'at', COALESCE(json_agg(at ORDER BY number), '[]'),
      'forecasters', COALESCE(json_agg(forecasters ORDER BY number), '[]'),
      'probabilities', COALESCE(json_agg(probabilities ORDER BY number), '[]'),
      'lower', COALESCE(json_agg(lower_quartile ORDER BY number), '[]'),
      'upper', COALESCE(json_agg(upper_quartile ORDER BY number), '[]'))::text AS columns FROM kept`;
  return JSON.parse(found?.columns ?? "") as StepColumns;
}

const NO_STEPS: StepColumns = { at: [], forecasters: [], probabilities: [], lower: [], upper: [] };

/** The crowd's history on a question, whole or thinned to about `most` steps; without a single step while it is hidden. */
export async function crowdHistory(ctx: ServiceContext, { slug, most }: CrowdHistoryInput): Promise<CrowdHistory> {
  const question = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx) },
    select: {
      id: true,
      revealAt: true,
      type: true,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
    },
  });
  if (!question) throw new DomainError("subject_must_exist", { kind: "question", field: "slug" });
  const { id, revealAt, options } = question;
  const isHidden = hiddenUntil(ctx, { revealAt }) !== null;
  const steps = isHidden ? NO_STEPS : await loadSteps(ctx.db, id, ctx.now, most ?? null);
  const isRange = hasRange(question.type);
  const single = isRange ? { id: "median", label: "Median" } : { id: "yes", label: "Yes" };
  const answers = options.length > 0 ? options : [single];
  return {
    isHidden,
    revealAt,
    at: steps.at,
    forecasters: steps.forecasters,
    answers: answers.map((answer, i) => ({
      ...answer,
      median: steps.probabilities.map((probabilities) =>
        isRange && probabilities.length > 0 ? cdfQuantile(probabilities, 0.5) : (probabilities[i] ?? 0),
      ),
      lower: steps.lower.map((quartiles) => quartiles[i] ?? 0),
      upper: steps.upper.map((quartiles) => quartiles[i] ?? 0),
    })),
  };
}

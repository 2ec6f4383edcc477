import { type QuestionScore, questionScores } from "#core/scoring/question-scores.ts";
import { type BundleForecast, type BundleQuestion, type ScorableBundle, statedForecast } from "./bundle.ts";
import { resolvedBundleQuestion } from "./resolved-bundle-question.ts";

/** A question that was answered, with the forecasts on it and everybody's scores by id. */
export interface ScoredBundleQuestion {
  readonly question: BundleQuestion;
  readonly forecasts: readonly BundleForecast[];
  readonly scores: readonly (QuestionScore & { readonly forecaster: string })[];
}

/**
 * Everybody's scores on every answered question of a bundle in canonical order.
 *
 * Formula: `questionScores` of each question. One that is open still, or was voided, has none.
 * Units: those of `questionScores`. The bundle must have no faults (`bundleFaults`).
 *
 * @example
 * bundleScores({ questions: [], forecasters: [], forecasts: [], tournaments: [] }); // => []
 */
export function bundleScores({ questions, forecasters, forecasts }: ScorableBundle): ScoredBundleQuestion[] {
  const inPool = new Map(forecasters.map((person) => [person.id, person.inPool]));
  const byQuestion = Map.groupBy(forecasts, ({ questionId }) => questionId);
  return questions.flatMap((question) => {
    const resolved = resolvedBundleQuestion(question);
    if (!resolved) return [];
    const own = byQuestion.get(question.id) ?? [];
    const rows = own.map((forecast) => ({
      forecaster: forecast.forecasterId,
      madeAt: forecast.madeAt,
      endedAt: forecast.endedAt,
      forecast: statedForecast(forecast),
      inPool: inPool.get(forecast.forecasterId) === true,
    }));
    const scores = questionScores(resolved, rows).map((score) => ({ ...score, forecaster: String(score.forecaster) }));
    return { question, forecasts: own, scores };
  });
}

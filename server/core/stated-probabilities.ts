import { ensure } from "./errors.ts";
import { statedProbability } from "./probability.ts";
import type { QuestionRange } from "./question/question-range.ts";
import { statedCdf } from "./stated-cdf.ts";

/** How far from 1 the probabilities of a multiple-choice forecast may sum before they are refused rather than normalised. */
export const SUM_TOLERANCE = 1e-6;

/**
 * The probabilities of one forecast as they are kept, or an error.
 *
 * Formula: a yes/no question has one, P(yes). A multiple choice has one per option; p_k ← p_k / Σ p.
 * Range: each within [0.001, 0.999] as stated; Σ p = 1 ± 1e-6 for a multiple choice.
 * Errors: `probabilities_must_fit_question`, `probability_must_be_within_bounds`, `probabilities_must_sum_to_one`.
 * Source: own rule, with the bounds of Metaculus.
 *
 * @example
 * statedProbabilities([0.25], 0); // => [0.25]
 * statedProbabilities([0.25, 0.5, 0.25], 3); // => [0.25, 0.5, 0.25]
 */
export function statedProbabilities(stated: readonly number[], options: number): number[] {
  const expected = Math.max(1, options);
  ensure(
    stated.length === expected,
    "probabilities_must_fit_question",
    expected === 1 ? "This question takes one probability." : `This question takes ${expected} probabilities.`,
    "probabilities",
  );
  const probabilities = stated.map(statedProbability);
  if (options === 0) return probabilities;
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  ensure(
    Math.abs(sum - 1) <= SUM_TOLERANCE,
    "probabilities_must_sum_to_one",
    `The probabilities must sum to 100 %; these sum to ${Number((sum * 100).toFixed(4))} %.`,
    "probabilities",
  );
  return probabilities.map((probability) => probability / sum);
}

/**
 * A forecast of any question as it is kept, or an error: `statedCdf` where the question has a range, else
 * `statedProbabilities`.
 *
 * @example
 * statedForecast([0.25], { options: 0, range: null }); // => [0.25]
 */
export function statedForecast(
  stated: readonly number[],
  question: { readonly options: number; readonly range: QuestionRange | null },
): number[] {
  return question.range ? statedCdf(stated, question.range) : statedProbabilities(stated, question.options);
}

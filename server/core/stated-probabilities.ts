import { ensure } from "./errors.ts";
import { atBound, BOUND_TOLERANCE, GREATEST_PROBABILITY, MIN_PROBABILITY, statedProbability } from "./probability.ts";
import type { QuestionRange } from "./question/question-range.ts";
import { statedCdf } from "./stated-cdf.ts";

/** How far from 1 the probabilities of a multiple-choice forecast may sum before they are refused rather than normalised. */
export const SUM_TOLERANCE = 1e-6;

/**
 * The probabilities of one forecast as they are kept, or an error.
 *
 * Formula: a yes/no question has one, P(yes). A multiple choice has one per option. When they sum to 1 to within 1e-9 they are
 * kept as stated; else p_k ← 0.001 + (p_k − 0.001)(1 − 0.001·K)/(Σ p − 0.001·K), so that none leaves the bounds again.
 * Range: each within [0.001, 0.999] as stated, to within 1e-9; Σ p = 1 ± 1e-6 for a multiple choice. What is kept may be
 * stated again, and is kept the same.
 * Errors: `probabilities_must_fit_question`, `probability_must_be_within_bounds`, `probabilities_must_sum_to_one`.
 * Source: own rule, with the bounds of Metaculus.
 *
 * @example
 * statedProbabilities([0.25], 0); // => [0.25]
 * statedProbabilities([0.25, 0.5, 0.25], 3); // => [0.25, 0.5, 0.25]
 * statedProbabilities([99.9 / 100, 0.1 / 100], 2); // => [0.999, 0.001]
 */
export function statedProbabilities(stated: readonly number[], options: number): number[] {
  const expected = Math.max(1, options);
  ensure(stated.length === expected, "probabilities_must_fit_question", {
    of: "forecast",
    expected,
    field: "probabilities",
  });
  const probabilities = stated.map(statedProbability);
  if (options === 0) return probabilities;
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  ensure(Math.abs(sum - 1) <= SUM_TOLERANCE, "probabilities_must_sum_to_one", {
    of: "forecast",
    sum,
    field: "probabilities",
  });
  return Math.abs(sum - 1) <= BOUND_TOLERANCE ? probabilities : summedToOne(probabilities, sum);
}

/** What each has above the least is scaled, so that the least stays the least and the greatest is not passed. */
function summedToOne(probabilities: readonly number[], sum: number): number[] {
  const held = MIN_PROBABILITY * probabilities.length;
  const scale = (1 - held) / (sum - held);
  return probabilities.map((probability) =>
    atBound(MIN_PROBABILITY + (probability - MIN_PROBABILITY) * scale, GREATEST_PROBABILITY),
  );
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

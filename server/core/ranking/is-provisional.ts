/** Below either of these a rating says more about luck than about skill. */
export const RATED_QUESTIONS = 10;
export const RATED_COVERAGE = 5;

/**
 * Whether a board entry is still provisional: shown, but without a rank of its own entry.
 *
 * Formula: resolved questions < 10 or Σ w·coverage < 5.
 * Units: questions; coverage in questions.
 * Source: own rule.
 *
 * @example
 * isProvisional({ resolvedQuestions: 10, coverage: 5 }); // => false
 */
export function isProvisional(entry: { resolvedQuestions: number; coverage: number }): boolean {
  return entry.resolvedQuestions < RATED_QUESTIONS || entry.coverage < RATED_COVERAGE;
}

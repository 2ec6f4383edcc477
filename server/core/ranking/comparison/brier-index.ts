import { ensureArgument } from "#core/errors.ts";

/**
 * A Brier score as a mark out of 100: 100 perfect, 50 always saying 50 %, 0 always certain and wrong.
 *
 * Formula: (1 − √s)·100.
 * Range: s in 0..1 (Brier, 0 best) to 100 … 0.
 * Errors: `argument_must_be_in_domain` for a negative score.
 * Source: ForecastBench's Brier Index.
 *
 * @example
 * brierIndex(0.25); // => 50
 */
export function brierIndex(brier: number): number {
  ensureArgument(brier >= 0, "A Brier score is not negative.");
  return (1 - Math.sqrt(brier)) * 100;
}

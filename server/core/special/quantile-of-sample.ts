import { ensureArgument } from "#core/errors.ts";

/**
 * The sample quantile that R calls type 7 and numpy "linear".
 *
 * Formula: h = (n−1)·level; x⌊h⌋ + (h−⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋), on values already sorted ascending.
 * Units: those of the values; level in [0, 1].
 * Errors: `argument_must_be_in_domain` for an empty sample or a level outside [0, 1].
 * Source: R. J. Hyndman & Y. Fan, The American Statistician 50 (1996), 361–365.
 *
 * @example
 * quantileOfSample([1, 2, 4], 0.75); // => 3
 */
export function quantileOfSample(sorted: ArrayLike<number>, level: number): number {
  ensureArgument(sorted.length > 0 && level >= 0 && level <= 1, "A quantile needs values.");
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}

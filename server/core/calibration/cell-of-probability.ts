import { ensureArgument } from "#core/errors.ts";

/** How many cells lie between 0 and 1: cell 0 … cell 1000, each 0.001 wide. */
export const CELLS_PER_UNIT = 1000;

/**
 * The calibration cell of a probability.
 *
 * Formula: round(1000·p), halves up.
 * Range: an integer 0..1000; the cell's own probability is cell/1000, at most 0.0005 from p.
 * Errors: `argument_must_be_in_domain` outside [0, 1].
 * Source: own rule; a tenth of a per cent is the finest step that people enter, so what they enter is kept exactly.
 *
 * @example
 * cellOfProbability(0.725); // => 725
 */
export function cellOfProbability(probability: number): number {
  ensureArgument(probability >= 0 && probability <= 1, "A probability lies between 0 and 1.");
  return Math.round(probability * CELLS_PER_UNIT);
}

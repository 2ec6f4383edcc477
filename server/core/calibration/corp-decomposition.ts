import { ensureArgument } from "#core/errors.ts";
import type { CalibrationPoint } from "./calibration-point.ts";
import { type IsotonicBlock, isotonicBlocks } from "./isotonic-blocks.ts";
import { brierLoss, type Loss, meanLoss } from "./mean-loss.ts";

/** score = miscalibration − discrimination + uncertainty; all three parts are at least 0. */
export interface CorpDecomposition {
  readonly score: number;
  /** What would be gained by recalibrating. 0: calibrated. */
  readonly miscalibration: number;
  /** What the ordering of the forecasts is worth beyond the base rate. 0: none. */
  readonly discrimination: number;
  /** The score of always stating the base rate. */
  readonly uncertainty: number;
  /** The reliability curve: recalibrated rates, non-decreasing in the stated probability. */
  readonly blocks: IsotonicBlock[];
}

/**
 * The CORP decomposition of a mean score, with the reliability curve it rests on.
 *
 * TeX: \bar S=\mathrm{MCB}-\mathrm{DSC}+\mathrm{UNC}
 * Formula: S = MCB − DSC + UNC with MCB = S − S(PAV), DSC = S(base rate) − S(PAV), UNC = S(base rate).
 * Units: those of the loss, the Brier loss (0 best … 1) unless another proper one is given.
 * Errors: `argument_must_be_in_domain` without any weight.
 * Source: T. Dimitriadis, T. Gneiting & A. I. Jordan, PNAS 118 (2021) e2016191118.
 *
 * @example
 * corpDecomposition([{ probability: 0.5, weight: 2, outcomes: 1 }]).miscalibration; // => 0
 */
export function corpDecomposition(points: readonly CalibrationPoint[], loss: Loss = brierLoss): CorpDecomposition {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const outcomes = points.reduce((sum, point) => sum + point.outcomes, 0);
  ensureArgument(weight > 0, "A decomposition needs forecasts.");
  const blocks = isotonicBlocks(points);
  const score = meanLoss(points, loss);
  const recalibrated = meanLoss(
    blocks.map((block) => ({ ...block, probability: block.rate })),
    loss,
  );
  const uncertainty = meanLoss([{ probability: outcomes / weight, weight, outcomes }], loss);
  return {
    score,
    miscalibration: Math.max(0, score - recalibrated),
    discrimination: Math.max(0, uncertainty - recalibrated),
    uncertainty,
    blocks,
  };
}

import type { CalibrationPoint } from "./calibration-point.ts";

/** A stretch of probabilities that share one recalibrated rate. */
export interface IsotonicBlock {
  readonly lowest: number;
  readonly highest: number;
  readonly weight: number;
  readonly outcomes: number;
  /** The conditional event probability: outcomes/weight. */
  readonly rate: number;
}

/**
 * The non-decreasing step function closest to the outcomes: isotonic regression by pooling adjacent violators.
 *
 * Formula: argmin over non-decreasing f of Σ w (y − f)²; neighbouring blocks are pooled while the left rate is at least the right one.
 * Units: points in ascending order of probability, each with a positive weight. O(n).
 * Source: Ayer et al. 1955; the same fit is best for every proper score (Dimitriadis, Gneiting & Jordan, PNAS 2021).
 *
 * @example
 * isotonicBlocks([{ probability: 0.2, weight: 1, outcomes: 1 }, { probability: 0.8, weight: 1, outcomes: 0 }]); // => [{ lowest: 0.2, highest: 0.8, weight: 2, outcomes: 1, rate: 0.5 }]
 */
export function isotonicBlocks(points: readonly CalibrationPoint[]): IsotonicBlock[] {
  const blocks: IsotonicBlock[] = [];
  for (const { probability, weight, outcomes } of points) {
    let block = { lowest: probability, highest: probability, weight, outcomes };
    for (let left = blocks.at(-1); left && isViolation(left, block); left = blocks.at(-1)) {
      blocks.pop();
      block = {
        lowest: left.lowest,
        highest: block.highest,
        weight: left.weight + block.weight,
        outcomes: left.outcomes + block.outcomes,
      };
    }
    blocks.push({ ...block, rate: block.outcomes / block.weight });
  }
  return blocks;
}

/** Cross-multiplied, so that rates of whole counts compare exactly. */
function isViolation(left: { weight: number; outcomes: number }, right: { weight: number; outcomes: number }): boolean {
  return left.outcomes * right.weight >= right.outcomes * left.weight;
}

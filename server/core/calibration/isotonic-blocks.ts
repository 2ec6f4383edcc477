import type { CalibrationPoint } from "./calibration-point.ts";
import { poolAdjacentViolators, roomForPools } from "./pool-adjacent-violators.ts";

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
 * Formula: argmin over non-decreasing f of Σ w (y − f)²; rates rise strictly from block to block.
 * Units: points in ascending order of probability. O(n).
 * Source: Ayer et al. 1955; the same fit is best for every proper score (Dimitriadis, Gneiting & Jordan, PNAS 2021).
 *
 * @example
 * isotonicBlocks([{ probability: 0.2, weight: 1, outcomes: 1 }, { probability: 0.8, weight: 1, outcomes: 0 }]); // => [{ lowest: 0.2, highest: 0.8, weight: 2, outcomes: 1, rate: 0.5 }]
 */
export function isotonicBlocks(points: readonly CalibrationPoint[]): IsotonicBlock[] {
  const pools = roomForPools(points.length);
  const count = poolAdjacentViolators(
    points.map((point) => point.weight),
    points.map((point) => point.outcomes),
    pools,
  );
  return Array.from({ length: count }, (_, k) => {
    const weight = pools.weight[k] as number;
    const outcomes = pools.outcomes[k] as number;
    return {
      lowest: points[pools.first[k] as number]?.probability as number,
      highest: points[pools.last[k] as number]?.probability as number,
      weight,
      outcomes,
      rate: outcomes / weight,
    };
  });
}

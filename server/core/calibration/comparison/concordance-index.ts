import type { CalibrationPoint } from "#core/calibration/calibration-point.ts";

/**
 * How often something that happened had been given a higher probability than something that did not: discrimination without calibration.
 *
 * Formula: P(p₁ > p₀) + ½ P(p₁ = p₀) over all pairs of a hit and a miss; the area under the ROC curve.
 * Range: ½ no better than chance … 1; NaN when everything or nothing happened. Points must be in ascending order. O(n).
 * Source: J. A. Hanley & B. J. McNeil, Radiology 143 (1982), 29–36.
 *
 * @example
 * concordanceIndex([{ probability: 0.2, weight: 1, outcomes: 0 }, { probability: 0.8, weight: 1, outcomes: 1 }]); // => 1
 */
export function concordanceIndex(points: readonly CalibrationPoint[]): number {
  let [pairs, misses, hits] = [0, 0, 0];
  for (const { weight, outcomes } of points) {
    const missed = weight - outcomes;
    pairs += outcomes * (misses + missed / 2);
    misses += missed;
    hits += outcomes;
  }
  return pairs / (misses * hits);
}

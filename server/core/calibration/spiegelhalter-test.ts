import { normalCumulative } from "#core/special/normal-cumulative.ts";
import type { CalibrationPoint } from "./calibration-point.ts";

/**
 * Spiegelhalter's test of calibration. It assumes independent rows, so show its p-value with one row per question only; rows at ½ say nothing to it.
 *
 * Formula: z = Σ (y−p)(1−2p) / √Σ (1−2p)²p(1−p); p-value two-sided, 2Φ(−|z|).
 * Range: z any, positive when over-confident; NaN when every row stands at 0, ½ or 1.
 * Source: D. J. Spiegelhalter, Statistics in Medicine 5 (1986), 421–433.
 *
 * @example
 * spiegelhalterTest([{ probability: 0.25, weight: 4, outcomes: 1 }]); // => { z: 0, pValue: 1 }
 */
export function spiegelhalterTest(points: readonly CalibrationPoint[]): { z: number; pValue: number } {
  let surplus = 0;
  let variance = 0;
  for (const { probability, weight, outcomes } of points) {
    const slope = 1 - 2 * probability;
    surplus += (outcomes - weight * probability) * slope;
    variance += weight * slope * slope * probability * (1 - probability);
  }
  const z = surplus / Math.sqrt(variance);
  return { z, pValue: 2 * normalCumulative(-Math.abs(z)) };
}

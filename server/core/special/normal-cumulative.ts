import { regularisedUpperGamma } from "./regularised-upper-gamma.ts";

/**
 * The chance that a standard normal variable lies at or below z.
 *
 * Formula: Φ(z) = ½ Q(½, z²/2) for z < 0, else 1 − Φ(−z); the lower tail keeps its relative precision.
 * Range: any z; result in [0, 1].
 * Source: DLMF 7.11.2.
 *
 * @example
 * normalCumulative(0); // => 0.5
 */
export function normalCumulative(z: number): number {
  const tail = regularisedUpperGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

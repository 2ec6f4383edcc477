import type { ProbabilityBin } from "#core/calibration/probability-bins.ts";
import type { MurphyDecomposition } from "./murphy-decomposition.ts";

/** The three classical parts after correction; their signed sum stays what it was. */
export interface CorrectedParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
}

/**
 * Murphy's parts without the bias that few forecasts per bin give them: reliability too large, resolution too large, uncertainty too small.
 *
 * Formula: c = Σ_b n_b·ȳ_b(1−ȳ_b)/(n_b−1)/n over bins with n_b > 1, d = UNC/(n−1); REL − αc, RES − αc + αd, UNC + αd. Plainly α = 1; with
 * `keepsRange` the largest α ≤ 1 that leaves REL and RES in 0..1 and UNC ≤ ¼ (it is 0 when the base rate is exactly ½).
 * Units: those of the Brier score; n must exceed 1.
 * Source: C. A. T. Ferro & T. E. Fricker, QJRMS 138 (2012); the shrunk version as in SpecsVerification.
 *
 * @example
 * murphyBiasCorrection({ reliability: 0, resolution: 0, uncertainty: 0.25 }, [{ points: [], weight: 2, meanProbability: 0.5, rate: 0.5 }]); // => { reliability: -0.25, resolution: 0, uncertainty: 0.5 }
 */
export function murphyBiasCorrection(
  parts: Pick<MurphyDecomposition, "reliability" | "resolution" | "uncertainty">,
  bins: readonly ProbabilityBin[],
  { keepsRange = false } = {},
): CorrectedParts {
  const { reliability, resolution, uncertainty } = parts;
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  const excess =
    bins.reduce((sum, bin) => {
      return bin.weight > 1 ? sum + (bin.weight * bin.rate * (1 - bin.rate)) / (bin.weight - 1) : sum;
    }, 0) / weight;
  const lack = uncertainty / (weight - 1);
  const fall = excess - lack;
  const share = keepsRange
    ? Math.min(
        1,
        excess > 0 ? reliability / excess : 1,
        fall > 0 ? resolution / fall : fall < 0 ? (resolution - 1) / fall : 1,
        lack > 0 ? Math.max(0, 0.25 - uncertainty) / lack : 1,
      )
    : 1;
  return {
    reliability: reliability - share * excess,
    resolution: resolution - share * fall,
    uncertainty: uncertainty + share * lack,
  };
}

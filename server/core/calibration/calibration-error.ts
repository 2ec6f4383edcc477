import type { ProbabilityBin } from "./probability-bins.ts";

/**
 * Expected and maximum calibration error over bins. Biased upwards for few forecasts: secondary to the CORP parts.
 *
 * Formula: ECE = Σ n_b/n · |mean p − rate|; MCE = max |mean p − rate|.
 * Range: 0 best … 1; NaN without bins.
 * Source: M. P. Naeini, G. Cooper & M. Hauskrecht, AAAI 2015.
 *
 * @example
 * calibrationError([{ points: [], weight: 4, meanProbability: 0.5, rate: 0.25 }]); // => { expected: 0.25, maximum: 0.25 }
 */
export function calibrationError(bins: readonly ProbabilityBin[]): { expected: number; maximum: number } {
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  const gaps = bins.map((bin) => ({ weight: bin.weight, gap: Math.abs(bin.meanProbability - bin.rate) }));
  return {
    expected: gaps.reduce((sum, bin) => sum + bin.weight * bin.gap, 0) / weight,
    maximum: Math.max(...gaps.map((bin) => bin.gap)),
  };
}

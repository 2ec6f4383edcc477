import type { ProbabilityBin } from "#core/calibration/probability-bins.ts";

/** brier = reliability − resolution + uncertainty + withinBinVariance − withinBinCovariance. */
export interface MurphyDecomposition {
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** Both vanish when all forecasts of a bin are equal. */
  readonly withinBinVariance: number;
  readonly withinBinCovariance: number;
}

/**
 * Murphy's decomposition of the mean Brier score over bins, with the terms that unequal forecasts within a bin add.
 *
 * TeX: \mathrm{REL}=\tfrac1n\sum_b n_b(\bar p_b-\bar y_b)^2,\quad\mathrm{RES}=\tfrac1n\sum_b n_b(\bar y_b-\bar y)^2,\quad\mathrm{UNC}=\bar y(1-\bar y)
 * Formula: REL = Σ n_b(p̄_b−ȳ_b)²/n, RES = Σ n_b(ȳ_b−ȳ)²/n, UNC = ȳ(1−ȳ), WBV = Σ (p−p̄_b)²/n, WBC = 2 Σ (y−ȳ_b)(p−p̄_b)/n.
 * Range: each in 0..1 but the covariance, which may be negative; NaN without bins.
 * Source: A. H. Murphy 1973; D. B. Stephenson, C. A. S. Coelho & I. T. Jolliffe, Weather and Forecasting 23 (2008).
 *
 * @example
 * murphyDecomposition([{ points: [{ probability: 0.5, weight: 2, outcomes: 1 }], weight: 2, meanProbability: 0.5, rate: 0.5 }]).brier; // => 0.25
 */
export function murphyDecomposition(bins: readonly ProbabilityBin[]): MurphyDecomposition {
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  const baseRate = bins.reduce((sum, bin) => sum + bin.weight * bin.rate, 0) / weight;
  const mean = (term: (bin: ProbabilityBin) => number) =>
    bins.reduce((sum, bin) => sum + bin.weight * term(bin), 0) / weight;
  const inBin = (term: (probability: number, rate: number) => number) => (bin: ProbabilityBin) =>
    bin.points.reduce((sum, point) => {
      return (
        sum + point.weight * term(point.probability - bin.meanProbability, point.outcomes / point.weight - bin.rate)
      );
    }, 0) / bin.weight;
  const parts = {
    reliability: mean((bin) => (bin.meanProbability - bin.rate) ** 2),
    resolution: mean((bin) => (bin.rate - baseRate) ** 2),
    uncertainty: baseRate * (1 - baseRate),
    withinBinVariance: mean(inBin((probability) => probability ** 2)),
    withinBinCovariance: mean(inBin((probability, rate) => 2 * probability * rate)),
  };
  const { reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance } = parts;
  return { ...parts, brier: reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance };
}

import { pinballLoss } from "./pinball-loss.ts";

/** The weighted interval score and the three parts it is the sum of. */
export interface WeightedIntervalScore {
  score: number;
  /** Width of the intervals. */
  dispersion: number;
  /** The outcome lay above the intervals. */
  underprediction: number;
  /** The outcome lay below the intervals. */
  overprediction: number;
}

/**
 * The weighted interval score of a set of quantiles symmetric around the median.
 *
 * Formula: the mean over the levels of 2·pinball loss, the median counted as one level. A pair of levels τ, 1 − τ
 * contributes α/2·interval score, α = 2τ, which splits into α/2·(u − l) and the misses on either side. With
 * `medianTwice` the median has the weight of a pair, as in Bracher et al.
 * Units: those of the outcome; 0 best; tends to the CRPS as levels are added. Source: Bracher et al. (2021).
 *
 * @example
 * weightedIntervalScore(2, [0.25, 0.5, 0.75], [1, 2, 4]); // => { score: 0.5, dispersion: 0.5, underprediction: 0, overprediction: 0 }
 */
export function weightedIntervalScore(
  outcome: number,
  levels: readonly number[],
  quantiles: readonly number[],
  medianTwice = false,
): WeightedIntervalScore {
  const parts = { dispersion: 0, underprediction: 0, overprediction: 0 };
  const median = levels.indexOf(0.5);
  levels.forEach((level, i) => {
    const mirrored = levels.findIndex((other) => Math.abs(other - (1 - level)) < 1e-9);
    if (level >= 0.5 || mirrored < 0) return;
    const [low, high] = [quantiles[i] as number, quantiles[mirrored] as number];
    parts.dispersion += 2 * level * (high - low);
    parts.underprediction += 2 * Math.max(0, outcome - high);
    parts.overprediction += 2 * Math.max(0, low - outcome);
  });
  if (median >= 0) {
    const centre = quantiles[median] as number;
    const loss = (medianTwice ? 2 : 1) * 2 * pinballLoss(outcome, centre, 0.5);
    parts[outcome > centre ? "underprediction" : "overprediction"] += loss;
  }
  const weights = levels.length + (medianTwice && median >= 0 ? 1 : 0);
  const dispersion = parts.dispersion / weights;
  const underprediction = parts.underprediction / weights;
  const overprediction = parts.overprediction / weights;
  return { score: dispersion + underprediction + overprediction, dispersion, underprediction, overprediction };
}

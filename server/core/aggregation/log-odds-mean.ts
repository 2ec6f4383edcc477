import { boundedProbability } from "#core/scoring/bounded-probability.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";

/**
 * The log-odds of a probability.
 *
 * TeX: \ln\frac{p}{1-p}
 * Formula: ln(p/(1 − p)). Units: nats; infinite at 0 and 1.
 *
 * @example
 * logOdds(0.5); // => 0
 */
export function logOdds(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/**
 * The probability with the given log-odds: the inverse of `logOdds`.
 *
 * TeX: \frac{1}{1+e^{-x}}
 * Formula: 1/(1 + e^(−x)), written so that neither tail overflows. Units: probability.
 *
 * @example
 * logistic(0); // => 0.5
 */
export function logistic(logOddsValue: number): number {
  if (logOddsValue >= 0) return 1 / (1 + Math.exp(-logOddsValue));
  const odds = Math.exp(logOddsValue);
  return odds / (1 + odds);
}

/**
 * The mean of probabilities in log-odds, that is the geometric mean of the odds.
 *
 * TeX: \operatorname{logistic}\frac{\sum_i w_i\operatorname{logit}p_i}{\sum_i w_i}
 * Formula: logistic(Σ w_i logit p_i / Σ w_i); equal weights when none are given. Values of 0 and 1 are replaced first
 * (`withoutCertainties`). Units: probability. NaN without values.
 * Source: Satopää et al. (2014); the certainties as in aggutils of the Forecasting Research Institute.
 *
 * @example
 * logOddsMean([0.2, 0.8]); // => 0.5
 */
export function logOddsMean(probabilities: ArrayLike<number>, weights?: ArrayLike<number>): number {
  return logistic(meanLogOdds(probabilities, weights));
}

/** The mean itself, in log-odds. */
export function meanLogOdds(probabilities: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  withoutCertainties(probabilities).forEach((probability, i) => {
    const weight = weights === undefined ? 1 : (weights[i] as number);
    sum += weight * logOdds(probability);
    total += weight;
  });
  return sum / total;
}

/**
 * Probabilities in which a 0 became the 5 % and a 1 the 95 % sample quantile of the others, so that one certain voice does
 * not decide alone. When all are certain they are bounded as log scores bound them.
 *
 * @example
 * withoutCertainties([0, 0.5, 0.5]); // => [0.5, 0.5, 0.5]
 */
export function withoutCertainties(probabilities: ArrayLike<number>): number[] {
  const all = Array.from(probabilities);
  const others = all.filter((p) => p > 0 && p < 1).sort((a, b) => a - b);
  if (others.length === all.length) return all;
  if (others.length === 0) return all.map(boundedProbability);
  const [low, high] = [quantileOfSample(others, 0.05), quantileOfSample(others, 0.95)];
  return all.map((p) => (p <= 0 ? low : p >= 1 ? high : p));
}

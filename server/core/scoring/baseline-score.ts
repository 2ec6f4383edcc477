/** Metaculus' weight of each open end in the base rate of a continuous question. */
const OPEN_END_BASE = 0.05;

/**
 * The Baseline score of a probability for what happened, among equally likely options.
 *
 * TeX: 100\,\frac{\ln (p\,K)}{\ln K}
 * Formula: 100·ln(p·K)/ln K; 100·log₂(2p) for yes or no. 0 with a single option.
 * Units: points: 0 for 1/K, 100 for certainty, down to −897 for 0.001 of two. Source: Metaculus' Baseline score.
 *
 * @example
 * baselineScore(0.5, 2); // => 0
 */
export function baselineScore(probability: number, options: number): number {
  return baselineOfLog(Math.log(probability), options);
}

/** `baselineScore` of ln p. */
export function baselineOfLog(logProbability: number, options: number): number {
  if (options < 2) return 0;
  const logOptions = Math.log(options);
  return (100 * (logProbability + logOptions)) / logOptions;
}

/**
 * The Baseline score of the probability a CDF gives to the bucket of the outcome.
 *
 * TeX: 50\,\ln\frac{p}{\mathrm{base}}
 * Formula: 50·ln(p/base); base = 0.05 outside the range, (1 − 0.05·open ends)/N inside, for N buckets numbered as in
 * `outcomeBucket`. Units: points: 0 for the base rate. Source: Metaculus' continuous Baseline score.
 *
 * @example
 * continuousBaselineScore(0.05, 0, 200, 2); // => 0
 */
export function continuousBaselineScore(
  probability: number,
  bucket: number,
  buckets: number,
  openEnds: number,
): number {
  const outside = bucket === 0 || bucket > buckets;
  return 50 * Math.log(probability / (outside ? OPEN_END_BASE : (1 - OPEN_END_BASE * openEnds) / buckets));
}

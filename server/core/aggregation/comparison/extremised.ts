import { logistic, logOdds } from "#core/aggregation/log-odds-mean.ts";

/**
 * A probability moved away from one half (factor above 1) or towards it (below 1).
 *
 * TeX: \frac{p^a}{p^a+(1-p)^a}
 * Formula: p^a/(p^a + (1 − p)^a) = logistic(a·logit p). Units: probability; 0.5 stays.
 * Source: Karmarkar (1978); Satopää et al. (2014); Baron et al. (2014). Their factors are not to be copied: see `fittedExtremising`.
 *
 * @example
 * extremised(0.75, 1); // => 0.75
 * extremised(0.5, 3); // => 0.5
 */
export function extremised(probability: number, factor: number): number {
  if (probability <= 0 || probability >= 1 || factor === 1) return probability;
  return logistic(factor * logOdds(probability));
}

import { binomialDraw } from "#core/random/binomial-draw.ts";
import { type RandomSequence, randomSequence } from "#core/random/random-sequence.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import type { CalibrationPoint } from "./calibration-point.ts";
import type { BandPoint } from "./consistency-band-discrete.ts";
import { type Pools, poolAdjacentViolators, roomForPools } from "./pool-adjacent-violators.ts";

/**
 * The consistency band by resampling: where the reliability curve would lie if every stated probability were right.
 *
 * Formula: of each resample, n = round(Σ weight) forecasts spread over the points in proportion to their weights (multinomial), outcomes ~
 * Binomial(count, p), the isotonic curve refitted and read off at every point, linearly between its blocks; the band is the (1∓level)/2 quantiles.
 * Units: level in (0, 1), pointwise. The same seed gives the same band. O(resamples · points), whatever the number of forecasts.
 * Source: Dimitriadis, Gneiting & Jordan (2021), resampling case.
 *
 * @example
 * consistencyBandResampled([{ probability: 1, weight: 4, outcomes: 4 }], { seed: "s" }); // => [{ probability: 1, lower: 1, upper: 1 }]
 */
export function consistencyBandResampled(
  points: readonly CalibrationPoint[],
  { seed, level = 0.9, resamples = 400 }: { seed: string; level?: number; resamples?: number },
): BandPoint[] {
  const random = randomSequence(seed);
  const probabilities = Float64Array.from(points, (point) => point.probability);
  const shares = Float64Array.from(points, (point) => point.weight);
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  const weights = new Float64Array(points.length);
  const outcomes = new Float64Array(points.length);
  const pools = roomForPools(points.length);
  const curves = points.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    spread(random, Math.max(1, Math.round(total)), shares, total, weights);
    for (let i = 0; i < weights.length; i++) {
      outcomes[i] = binomialDraw(random, weights[i] as number, probabilities[i] as number);
    }
    readOff(pools, poolAdjacentViolators(weights, outcomes, pools), probabilities, curves, resample);
  }
  return points.map(({ probability }, i) => {
    const values = (curves[i] as Float64Array).sort();
    const lower = quantileOfSample(values, (1 - level) / 2);
    return { probability, lower, upper: quantileOfSample(values, (1 + level) / 2) };
  });
}

/** A multinomial draw, one conditional binomial after the other. */
function spread(random: RandomSequence, count: number, shares: Float64Array, total: number, into: Float64Array): void {
  let left = count;
  let shareLeft = total;
  const last = shares.length - 1;
  for (let i = 0; i < last; i++) {
    const share = shares[i] as number;
    const drawn = binomialDraw(random, left, Math.min(1, share / shareLeft));
    into[i] = drawn;
    left -= drawn;
    shareLeft -= share;
  }
  into[last] = left;
}

/** Writes the curve's value at every point into that point's column. */
function readOff(
  pools: Pools,
  count: number,
  probabilities: Float64Array,
  curves: readonly Float64Array[],
  resample: number,
): void {
  let pool = 0;
  for (let i = 0; i < probabilities.length; i++) {
    while (pool < count - 1 && (pools.last[pool] as number) < i) pool++;
    const rate = (pools.outcomes[pool] as number) / (pools.weight[pool] as number);
    const first = pools.first[pool] as number;
    let value = rate;
    if (i < first && pool > 0) {
      const before = (pools.outcomes[pool - 1] as number) / (pools.weight[pool - 1] as number);
      const from = probabilities[pools.last[pool - 1] as number] as number;
      const way = ((probabilities[i] as number) - from) / ((probabilities[first] as number) - from);
      value = before + way * (rate - before);
    }
    (curves[i] as Float64Array)[resample] = value;
  }
}

import { type RandomSequence, randomSequence } from "#core/random/random-sequence.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import type { CalibrationPoint } from "./calibration-point.ts";
import type { BandPoint } from "./consistency-band-discrete.ts";
import { isotonicBlocks } from "./isotonic-blocks.ts";
import { isotonicValue } from "./isotonic-value.ts";

/** Above this many forecasts the design is held fixed and successes are drawn per point, so that the cost stays that of the points. */
const MOST_SINGLE_DRAWS = 5000;
/** From this variance on a binomial count is drawn from its normal limit. */
const NORMAL_FROM_VARIANCE = 25;

/**
 * The consistency band by resampling: where the reliability curve would lie if every stated probability were right.
 *
 * Formula: of each resample, n = round(Σ weight) forecasts drawn with the points' weights, outcomes ~ Bernoulli(p), the isotonic curve refitted and
 * read off at every point; the band is the (1∓level)/2 quantiles, pointwise. Above 5,000 forecasts the points keep their weights.
 * Units: level in (0, 1). The same seed gives the same band.
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
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  const count = Math.max(1, Math.round(total));
  const draw = count > MOST_SINGLE_DRAWS ? fixedDesign(points) : singleDraws(points, total, count);
  const curves = points.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    const blocks = isotonicBlocks(draw(random));
    points.forEach(({ probability }, i) => {
      (curves[i] as Float64Array)[resample] = isotonicValue(blocks, probability);
    });
  }
  return points.map(({ probability }, i) => {
    const values = (curves[i] as Float64Array).sort();
    const lower = quantileOfSample(values, (1 - level) / 2);
    return { probability, lower, upper: quantileOfSample(values, (1 + level) / 2) };
  });
}

function singleDraws(points: readonly CalibrationPoint[], total: number, count: number) {
  const ends = new Float64Array(points.length);
  points.reduce((sum, { weight }, i) => {
    ends[i] = sum + weight;
    return sum + weight;
  }, 0);
  return (random: RandomSequence): CalibrationPoint[] => {
    const weights = new Uint32Array(points.length);
    const outcomes = new Uint32Array(points.length);
    for (let k = 0; k < count; k++) {
      const i = firstAbove(ends, random.next() * total);
      weights[i] = (weights[i] as number) + 1;
      if (random.next() < (points[i] as CalibrationPoint).probability) outcomes[i] = (outcomes[i] as number) + 1;
    }
    return points.flatMap(({ probability }, i) =>
      weights[i] ? [{ probability, weight: weights[i] as number, outcomes: outcomes[i] as number }] : [],
    );
  };
}

function firstAbove(ends: Float64Array, target: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fixedDesign(points: readonly CalibrationPoint[]) {
  return (random: RandomSequence): CalibrationPoint[] =>
    points.map(({ probability, weight }) => ({
      probability,
      weight,
      outcomes: binomialDraw(random, weight, probability),
    }));
}

function binomialDraw(random: RandomSequence, trials: number, probability: number): number {
  const variance = trials * probability * (1 - probability);
  if (variance < NORMAL_FROM_VARIANCE && trials < MOST_SINGLE_DRAWS) {
    const whole = Math.ceil(trials);
    let successes = 0;
    for (let k = 0; k < whole; k++) if (random.next() < probability) successes++;
    return (successes * trials) / Math.max(1, whole);
  }
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  const draw = trials * probability + Math.sqrt(variance) * radius * Math.cos(2 * Math.PI * random.next());
  return Math.min(trials, Math.max(0, draw));
}

import { expect, test } from "vitest";
import { pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { isotonicValue } from "#core/calibration/comparison/isotonic-value.ts";
import { consistencyBand } from "#core/calibration/consistency-band.ts";
import { consistencyBandDiscrete } from "#core/calibration/consistency-band-discrete.ts";
import { consistencyBandResampled } from "#core/calibration/consistency-band-resampled.ts";
import { isotonicBlocks } from "#core/calibration/isotonic-blocks.ts";
import { randomSequence } from "#core/random/random-sequence.ts";

const percents = Array.from({ length: 19 }, (_, k) => (k + 1) / 20);
const calibrated = (seed: string, each: number) => {
  const random = randomSequence(seed);
  return pointsOfForecasts(
    percents.flatMap((probability) =>
      Array.from({ length: each }, () => ({ probability, outcome: random.next() < probability ? 1 : 0 })),
    ),
  );
};

test("the same seed gives the same band, another one does not", () => {
  const points = calibrated("a", 10);
  expect(consistencyBand(points, { seed: "s" })).toEqual(consistencyBand(points, { seed: "s" }));
  expect(consistencyBand(points, { seed: "s" })).not.toEqual(consistencyBand(points, { seed: "t" }));
});

test("a calibrated forecaster's curve lies within the band nine times in ten at each probability", () => {
  let [inside, all] = [0, 0];
  for (let trial = 0; trial < 150; trial++) {
    const points = calibrated(`trial ${trial}`, 12);
    const blocks = isotonicBlocks(points);
    for (const { probability, lower, upper } of consistencyBandResampled(points, { seed: "b", resamples: 200 })) {
      const rate = isotonicValue(blocks, probability);
      if (rate >= lower && rate <= upper) inside++;
      all++;
    }
  }
  expect(inside / all).toBeGreaterThan(0.87);
  expect(inside / all).toBeLessThan(0.95);
});

test("four times the forecasts make the band about half as wide where rates differ clearly", () => {
  const width = (weight: number) => {
    const points = [0.1, 0.5, 0.9].map((probability) => ({ probability, weight, outcomes: weight / 2 }));
    const { lower, upper } = consistencyBandResampled(points, { seed: "w", resamples: 1000 })[1]!;
    return upper - lower;
  };
  expect(width(4000) / width(1000)).toBeCloseTo(0.5, 1);
});

test("few distinct probabilities with many forecasts take the closed form", () => {
  const points = [{ probability: 0.3, weight: 9000, outcomes: 2700 }];
  expect(consistencyBand(points, { seed: "s" })).toEqual(consistencyBandDiscrete(points));
});

test("every band contains its own probability and stays within 0 and 1", () => {
  for (const { probability, lower, upper } of consistencyBand(calibrated("c", 15), { seed: "c" })) {
    expect(lower).toBeGreaterThanOrEqual(0);
    expect(lower).toBeLessThanOrEqual(probability);
    expect(upper).toBeGreaterThanOrEqual(probability);
    expect(upper).toBeLessThanOrEqual(1);
  }
});

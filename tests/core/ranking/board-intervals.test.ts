import fc from "fast-check";
import { expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import { boardIntervals } from "#core/ranking/board-intervals.ts";
import { pairedComparison } from "#core/ranking/paired-comparison.ts";
import { questionResamples } from "#core/ranking/question-resamples.ts";

const GROUPS = 60;

/** Forecasters of known skill: everyone answers every group, earning their skill and some luck. */
function board(skills: number[], seed: string) {
  const random = randomSequence(seed);
  const luck = () => (random.next() + random.next() + random.next() - 1.5) * 40;
  return skills.map((skill) => ({
    contributions: Array.from({ length: GROUPS }, (_, group) => ({ group, peer: skill + luck(), coverage: 1 })),
  }));
}

test("the same seed gives the same intervals", () => {
  const entrants = board([10, 0, -10], "a");
  const draw = (seed: string) => boardIntervals(entrants, { groups: GROUPS, seed, resamples: 200 });
  expect(draw("s")).toEqual(draw("s"));
  expect(draw("s")).not.toEqual(draw("t"));
});

test("below thirty question groups no interval is claimed", () => {
  expect(boardIntervals(board([1, 2], "b"), { groups: 29, seed: "s" })).toBeNull();
});

test("clear differences of skill leave no doubt about the rank, equal skills do", () => {
  const [best, one, other] = boardIntervals(board([60, 0, 0], "c"), { groups: GROUPS, seed: "s", resamples: 500 })!;
  expect(best!.rank).toEqual({ lower: 1, upper: 1 });
  expect([one!.rank.lower, other!.rank.lower]).toEqual([2, 2]);
  expect([one!.rank.upper, other!.rank.upper]).toEqual([3, 3]);
});

test("a reference line has an interval and takes nobody's rank", () => {
  const [person, crowd] = board([0, 60], "d");
  const intervals = boardIntervals([person!, { ...crowd!, isReference: true }], {
    groups: GROUPS,
    seed: "s",
    resamples: 100,
  })!;
  expect(intervals.map(({ rank }) => rank)).toEqual([
    { lower: 1, upper: 1 },
    { lower: 1, upper: 1 },
  ]);
});

test("the rating stays within its interval for nine boards in ten or more", () => {
  const covered = Array.from({ length: 100 }, (_, trial) => {
    const interval = boardIntervals(board([12], `trial ${trial}`), {
      groups: GROUPS,
      seed: "s",
      resamples: 400,
      rate: (peer, coverage) => peer / coverage,
    })![0]!.rating;
    return interval.lower <= 12 && interval.upper >= 12;
  }).filter(Boolean).length;
  expect(covered).toBeGreaterThanOrEqual(88);
  expect(covered).toBeLessThan(100);
});

test("every resample draws as many groups as there are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.string(), (groups, seed) => {
      for (const times of questionResamples(groups, { seed, resamples: 3 })) {
        expect(times.reduce((sum, count) => sum + count, 0)).toBe(groups);
      }
    }),
  );
});

test("two forecasters who differ on every question differ beyond chance, and swapping them turns the sign", () => {
  const differences = Array.from({ length: 40 }, (_, i) => 5 + (i % 7));
  const [ab, ba] = [differences, differences.map((d) => -d)].map((d) =>
    pairedComparison(d, { seed: "s", resamples: 999 }),
  );
  expect(ab!.pValue).toBe(0.002);
  expect(ba!.pValue).toBe(0.002);
  expect(ba!.meanDifference).toBe(-ab!.meanDifference);
  expect(ab!.interval!.lower).toBeGreaterThan(0);
});

test("chance alone seldom looks like a difference", () => {
  const alarms = Array.from({ length: 200 }, (_, trial) => {
    const random = randomSequence(`chance ${trial}`);
    return pairedComparison(
      Array.from({ length: 40 }, () => random.next() - 0.5),
      { seed: "s", resamples: 199 },
    ).pValue;
  }).filter((pValue) => pValue <= 0.05).length;
  expect(alarms).toBeGreaterThan(2);
  expect(alarms).toBeLessThan(22);
});

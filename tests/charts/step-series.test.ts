import fc from "fast-check";
import { expect, test } from "vitest";
import { activeValue, readingInstants, type StepPoint, thinSteps } from "#app/_charts/step-series.ts";

const steps: StepPoint[] = [
  { at: 10, value: 0.4 },
  { at: 20, value: 0.7 },
  { at: 30, value: null },
];

const anySteps = fc
  .uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 2000 })
  .chain((instants) =>
    fc
      .array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 9 }), {
        minLength: instants.length,
        maxLength: instants.length,
      })
      .map((values) => instants.sort((a, b) => a - b).map((at, index) => ({ at, value: values[index] ?? null }))),
  );

test("a value stands from its own instant until the next", () => {
  expect([9, 10, 19, 20, 29].map((at) => activeValue(steps, at))).toEqual([null, 0.4, 0.4, 0.7, 0.7]);
});

test("nothing stands after a withdrawal", () => {
  expect(activeValue(steps, 30)).toBeNull();
});

test("few changes are read where they happened, many at evenly spread instants", () => {
  expect(readingInstants([steps, [{ at: 15, value: 0.1 }]], 25, 10)).toEqual([10, 15, 20]);
  expect(readingInstants([steps, [{ at: 15, value: 0.1 }]], 40, 3)).toEqual([10, 25, 40]);
});

test("a thinned series keeps its ends, its extremes and every withdrawal, in order", () => {
  fc.assert(
    fc.property(anySteps, (many) => {
      const thin = thinSteps(many, 50);
      const values = (points: readonly StepPoint[]) => points.flatMap((point) => point.value ?? []);
      expect(thin[0]).toBe(many[0]);
      expect(thin.at(-1)).toBe(many.at(-1));
      expect(Math.max(...values(thin))).toBe(Math.max(...values(many)));
      expect(Math.min(...values(thin))).toBe(Math.min(...values(many)));
      expect(thin.filter((point) => point.value === null)).toEqual(many.filter((point) => point.value === null));
      expect(thin).toEqual(thin.toSorted((a, b) => a.at - b.at));
    }),
  );
});

test("a long series is thinned to four points a bucket at most, where nothing was withdrawn", () => {
  const long = Array.from({ length: 20_000 }, (_, at) => ({ at, value: (at * 7919) % 1000 }));
  expect(thinSteps(long, 400).length).toBeLessThanOrEqual(1606);
});

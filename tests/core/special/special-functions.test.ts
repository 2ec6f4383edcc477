import fc from "fast-check";
import { expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import { betaQuantile } from "#core/special/beta-quantile.ts";
import { logGamma } from "#core/special/log-gamma.ts";
import { normalCumulative } from "#core/special/normal-cumulative.ts";
import { normalQuantile } from "#core/special/normal-quantile.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import { regularisedBeta } from "#core/special/regularised-beta.ts";
import { regularisedUpperGamma } from "#core/special/regularised-upper-gamma.ts";

test("the gamma function continues the factorials: Γ(x+1) = x·Γ(x)", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 500, noNaN: true }), (x) => {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-12 * Math.max(1, logGamma(x + 1)));
    }),
  );
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
});

test("the normal quantile undoes the normal distribution", () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
      expect(normalQuantile(normalCumulative(z))).toBeCloseTo(z, 9);
    }),
  );
  expect(normalCumulative(1.959963984540054)).toBeCloseTo(0.975, 14);
});

test("the beta quantile undoes the beta distribution", () => {
  const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (level, a, b) => {
      expect(regularisedBeta(betaQuantile(level, a, b), a, b)).toBeCloseTo(level, 9);
    }),
  );
});

test("the beta distribution with whole shapes is a binomial tail", () => {
  const [p, n, k] = [0.3, 12, 5];
  const choose = (from: number, take: number) =>
    Array.from({ length: take }, (_, i) => (from - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
  const tail = Array.from({ length: n - k + 1 }, (_, i) => choose(n, k + i) * p ** (k + i) * (1 - p) ** (n - k - i));
  expect(regularisedBeta(p, k, n - k + 1)).toBeCloseTo(
    tail.reduce((sum, term) => sum + term, 0),
    13,
  );
});

test("the gamma tail with whole shape is a Poisson sum", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 60, noNaN: true }), (shape, x) => {
      let [term, sum] = [Math.exp(-x), 0];
      for (let k = 0; k < shape; k++) {
        sum += term;
        term *= x / (k + 1);
      }
      expect(regularisedUpperGamma(shape, x)).toBeCloseTo(sum, 11);
    }),
  );
});

test("a sample quantile at 0, ½ and 1 is the least, the median and the greatest", () => {
  expect([0, 0.5, 1].map((level) => quantileOfSample([1, 5, 7, 9], level))).toEqual([1, 6, 9]);
});

test("a random sequence repeats for its seed and differs for another", () => {
  const take = (seed: string) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(randomSequence(seed)),
    );
  expect(take("a")).toEqual(take("a"));
  expect(take("a")).not.toEqual(take("b"));
});

test("a random sequence is even over 0 to 1 and its neighbours do not correlate", () => {
  const random = randomSequence("evenness");
  const draws = Array.from({ length: 100_000 }, () => random.next());
  const shares = Array.from({ length: 10 }, (_, bin) => draws.filter((x) => Math.floor(x * 10) === bin).length / 1e5);
  for (const share of shares) expect(Math.abs(share - 0.1)).toBeLessThan(0.004);
  const together = draws.slice(1).reduce((sum, x, i) => sum + (x - 0.5) * (draws[i]! - 0.5), 0) / 1e5;
  expect(Math.abs(together * 12)).toBeLessThan(0.015);
});

test("whole random numbers stay below their bound and reach every value", () => {
  const random = randomSequence("bound");
  const seen = new Set(Array.from({ length: 500 }, () => random.below(7)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("values outside the functions' domains are refused", () => {
  expect(() => logGamma(0)).toThrow("positive");
  expect(() => normalQuantile(1)).toThrow("level in (0, 1)");
  expect(() => quantileOfSample([], 0.5)).toThrow("needs values");
  expect(() => regularisedBeta(2, 1, 1)).toThrow("x in 0..1");
  expect(() => regularisedUpperGamma(0, 1)).toThrow("a > 0");
});

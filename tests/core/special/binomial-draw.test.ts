import { expect, test } from "vitest";
import { binomialDraw } from "#core/random/binomial-draw.ts";
import { randomSequence } from "#core/random/random-sequence.ts";

const DRAWS = 20_000;

test.each([
  [7, 0.3],
  [40, 0.9],
  [1000, 0.004],
  [200, 0.5],
  [5000, 0.25],
])("draws of %i trials at %d have the binomial's mean and variance", (trials, probability) => {
  const random = randomSequence(`${trials} ${probability}`);
  const draws = Array.from({ length: DRAWS }, () => binomialDraw(random, trials, probability));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / DRAWS;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / DRAWS;
  const expected = trials * probability * (1 - probability);
  expect(Math.abs(mean - trials * probability)).toBeLessThan(5 * Math.sqrt(expected / DRAWS));
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06);
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw <= trials)).toBe(true);
});

test("few trials come out as often as the distribution says", () => {
  const random = randomSequence("three");
  const draws = Array.from({ length: DRAWS }, () => binomialDraw(random, 3, 0.4));
  const share = (count: number) => draws.filter((draw) => draw === count).length / DRAWS;
  for (const [count, chance] of [0.216, 0.432, 0.288, 0.064].entries()) {
    expect(Math.abs(share(count) - chance)).toBeLessThan(0.015);
  }
});

test("nothing can happen without trials or chance, and all must when it is certain", () => {
  const random = randomSequence("edge");
  expect([binomialDraw(random, 0, 0.5), binomialDraw(random, 9, 0), binomialDraw(random, 9, 1)]).toEqual([0, 0, 9]);
});

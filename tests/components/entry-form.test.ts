import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ABOVE, BELOW, entryForm, type Numbers, QUANTILES } from "#app/_forecasts/entry-form.ts";
import { scaledToWhole } from "#app/_forecasts/scaled-to-whole.ts";
import { restingPercent, statablePercent, steppedPercent } from "#app/_forecasts/stated-percent.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { statedForecast } from "#core/stated-probabilities.ts";
import { times } from "#tests/support/chance.ts";

const labels = (count: number) => Array.from({ length: count }, (_, k) => `Option ${k}`);
const binary = entryForm({ options: [], range: null });
const ranged = (openLower: boolean, openUpper: boolean): QuestionRange => ({
  min: 0,
  max: 20,
  zeroPoint: null,
  openLower,
  openUpper,
  unit: "visits",
});

/** What the server keeps of what the form sends, as it arrives there; throws where it is refused. */
function kept(numbers: Numbers, question: { options: readonly string[]; range: QuestionRange | null }) {
  const { probabilities } = entryForm(question).stated(numbers);
  if (probabilities === null) return null;
  return statedForecast(JSON.parse(JSON.stringify(probabilities)), { ...question, options: question.options.length });
}

const tenths = Array.from({ length: 999 }, (_, k) => (k + 1) / 10);
const percent = fc.double({ min: 0.1, max: 99.9, noNaN: true });

describe("whatever percentage the entry can hold, the server takes, and keeps as it was shown", () => {
  test("each tenth of a percent, typed, stepped to, or where the slider rests", () => {
    const question = { options: [], range: null };
    for (const typed of tenths) {
      expect(statablePercent(String(typed))).toBe(typed);
      const steps = [typed, restingPercent(typed), steppedPercent(typed, 1), steppedPercent(typed, -1)];
      for (const held of steps) expect(kept([held], question)).toEqual([held === 99.9 ? 0.999 : held / 100]);
    }
    expect(kept([restingPercent(100)], question)).toEqual([0.999]);
    expect(kept([restingPercent(0)], question)).toEqual([0.001]);
  });

  test("a percentage with any decimals", () => {
    fc.assert(
      fc.property(percent, fc.integer({ min: 0, max: 8 }), (exact, decimals) => {
        const typed = exact.toFixed(decimals);
        const held = statablePercent(typed);
        expect(held === null).toBe(Number(typed) < 0.1 || Number(typed) > 99.9);
        if (held === null) return;
        expect(kept([held], { options: [], range: null })?.[0]).toBeCloseTo(Number(typed) / 100, 12);
      }),
    );
  });

  test("what was saved is held again, and stated again without a change", () => {
    fc.assert(
      fc.property(percent, (held) => {
        const { probabilities } = binary.stated([held]);
        expect(binary.stated(binary.numbersOf(probabilities ?? [])).probabilities?.[0]).toBeCloseTo(held / 100, 11);
      }),
    );
  });
});

describe("several options", () => {
  test("whatever was scaled to 100 is complete and taken", () => {
    const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(percents, (held) => {
        const scaled = scaledToWhole(held);
        expect(kept(scaled, { options: labels(held.length), range: null })).not.toBeNull();
      }),
    );
  });

  test("tenths that sum to 100 are complete and kept as they are, also at both bounds", () => {
    const question = { options: labels(2), range: null };
    for (const first of tenths) {
      const held = [first, Math.round(1000 - first * 10) / 10];
      expect(kept(held, question)?.map((p) => Math.round(p * 1e5) / 1e3)).toEqual(held);
    }
    expect(kept([99.9, 0.1], question)).toEqual([0.999, 0.001]);
  });

  test("thirds that were made elsewhere are shown whole, and can be said again", () => {
    const options = labels(3);
    const form = entryForm({ options, range: null });
    const numbers = form.numbersOf(statedForecast([1 / 3, 1 / 3, 1 / 3], { options: 3, range: null }));
    expect(form.stated(numbers)).toEqual({ probabilities: numbers.map((held) => held / 100), fault: null });
    expect(form.stated(form.numbersOf([0.333333, 0.333333, 0.333334])).fault).toBeNull();
    expect(form.stated([33.33, 33.33, 33.33]).fault).toContain("these sum to 99.99 %");
  });
});

describe("a distribution", () => {
  test("is complete only when the server takes it, whatever its numbers", () => {
    const outside = fc.double({ min: 0.1, max: 99.9, noNaN: true });
    const numbers = fc.tuple(outside, outside, outside, outside, outside);
    const moves = fc.array(fc.tuple(fc.nat(4), outside), { maxLength: 6 });
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), numbers, moves, (openLower, openUpper, start, moved) => {
        const range = ranged(openLower, openUpper);
        const form = entryForm({ options: [], range });
        const held = moved.reduce<Numbers>((numbers, [place, to]) => form.moved(numbers, place, to), start);
        const { probabilities, fault } = form.stated(held);
        expect(probabilities === null).toBe(fault !== null);
        if (probabilities) expect(() => statedForecast(probabilities, { options: 0, range })).not.toThrow();
      }),
      { numRuns: times(500) },
    );
  });

  test("may put 99 % above an open end, and what cannot be spread any thinner is told", () => {
    const range = ranged(false, true);
    const form = entryForm({ options: [], range });
    const above = (held: number) => form.stated(form.moved(form.start, ABOVE, held));
    expect(above(99).probabilities?.at(-1)).toBeCloseTo(0.01, 12);
    expect(above(99.5)).toEqual({
      probabilities: null,
      fault: expect.stringContaining("at least a small probability"),
    });
    expect(entryForm({ options: [], range: ranged(true, true) }).stated([25, 50, 75, 60, 60]).fault).toBeTruthy();
  });

  test("says so when its values lie too near for what may be stated", () => {
    const form = entryForm({ options: [], range: ranged(false, false) });
    expect(form.stated(form.moved([40, 49.5, 50], 0, 49.5)).fault).toContain("This is too narrow");
    expect(BELOW).toBe(QUANTILES.length);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowdMove } from "#core/attribution/crowd-move.ts";
import { earlyAdvantage } from "#core/attribution/early-advantage.ts";
import { EARLY_WINDOW_MS, earlyMove } from "#core/attribution/early-move.ts";

const REPORTED = 100 * 86_400_000;
const DAY = 86_400_000;
const crowd = [{ at: 0, probabilities: [0.4] }];
const say = (daysBefore: number, p: number | null) => ({
  at: REPORTED - daysBefore * DAY,
  probabilities: p === null ? null : [p],
});
const early = (acts: ReturnType<typeof say>[], after = [0.7]) =>
  earlyMove({ kind: "binary", acts, crowd, after, reportedAt: REPORTED });

describe("who was early", () => {
  test("is whoever moved with the later crowd in the week before the report", () => {
    expect(early([say(30, 0.4), say(3, 0.6)])).toMatchObject({ from: 0.4, to: 0.6, movedAt: REPORTED - 3 * DAY });
  });

  test("is whoever began in that week, measured from the crowd as it stood then", () => {
    expect(early([say(2, 0.55)])).toMatchObject({ from: 0.4, to: 0.55 });
  });

  test.each([
    ["moved after the report", [say(30, 0.4), say(0, 0.7)]],
    ["had said so for longer than a week", [say(30, 0.7)]],
    ["moved the other way", [say(30, 0.6), say(3, 0.5)]],
    ["moved, and was still further off than the crowd", [say(30, 0.1), say(3, 0.2)]],
    ["moved and took it back", [say(30, 0.4), say(3, 0.6), say(2, null)]],
    ["had not said anything", []],
  ])("is nobody who %s", (_, acts) => {
    expect(early(acts)).toBeNull();
  });

  test("dates from where the forecaster went over for good, not from a move taken back in between", () => {
    expect(early([say(30, 0.4), say(6, 0.6), say(5, 0.35), say(4, 0.5), say(1, 0.65)])?.movedAt).toBe(
      REPORTED - 4 * DAY,
    );
  });

  test("is nobody when the crowd hardly moved", () => {
    expect(early([say(30, 0.4), say(3, 0.6)], [0.41])).toBeNull();
    expect(crowdMove("binary", [0.4], [0.41]).isClear).toBe(false);
  });

  test("counts a week to the millisecond", () => {
    const at = REPORTED - EARLY_WINDOW_MS;
    const moved = (ms: number) => [say(30, 0.4), { at: at + ms, probabilities: [0.6] }];
    expect(early(moved(0))).not.toBeNull();
    expect(early(moved(-1))).toBeNull();
  });
});

describe("the advantage", () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  test("is largest for the later crowd itself, and nothing for the crowd before", () => {
    fc.assert(
      fc.property(probability, probability, probability, (p, c, q) => {
        const best = earlyAdvantage({ kind: "binary", forecast: [q], before: [c], after: [q] });
        expect(earlyAdvantage({ kind: "binary", forecast: [p], before: [c], after: [q] })).toBeLessThanOrEqual(
          best + 1e-9,
        );
        expect(earlyAdvantage({ kind: "binary", forecast: [c], before: [c], after: [q] })).toBe(0);
      }),
    );
  });

  test("of a yes/no question is that of its two answers", () => {
    fc.assert(
      fc.property(probability, probability, probability, (p, c, q) => {
        const two = { kind: "multiple_choice", forecast: [p, 1 - p], before: [c, 1 - c], after: [q, 1 - q] } as const;
        const one = { kind: "binary", forecast: [p], before: [c], after: [q] } as const;
        expect(earlyAdvantage(one)).toBeCloseTo(earlyAdvantage(two), 9);
      }),
    );
  });

  test("of distributions over a range is largest for the later crowd itself, and nothing for the crowd before", () => {
    const steps = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 202, maxLength: 202 });
    const cdf = steps.map((widths) => {
      const whole = widths.reduce((sum, width) => sum + width, 0);
      let below = 0;
      return widths.slice(0, 201).map((width) => (below += width / whole));
    });
    fc.assert(
      fc.property(cdf, cdf, cdf, (p, c, q) => {
        const best = earlyAdvantage({ kind: "continuous", forecast: q, before: c, after: q });
        expect(earlyAdvantage({ kind: "continuous", forecast: p, before: c, after: q })).toBeLessThanOrEqual(
          best + 1e-9,
        );
        expect(earlyAdvantage({ kind: "continuous", forecast: c, before: c, after: q })).toBe(0);
      }),
    );
  });

  test("has the value worked out by hand", () => {
    const byHand = 100 * (0.7 * Math.log(0.6 / 0.4) + 0.3 * Math.log(0.4 / 0.6));
    expect(earlyAdvantage({ kind: "binary", forecast: [0.6], before: [0.4], after: [0.7] })).toBeCloseTo(byHand, 10);
  });
});

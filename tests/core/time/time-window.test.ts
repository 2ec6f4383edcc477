import fc from "fast-check";
import { expect, test } from "vitest";
import { relativeTime, spanInWords } from "#core/time/relative-time.ts";
import { DAY_MS, HOUR_MS, windowContains, windowHolds, windowsOverlap } from "#core/time/time-window.ts";
import { commonSpans, windowGaps } from "#core/time/window-gaps.ts";
import { times } from "#tests/support/chance.ts";

const spans = fc.array(fc.record({ from: fc.integer({ min: -2, max: 12 }), until: fc.integer({ min: -2, max: 12 }) }), {
  maxLength: 6,
});
const inside = (list: readonly { from: number; until: number }[], at: number) =>
  list.some((span) => windowContains(span, at));

test("an instant of a window lies in a gap exactly when no span holds it", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 9 }), (list, at) => {
      expect(inside(windowGaps({ from: 0, until: 10 }, list), at)).toBe(!inside(list, at));
    }),
    { numRuns: times(1000) },
  );
});

test("an instant lies in the common spans exactly when it lies in both", () => {
  fc.assert(
    fc.property(spans, spans, fc.integer({ min: -2, max: 12 }), (a, b, at) => {
      expect(inside(commonSpans(a, b), at)).toBe(inside(a, at) && inside(b, at));
    }),
    { numRuns: times(1000) },
  );
});

test("windows are half-open", () => {
  const window = { from: 0, until: 10 };
  expect(windowHolds(window, { from: 0, until: 10 })).toBe(true);
  expect(windowHolds(window, { from: -1, until: 5 })).toBe(false);
  expect(windowsOverlap(window, { from: -5, until: 0 })).toBe(false);
  expect(windowsOverlap(window, { from: -5, until: 1 })).toBe(true);
});

test.each([
  [1, "in less than a minute"],
  [-60_000, "1 minute ago"],
  [59 * 60_000, "in 59 minutes"],
  [HOUR_MS, "in 1 hour"],
  [-23.9 * HOUR_MS, "23 hours ago"],
  [DAY_MS, "in 1 day"],
  [59.9 * DAY_MS, "in 59 days"],
  [61 * DAY_MS, "in 2 months"],
  [-365.25 * DAY_MS, "1 year ago"],
])("%d ms from now is “%s”", (offset, words) => {
  expect(relativeTime(1_000_000_000_000 + offset, 1_000_000_000_000)).toBe(words);
});

test("no time at all is less than a minute", () => expect(spanInWords(0)).toBe("less than a minute"));

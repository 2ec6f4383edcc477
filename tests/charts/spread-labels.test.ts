import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "#app/_charts/spread-labels.ts";

const labels = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 260, noNaN: true }), size: fc.double({ min: 8, max: 30, noNaN: true }) }),
  { maxLength: 8 },
);

test("labels that do not meet stay where they belong", () => {
  const apart = [
    { at: 200, size: 20 },
    { at: 50, size: 20 },
  ];
  expect(spreadLabels(apart, 0, 260)).toEqual([200, 50]);
});

test("two labels at one place share the shift equally", () => {
  const same = [
    { at: 100, size: 20 },
    { at: 100, size: 20 },
  ];
  expect(spreadLabels(same, 0, 260)).toEqual([90, 110]);
});

test("no label overlaps another, and none leaves the room when all fit", () => {
  fc.assert(
    fc.property(labels, (wished) => {
      const middles = spreadLabels(wished, 0, 260);
      const spans = wished.map((label, index) => [middles[index]! - label.size / 2, middles[index]! + label.size / 2]);
      spans.sort((a, b) => a[0]! - b[0]!);
      for (const [index, span] of spans.entries()) {
        expect(span[0]).toBeGreaterThanOrEqual((spans[index - 1]?.[1] ?? 0) - 1e-6);
        expect(span[1]).toBeLessThanOrEqual(260 + 1e-6);
      }
    }),
  );
});

test("a line that ends above another has its label above the other's", () => {
  fc.assert(
    fc.property(labels, (wished) => {
      const middles = spreadLabels(wished, 0, 260);
      const byWish = wished.map((_, index) => index).sort((a, b) => wished[a]!.at - wished[b]!.at || a - b);
      const ordered = byWish.map((index) => middles[index]!);
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    }),
  );
});

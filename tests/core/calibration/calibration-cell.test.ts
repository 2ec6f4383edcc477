import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrationBins } from "#core/calibration/calibration-bins.ts";
import { addCells, type CalibrationCell, subtractCells } from "#core/calibration/calibration-cell.ts";
import { horizonPieces } from "#core/calibration/calibration-horizon.ts";
import { cellOfProbability } from "#core/calibration/cell-of-probability.ts";
import { cellsOfQuestion } from "#core/calibration/cells-of-question.ts";

const cell: fc.Arbitrary<CalibrationCell> = fc
  .record({ cell: fc.integer({ min: 0, max: 1000 }), weight: fc.bigInt(1n, 10n ** 9n), happened: fc.boolean() })
  .map(({ cell, weight, happened }) => ({ cell, weightNanos: weight, outcomeNanos: happened ? weight : 0n }));
const table = fc.array(cell, { maxLength: 40 }).map((cells) => addCells(cells));

test("cells added and then taken back leave the table as it was, bit for bit", () => {
  fc.assert(
    fc.property(table, table, (kept, added) => {
      expect(subtractCells(addCells(kept, added), added)).toEqual(kept);
    }),
  );
});

test("the order in which tables are added does not matter", () => {
  fc.assert(
    fc.property(table, table, table, (a, b, c) => {
      expect(addCells(a, b, c)).toEqual(addCells(c, addCells(b, a)));
    }),
  );
});

test("a probability is never further than half a cell from its cell", () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(probability, (p) => Math.abs(cellOfProbability(p) / 1000 - p) <= 0.0005 + 1e-12));
});

test("a bin is open below and closed above, and the first one holds 0", () => {
  const at = (c: number) =>
    calibrationBins([{ cell: c, weightNanos: 1n, outcomeNanos: 0n }]).findIndex((bin) => bin.weight > 0);
  expect([0, 1, 100, 101, 200, 201, 900, 901, 1000].map(at)).toEqual([0, 0, 0, 1, 1, 2, 8, 9, 9]);
});

test("an empty bin claims no rate, no mean and no interval", () => {
  expect(calibrationBins([])[3]).toEqual({
    lower: 0.3,
    upper: 0.4,
    weight: 0,
    meanProbability: null,
    rate: null,
    interval: null,
  });
});

test("every bin's rate lies in its interval and its mean in its bounds", () => {
  fc.assert(
    fc.property(table, (cells) => {
      for (const { rate, interval, meanProbability, lower, upper } of calibrationBins(cells)) {
        if (rate === null || interval === null || meanProbability === null) continue;
        expect(rate).toBeGreaterThanOrEqual(interval.lower - 1e-9);
        expect(rate).toBeLessThanOrEqual(interval.upper + 1e-9);
        expect(meanProbability).toBeGreaterThanOrEqual(lower);
        expect(meanProbability).toBeLessThanOrEqual(upper + 1e-12);
      }
    }),
  );
});

test("a question weighs at most one however often its forecast changed", () => {
  const spans = fc.array(
    fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), durationMs: fc.nat(10 ** 9) }),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(spans, fc.nat(10 ** 6), (rows, idleMs) => {
      const openMs = rows.reduce((sum, row) => sum + row.durationMs, 1 + idleMs);
      const weight = cellsOfQuestion(rows, { openMs, happened: true }).reduce((sum, c) => sum + c.weightNanos, 0n);
      expect(weight).toBeLessThanOrEqual(10n ** 9n);
    }),
  );
});

test("active longer than the question is open is refused", () => {
  const spans = [{ probability: 0.5, durationMs: 11 }];
  expect(() => cellsOfQuestion(spans, { openMs: 10, happened: true })).toThrow("longer than the question is open");
});

test("cutting a span by horizon loses no time before the answer", () => {
  const instant = fc.integer({ min: 0, max: 10 ** 11 });
  fc.assert(
    fc.property(instant, instant, instant, (a, b, answerAt) => {
      const [fromAt, untilAt] = a < b ? [a, b] : [b, a];
      const pieces = horizonPieces({ fromAt, untilAt, answerAt });
      const total = pieces.reduce((sum, piece) => sum + piece.durationMs, 0);
      expect(total).toBe(Math.max(0, Math.min(untilAt, answerAt) - fromAt));
    }),
  );
});

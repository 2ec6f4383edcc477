import fc from "fast-check";
import { expect, test } from "vitest";
import { type HorizonCell, packCells, sumOfPacked, unpackCells } from "#core/calibration/packed-cells.ts";

const whole = fc.bigInt({ min: -(2n ** 51n), max: 2n ** 51n });
const table = fc
  .uniqueArray(
    fc.record({
      horizon: fc.integer({ min: 0, max: 3 }),
      cell: fc.integer({ min: 0, max: 1000 }),
      weightNanos: whole,
      outcomeNanos: whole,
    }),
    { selector: ({ horizon, cell }) => `${horizon} ${cell}`, maxLength: 60 },
  )
  .map((cells) => cells.filter(({ weightNanos, outcomeNanos }) => weightNanos !== 0n || outcomeNanos !== 0n));

const inOrder = (cells: readonly HorizonCell[]) =>
  cells.toSorted((one, other) => one.horizon - other.horizon || one.cell - other.cell);

test("what was packed comes back, in order of horizon and cell, negative sums among it", () => {
  fc.assert(
    fc.property(table, (cells) => {
      expect(unpackCells(packCells(cells))).toEqual(inOrder(cells));
    }),
  );
});

test("a table that was added and taken back leaves the same bytes", () => {
  fc.assert(
    fc.property(table, table, (one, other) => {
      const [first, second] = [packCells(one), packCells(other)];
      expect(sumOfPacked(sumOfPacked(first, second), second, -1)).toEqual(first);
    }),
  );
});

test("the sum of two tables is the sum of each cell, whatever their order", () => {
  fc.assert(
    fc.property(table, table, (one, other) => {
      const sums = new Map<string, HorizonCell>();
      for (const cell of [...one, ...other]) {
        const key = `${cell.horizon} ${cell.cell}`;
        const { weightNanos = 0n, outcomeNanos = 0n } = sums.get(key) ?? {};
        sums.set(key, {
          ...cell,
          weightNanos: weightNanos + cell.weightNanos,
          outcomeNanos: outcomeNanos + cell.outcomeNanos,
        });
      }
      const expected = [...sums.values()].filter((cell) => cell.weightNanos !== 0n || cell.outcomeNanos !== 0n);
      expect(unpackCells(sumOfPacked(packCells(one), packCells(other)))).toEqual(inOrder(expected));
      expect(sumOfPacked(packCells(other), packCells(one))).toEqual(sumOfPacked(packCells(one), packCells(other)));
    }),
  );
});

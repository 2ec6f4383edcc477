/**
 * Calibration's sufficient statistic: how much forecasting was done at a probability, and how much of it came true.
 * Weights are whole billionths (see `nanosOf`) of a question's open time, so a question counts at most one unit.
 */
export interface CalibrationCell {
  /** round(1000·probability), 0..1000. */
  readonly cell: number;
  readonly weightNanos: bigint;
  /** The part of the weight whose event happened. */
  readonly outcomeNanos: bigint;
}

/**
 * The sum of any number of tables of cells, ordered by cell, without cells that hold nothing.
 *
 * Formula: per cell, Σ weight and Σ outcome, as integers: the order of the tables does not matter.
 * Units: billionths of a question.
 * Source: own rule.
 *
 * @example
 * addCells([{ cell: 700, weightNanos: 5n, outcomeNanos: 5n }], [{ cell: 700, weightNanos: 2n, outcomeNanos: 0n }]); // => [{ cell: 700, weightNanos: 7n, outcomeNanos: 5n }]
 */
export function addCells(...tables: readonly (readonly CalibrationCell[])[]): CalibrationCell[] {
  const sums = new Map<number, { cell: number; weightNanos: bigint; outcomeNanos: bigint }>();
  for (const table of tables) {
    for (const { cell, weightNanos, outcomeNanos } of table) {
      const sum = sums.get(cell);
      if (!sum) sums.set(cell, { cell, weightNanos, outcomeNanos });
      else {
        sum.weightNanos += weightNanos;
        sum.outcomeNanos += outcomeNanos;
      }
    }
  }
  return [...sums.values()]
    .filter(({ weightNanos, outcomeNanos }) => weightNanos !== 0n || outcomeNanos !== 0n)
    .sort((one, other) => one.cell - other.cell);
}

/**
 * A table with another one taken back out: exactly the table there was before that one was added.
 *
 * Formula: per cell, the difference of the integer sums.
 * Units: billionths of a question. A negative weight shows that something was taken back that was never added.
 * Source: own rule.
 *
 * @example
 * subtractCells([{ cell: 700, weightNanos: 7n, outcomeNanos: 5n }], [{ cell: 700, weightNanos: 2n, outcomeNanos: 0n }]); // => [{ cell: 700, weightNanos: 5n, outcomeNanos: 5n }]
 */
export function subtractCells(table: readonly CalibrationCell[], taken: readonly CalibrationCell[]): CalibrationCell[] {
  return addCells(table, negatedCells(taken));
}

/**
 * The same cells with both sums turned round, for callers that add differences to stored rows.
 *
 * Formula: (cell, −weight, −outcome).
 * Units: billionths of a question.
 * Source: own rule.
 *
 * @example
 * negatedCells([{ cell: 700, weightNanos: 7n, outcomeNanos: 5n }]); // => [{ cell: 700, weightNanos: -7n, outcomeNanos: -5n }]
 */
export function negatedCells(cells: readonly CalibrationCell[]): CalibrationCell[] {
  return cells.map(({ cell, weightNanos, outcomeNanos }) => ({
    cell,
    weightNanos: -weightNanos,
    outcomeNanos: -outcomeNanos,
  }));
}

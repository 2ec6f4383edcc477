import { ensureArgument } from "#core/errors.ts";
import type { TimedRows } from "./active-spans.ts";
import { outcomeScores } from "./outcome-scores.ts";
import type { RowScores } from "./peer-sweep.ts";
import type { ForecastRow, QuestionOutcome } from "./resolved-question.ts";

/** The rows of one question as columns, with forecasters numbered in the order of their names. */
export interface QuestionColumns extends TimedRows, RowScores {
  /** The Baseline score at a point in time, by row; null for yes or no, where it is a straight line in ln p. */
  baseline: Float64Array | null;
  /** By forecaster: 1 inside the pool, 0 outside. */
  inPool: Uint8Array;
}

export interface NamedColumns {
  columns: QuestionColumns;
  /** The forecasters, in ascending order. */
  names: (string | number)[];
}

/**
 * Turns forecast rows into the columns that the sweep reads.
 *
 * Errors: `argument_must_be_in_domain` when a forecaster is in the pool with one row and outside with another, or
 * a forecast does not suit the question.
 */
export function questionColumns(question: QuestionOutcome, rows: readonly ForecastRow[]): NamedColumns {
  const names = [...new Set(rows.map((row) => row.forecaster))].sort((a, b) => (a < b ? -1 : 1));
  const index = new Map(names.map((name, at) => [name, at]));
  const columns = emptyColumns(rows.length, names.length, question.type !== "binary");
  const seen = new Uint8Array(names.length);
  rows.forEach((row, i) => {
    const who = index.get(row.forecaster) as number;
    const scores = outcomeScores(question, row.forecast);
    const pool = row.inPool ? 1 : 0;
    ensureArgument(
      seen[who] === 0 || columns.inPool[who] === pool,
      "A forecaster is inside the pool or outside it, with every forecast.",
    );
    seen[who] = 1;
    columns.inPool[who] = pool;
    columns.forecaster[i] = who;
    columns.madeAt[i] = row.madeAt;
    columns.endedAt[i] = row.endedAt ?? Number.POSITIVE_INFINITY;
    columns.logProbability[i] = scores.logProbability;
    columns.loss[i] = scores.loss;
    if (columns.baseline) columns.baseline[i] = scores.baseline;
  });
  return { columns, names };
}

function emptyColumns(rows: number, forecasters: number, ownBaseline: boolean): QuestionColumns {
  return {
    forecaster: new Int32Array(rows),
    madeAt: new Float64Array(rows),
    endedAt: new Float64Array(rows),
    logProbability: new Float64Array(rows),
    loss: new Float64Array(rows),
    baseline: ownBaseline ? new Float64Array(rows) : null,
    inPool: new Uint8Array(forecasters),
  };
}

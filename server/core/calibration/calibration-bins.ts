import { fromNanos } from "#core/nanos.ts";
import type { CalibrationCell } from "./calibration-cell.ts";
import { CELLS_PER_UNIT } from "./cell-of-probability.ts";
import { type RateInterval, wilsonInterval } from "./wilson-interval.ts";

const BINS = 10;
const CELLS_PER_BIN = CELLS_PER_UNIT / BINS;

/** One of the ten bars of the fallback calibration chart. */
export interface CalibrationBin {
  /** The bin holds probabilities in (lower, upper]; the first one also holds 0. */
  readonly lower: number;
  readonly upper: number;
  /** How many whole questions' worth of active time lies in the bin. */
  readonly weight: number;
  readonly meanProbability: number | null;
  readonly rate: number | null;
  readonly interval: RateInterval | null;
}

/**
 * Ten fixed bins (lo, hi] of a table of calibration cells, 0 in the first, each with its Wilson interval.
 *
 * Formula: per bin, weight W = Σ w; mean probability Σ w·(cell/1000)/W; rate Σ outcome/W; Wilson interval with n = W.
 * Units: weights in questions; the interval's level defaults to 0.95. An empty bin has null for what it cannot know.
 * Error bound: a cell is 0.001 wide, so a mean probability is off by at most 0.0005 and a Brier score by at most 0.001; a probability
 * within 0.0005 above a bin's edge counts below it. Forecasts in whole tenths of a per cent are kept exactly.
 * Errors: `argument_must_be_in_domain` when a cell holds more outcomes than weight.
 * Source: bins as R's `cut`.
 *
 * @example
 * calibrationBins([{ cell: 700, weightNanos: 4000000000n, outcomeNanos: 3000000000n }])[6]?.rate; // => 0.75
 */
export function calibrationBins(cells: readonly CalibrationCell[], { level = 0.95 } = {}): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const members = cells.filter(({ cell }) => binOfCell(cell) === bin);
    const weightNanos = members.reduce((sum, { weightNanos }) => sum + weightNanos, 0n);
    const outcomeNanos = members.reduce((sum, { outcomeNanos }) => sum + outcomeNanos, 0n);
    const momentNanos = members.reduce((sum, { cell, weightNanos }) => sum + BigInt(cell) * weightNanos, 0n);
    const weight = fromNanos(weightNanos);
    const empty = weightNanos === 0n;
    return {
      lower: bin / BINS,
      upper: (bin + 1) / BINS,
      weight,
      meanProbability: empty ? null : fromNanos(momentNanos) / weight / CELLS_PER_UNIT,
      rate: empty ? null : fromNanos(outcomeNanos) / weight,
      interval: empty ? null : wilsonInterval(fromNanos(outcomeNanos), weight, level),
    };
  });
}

function binOfCell(cell: number): number {
  return cell === 0 ? 0 : Math.ceil(cell / CELLS_PER_BIN) - 1;
}

import { ensureArgument } from "#core/errors.ts";
import { NANOS_PER_UNIT } from "#core/nanos.ts";
import { addCells, type CalibrationCell } from "./calibration-cell.ts";
import { cellOfProbability } from "./cell-of-probability.ts";

/** Sums of durations that were not whole milliseconds may exceed the open time by this much. */
const ROUNDING = 1e-9;

/** A span of time during which one probability for one event stood. */
export interface ActiveSpan {
  readonly probability: number;
  readonly durationMs: number;
}

/**
 * What one forecaster's active forecasts for one event of one question add to the calibration cells.
 *
 * Formula: per span, weight = share · duration/(S − O); outcome = weight if the event happened, else 0. Rounded down to whole
 * billionths, so that a question never weighs more than its share.
 * Units: durations in milliseconds; `share` is 1 for a yes/no question and 1/K for each option of a multiple choice, so that every
 * question weighs at most 1.
 * Errors: `argument_must_be_in_domain` when the open time is not positive, a duration is negative, or the spans exceed the open time.
 * Source: rows weighted by active time, at most 1 per question.
 *
 * @example
 * cellsOfQuestion([{ probability: 0.7, durationMs: 3000 }], { openMs: 4000, happened: true }); // => [{ cell: 700, weightNanos: 750000000n, outcomeNanos: 750000000n }]
 */
export function cellsOfQuestion(
  spans: readonly ActiveSpan[],
  { openMs, happened, share = 1 }: { openMs: number; happened: boolean; share?: number },
): CalibrationCell[] {
  ensureArgument(openMs > 0 && share >= 0 && share <= 1, "A question is open for some time.");
  const activeMs = spans.reduce((sum, span) => sum + span.durationMs, 0);
  ensureArgument(activeMs <= openMs * (1 + ROUNDING), "Nobody stands longer than the question is open.");
  // Whole numbers below 2⁵³, so their sum is as exact as that of bigints, and quicker.
  const weights = new Map<number, number>();
  for (const { probability, durationMs } of spans) {
    ensureArgument(durationMs >= 0, "A forecast does not stand for a negative time.");
    const cell = cellOfProbability(probability);
    const weight = Math.floor((durationMs / openMs) * share * NANOS_PER_UNIT);
    weights.set(cell, (weights.get(cell) ?? 0) + weight);
  }
  return addCells(
    [...weights].map(([cell, weight]) => {
      const weightNanos = BigInt(weight);
      return { cell, weightNanos, outcomeNanos: happened ? weightNanos : 0n };
    }),
  );
}

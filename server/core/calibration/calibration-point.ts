import { fromNanos } from "#core/nanos.ts";
import type { CalibrationCell } from "./calibration-cell.ts";
import { CELLS_PER_UNIT } from "./cell-of-probability.ts";

/** One distinct probability, the weight of the forecasts that stated it, and the part of that weight that came true. */
export interface CalibrationPoint {
  readonly probability: number;
  readonly weight: number;
  readonly outcomes: number;
}

/**
 * Single forecasts and what happened, gathered to one point per distinct probability, in ascending order.
 *
 * Formula: weight = Σ w, outcomes = Σ w·y over equal probabilities.
 * Units: each forecast weighs 1 unless it says otherwise; `outcome` is 1 when the event happened, else 0.
 * Source: the pooling of ties that CORP needs (Dimitriadis, Gneiting & Jordan, PNAS 2021).
 *
 * @example
 * pointsOfForecasts([{ probability: 0.7, outcome: 1 }, { probability: 0.7, outcome: 0 }]); // => [{ probability: 0.7, weight: 2, outcomes: 1 }]
 */
export function pointsOfForecasts(
  forecasts: readonly { probability: number; outcome: number; weight?: number }[],
): CalibrationPoint[] {
  const points: CalibrationPoint[] = [];
  const sorted = [...forecasts].sort((one, other) => one.probability - other.probability);
  for (const { probability, outcome, weight = 1 } of sorted) {
    const last = points.at(-1);
    const pooled = last?.probability === probability ? points.pop() : undefined;
    points.push({
      probability,
      weight: (pooled?.weight ?? 0) + weight,
      outcomes: (pooled?.outcomes ?? 0) + weight * outcome,
    });
  }
  return points;
}

/**
 * Stored calibration cells as points.
 *
 * Formula: probability = cell/1000; weights from billionths; cells without weight are left out.
 * Units: questions. The probability is at most 0.0005 from what was stated.
 * Source: own rule.
 *
 * @example
 * pointsOfCells([{ cell: 700, weightNanos: 2000000000n, outcomeNanos: 1000000000n }]); // => [{ probability: 0.7, weight: 2, outcomes: 1 }]
 */
export function pointsOfCells(cells: readonly CalibrationCell[]): CalibrationPoint[] {
  return cells
    .filter(({ weightNanos }) => weightNanos > 0n)
    .map(({ cell, weightNanos, outcomeNanos }) => ({
      probability: cell / CELLS_PER_UNIT,
      weight: fromNanos(weightNanos),
      outcomes: fromNanos(outcomeNanos),
    }))
    .sort((one, other) => one.probability - other.probability);
}

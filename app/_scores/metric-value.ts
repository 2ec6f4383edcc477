import { numberText, signedText } from "#app/_components/number-text.ts";
import type { BoardMetric } from "#core/ranking/board-metrics.ts";

/** The figures of a forecaster or of a reference. */
export interface MetricFigures {
  readonly rating: number;
  readonly peer: number;
  readonly spotPeer: number;
  readonly baseline: number;
  readonly relativeBrier: number;
  readonly meanBrier: number;
  readonly adjustedBrier?: number | null;
}

/** The number that a metric reads of a row; null for what the row does not have. */
export function metricValue(row: MetricFigures, metric: BoardMetric): number | null {
  const values: Record<BoardMetric, number | null> = {
    rating: row.rating,
    peer: row.peer,
    spot: row.spotPeer,
    baseline: row.baseline,
    relative_brier: row.relativeBrier,
    brier: row.meanBrier,
    adjusted: row.adjustedBrier ?? null,
  };
  return values[metric];
}

/** That number in words: signed for differences and sums, plain for a Brier score. */
export function metricText(row: MetricFigures, metric: BoardMetric): string {
  const value = metricValue(row, metric);
  if (value === null) return "–";
  if (metric === "brier" || metric === "adjusted") return numberText(value, 3);
  return signedText(value, metric === "rating" || metric === "relative_brier" ? 2 : 0);
}

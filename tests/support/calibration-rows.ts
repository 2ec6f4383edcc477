import type { Db } from "#db/client.ts";

export interface CalibrationRow {
  subject: string;
  scope: string;
  horizon: number;
  cell: number;
  weightNanos: bigint;
  outcomeNanos: bigint;
}

/** Every cell of calibration as the database's own view shows it, in order. */
export function calibrationRows(db: Db): Promise<CalibrationRow[]> {
  return db.$queryRaw<CalibrationRow[]>`
    SELECT subject, scope, horizon, cell, weight_nanos AS "weightNanos", outcome_nanos AS "outcomeNanos"
    FROM calibration_cells ORDER BY subject, scope, horizon, cell`;
}

import type { SubjectCell } from "#core/calibration/cells-of-answer.ts";
import type { Tx } from "#db/client.ts";

/** Adds one question's cells to the calibration of some scopes, or takes them back. Under `lockScoreTables`. */
export async function addToCalibration(
  tx: Tx,
  scopes: readonly string[],
  cells: readonly SubjectCell[],
  sign: 1 | -1 = 1,
): Promise<void> {
  if (cells.length === 0) return;
  const signed = (sum: (cell: SubjectCell) => bigint) => cells.map((cell) => (BigInt(sign) * sum(cell)).toString());
  const subjects = cells.map(({ subject }) => subject);
  await tx.$executeRaw`
    INSERT INTO calibration_cells (subject, scope, horizon, cell, weight_nanos, outcome_nanos)
    SELECT c.subject, s.scope, c.horizon, c.cell, c.weight_nanos, c.outcome_nanos
    FROM unnest(${subjects}::text[], ${cells.map(({ horizon }) => horizon)}::int[],
        ${cells.map(({ cell }) => cell)}::int[], ${signed((cell) => cell.weightNanos)}::text[]::bigint[],
        ${signed((cell) => cell.outcomeNanos)}::text[]::bigint[])
      AS c (subject, horizon, cell, weight_nanos, outcome_nanos),
      unnest(${scopes}::text[]) AS s (scope)
    ON CONFLICT (subject, scope, horizon, cell) DO UPDATE
    SET weight_nanos = calibration_cells.weight_nanos + EXCLUDED.weight_nanos,
      outcome_nanos = calibration_cells.outcome_nanos + EXCLUDED.outcome_nanos`;
  if (sign === 1) return;
  await tx.$executeRaw`
    DELETE FROM calibration_cells WHERE scope = ANY(${scopes}::text[])
      AND subject = ANY(${[...new Set(subjects)]}::text[]) AND weight_nanos = 0 AND outcome_nanos = 0`;
}

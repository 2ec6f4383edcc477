import { z } from "zod";
import type { SubjectCell } from "#core/calibration/cells-of-answer.ts";
import type { Prisma } from "#db/generated/client.ts";

/** A forecaster's share of one question's cells: [horizon, cell, weight, outcome] in billionths, which fit a JSON number. */
const record = z.record(z.string(), z.array(z.tuple([z.int(), z.int(), z.int(), z.int()])));

/** Cells as a run keeps them. */
export function calibrationRecord(cells: readonly SubjectCell[]): Prisma.InputJsonObject {
  const bySubject = Map.groupBy(cells, ({ subject }) => subject);
  return Object.fromEntries(
    [...bySubject].map(([subject, own]) => [
      subject,
      own.map(({ horizon, cell, weightNanos, outcomeNanos }) => [
        horizon,
        cell,
        Number(weightNanos),
        Number(outcomeNanos),
      ]),
    ]),
  );
}

/** The cells that a run kept. */
export function cellsOfRecord(json: unknown): SubjectCell[] {
  return Object.entries(record.parse(json)).flatMap(([subject, own]) =>
    own.map(([horizon, cell, weight, outcome]) => ({
      subject,
      horizon,
      cell,
      weightNanos: BigInt(weight),
      outcomeNanos: BigInt(outcome),
    })),
  );
}

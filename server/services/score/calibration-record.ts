import { z } from "zod";
import type { SubjectCell } from "#core/calibration/cells-of-answer.ts";
import { packCells } from "#core/calibration/packed-cells.ts";
import type { CalibrationChanges } from "./add-to-calibration.ts";

/** A subject's share of one question's cells: packed, in base64; or [horizon, cell, weight, outcome], as runs once kept it. */
const record = z.record(z.string(), z.union([z.string(), z.array(z.tuple([z.int(), z.int(), z.int(), z.int()]))]));

/** What cells of a question add to each subject's table. */
export function calibrationChanges(cells: readonly SubjectCell[]): CalibrationChanges {
  return new Map([...Map.groupBy(cells, ({ subject }) => subject)].map(([subject, own]) => [subject, packCells(own)]));
}

/** Changes as a run keeps them: the text of a JSON object. */
export function calibrationRecord(changes: CalibrationChanges): string {
  return JSON.stringify(
    Object.fromEntries([...changes].map(([subject, cells]) => [subject, Buffer.from(cells).toString("base64")])),
  );
}

/** The changes that a run kept. */
export function changesOfRecord(json: unknown): CalibrationChanges {
  return new Map(
    Object.entries(record.parse(json)).map(([subject, own]) => [
      subject,
      typeof own === "string"
        ? new Uint8Array(Buffer.from(own, "base64"))
        : packCells(
            own.map(([horizon, cell, weight, outcome]) => {
              return { horizon, cell, weightNanos: BigInt(weight), outcomeNanos: BigInt(outcome) };
            }),
          ),
    ]),
  );
}

import { createHash } from "node:crypto";
import type { ReadRecord } from "./read-record.ts";
import { fault, type RecordFault } from "./record-fault.ts";

/** Whether the file ends as it was written: the last line tells how many lines there were, and their hash. */
export function checkFile({ bytes, lines }: ReadRecord): RecordFault | null {
  const end = lines.at(-1);
  if (end?.kind !== "end") return fault((end?.line ?? 0) + 1, "missing", "The end of the export.");
  const start = bytes.lastIndexOf("\n", bytes.length - 2) + 1;
  const { kind, lines: count, sha256, line } = end;
  const written = Buffer.from(`${JSON.stringify({ kind, lines: count, sha256 })}\n`);
  if (!bytes.subarray(start).equals(written) || line !== count + 1)
    return fault(line, "altered", "The export does not end as it was written.");
  const digest = createHash("sha256").update(bytes.subarray(0, start)).digest("hex");
  return digest === sha256 ? null : fault(line, "altered", "A line that no seal covers was changed.");
}

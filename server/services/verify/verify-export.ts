import { checkFile } from "./check-file.ts";
import { checkAuditChain, checkLeaves } from "./check-leaves.ts";
import { checkOrder } from "./check-order.ts";
import { checkScores } from "./check-scores.ts";
import { checkKeptSeal, checkRoots, checkSealChain } from "./check-seals.ts";
import { leavesOf, type ReadRecord, readRecord, sealsOf } from "./read-record.ts";
import type { RecordFault } from "./record-fault.ts";

/** Everything that an export is held to. */
export const RECORD_CHECKS = {
  lines: ({ unreadable }: ReadRecord) => unreadable,
  order: checkOrder,
  leaves: checkLeaves,
  roots: checkRoots,
  seals: checkSealChain,
  audit: checkAuditChain,
  scores: checkScores,
  file: checkFile,
} as const satisfies Record<string, (record: ReadRecord) => RecordFault | null>;

export interface Verification {
  /** The first fault by its place in the file; null when there is none. */
  readonly fault: RecordFault | null;
  readonly counts: { leaves: number; seals: number; auditRows: number; scoreRuns: number };
  readonly latest: { number: number; root: string; hash: string } | null;
}

/** Checks an export by itself, and against a seal that somebody kept when one is given. */
export function verifyExport(
  bytes: Buffer,
  {
    kept,
    checks = Object.values(RECORD_CHECKS),
  }: {
    kept?: string | undefined;
    checks?: readonly ((record: ReadRecord) => RecordFault | null)[];
  } = {},
): Verification {
  const record = readRecord(bytes);
  const faults = [...checks, ...(kept ? [checkKeptSeal(kept)] : [])].flatMap((check) => check(record) ?? []);
  const leaves = leavesOf(record);
  const count = (kind: string) => leaves.filter(({ of }) => of === kind).length;
  const last = sealsOf(record).at(-1);
  return {
    fault: faults.sort((a, b) => a.line - b.line)[0] ?? null,
    counts: {
      leaves: leaves.length,
      seals: sealsOf(record).length,
      auditRows: count("audit"),
      scoreRuns: count("score_run"),
    },
    latest: last ? { number: last.number, root: last.root, hash: last.hash } : null,
  };
}

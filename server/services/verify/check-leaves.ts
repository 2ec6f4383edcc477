import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";
import { leavesOf, type ReadRecord } from "./read-record.ts";
import { fault, leafName, type RecordFault } from "./record-fault.ts";

/** Whether each record still says what was sealed. */
export function checkLeaves(record: ReadRecord): RecordFault | null {
  for (const leaf of leavesOf(record)) {
    if (leaf.value === undefined) return fault(leaf.line, "missing", `${leafName(leaf)} is gone from the database.`);
    if (recordLeaf({ kind: leaf.of, id: leaf.id, value: leaf.value }) !== leaf.hash) {
      return fault(leaf.line, "altered", `${leafName(leaf)} does not say what was sealed.`);
    }
  }
  return null;
}

/** Whether the audit rows are one chain, from the first. */
export function checkAuditChain(record: ReadRecord): RecordFault | null {
  let previous = CHAIN_START;
  let position = 0;
  for (const leaf of leavesOf(record)) {
    if (leaf.of !== "audit" || leaf.value === undefined) continue;
    if (leaf.value.position !== position) {
      return fault(leaf.line, "re-ordered", `${leafName(leaf)} is not link ${position} of the audit chain.`);
    }
    previous = chainHash(previous, leaf.value.entry ?? null);
    if (leaf.value.hash !== previous) {
      return fault(leaf.line, "altered", `${leafName(leaf)} does not follow on the audit row before it.`);
    }
    position += 1;
  }
  return null;
}

import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { isConsistent } from "#core/seal/merkle-checks.ts";
import { EMPTY_ROOT } from "#core/seal/merkle-hashes.ts";
import { merklePeaks, merkleRoot } from "#core/seal/merkle-tree.ts";
import { leavesOf, type ReadRecord, type SealLine, sealsOf } from "./read-record.ts";
import { fault, type RecordFault } from "./record-fault.ts";

/** Whether the leaves make the roots that were published, each tree adding to the one before. */
export function checkRoots(record: ReadRecord): RecordFault | null {
  const hashes = leavesOf(record).map(({ hash }) => hash);
  let before = { size: 0, root: EMPTY_ROOT, peaks: [] as string[] };
  for (const { fromIndex, untilIndex, consistency, ...seal } of sealsOf(record)) {
    const leaves = `leaves ${fromIndex} to ${untilIndex - 1}`;
    const fails = (message: string) => fault(seal.line, "altered", `Seal ${seal.number}: ${message}`);
    if (fromIndex !== before.size || untilIndex <= fromIndex)
      return fails("It does not begin where the last one ends.");
    const own = hashes.slice(fromIndex, untilIndex);
    if (own.length !== untilIndex - fromIndex)
      return fault(seal.line, "missing", `Seal ${seal.number}: some of ${leaves}.`);
    const tree = { before: before.size, peaks: before.peaks, leaves: own };
    const root = merkleRoot(tree);
    if (root !== seal.root) return fails(`its ${leaves} do not make its root.`);
    const claim = { earlierSize: before.size, earlierRoot: before.root, size: untilIndex, root, path: consistency };
    if (seal.previousRoot !== before.root || !isConsistent(claim)) return fails("it does not add to the one before.");
    before = { size: untilIndex, root, peaks: merklePeaks(tree) };
  }
  return null;
}

/** Whether the seals are one chain, from the first. */
export function checkSealChain(record: ReadRecord): RecordFault | null {
  let previous = CHAIN_START;
  for (const seal of sealsOf(record)) {
    previous = chainHash(previous, statedOf(seal));
    if (seal.hash !== previous) {
      return fault(seal.line, "altered", `Seal ${seal.number} does not follow on the one before it.`);
    }
  }
  return null;
}

function statedOf({ number, fromIndex, untilIndex, root, previousRoot, at }: SealLine) {
  return { number, fromIndex, untilIndex, root, previousRoot, at };
}

/** Whether a seal that somebody kept from the public list, by its hash or root, is among those of the export. */
export function checkKeptSeal(kept: string) {
  return (record: ReadRecord): RecordFault | null =>
    sealsOf(record).some(({ hash, root }) => hash === kept || root === kept)
      ? null
      : fault(
          record.lines.at(-1)?.line ?? 1,
          "missing",
          `The seal ${kept} is not in the export: the record was cut or rewritten.`,
        );
}

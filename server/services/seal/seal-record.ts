import { EMPTY_ROOT } from "#core/seal/merkle-hashes.ts";
import { consistencyProof } from "#core/seal/merkle-proofs.ts";
import { merklePeaks, merkleRoot, treeSize } from "#core/seal/merkle-tree.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";
import type { Tx } from "#db/client.ts";
import { takeLock } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { LEAF_KIND_NAMES, type LeafKindName } from "./leaf-kinds.ts";
import { leafValues } from "./leaf-values.ts";

const MAX_LEAVES = 5_000;

interface Queued {
  queueId: bigint;
  kind: LeafKindName;
  recordId: string;
}

/**
 * Seals every record that waits, in batches: each is one transaction that numbers its leaves, puts them to the tree and
 * publishes the root. One process does it at a time; what is still being written is left for the next time.
 */
export async function sealRecord(ctx: ServiceContext): Promise<{ seals: number; leaves: number }> {
  authorize(ctx, "seal_record");
  for (let done = { seals: 0, leaves: 0 }; ; ) {
    const leaves = await transact(ctx, sealBatch);
    if (leaves === 0) return done;
    done = { seals: done.seals + 1, leaves: done.leaves + leaves };
  }
}

async function sealBatch(tx: Tx): Promise<number> {
  await takeLock(tx, "record");
  const leaves = await queuedLeaves(tx);
  if (leaves.length === 0) return 0;
  const last = await tx.seal.findFirst({ orderBy: { number: "desc" } });
  const tree = {
    before: Number(last?.untilIndex ?? 0),
    peaks: last?.peaks ?? [],
    leaves: leaves.map(({ hash }) => hash),
  };
  const number = (last?.number ?? 0) + 1;
  await tx.seal.create({
    data: {
      number,
      fromIndex: tree.before,
      untilIndex: treeSize(tree),
      root: merkleRoot(tree),
      previousRoot: last?.root ?? EMPTY_ROOT,
      peaks: merklePeaks(tree),
      consistency: consistencyProof(tree, tree.before),
      counts: countsOf(leaves),
    },
  });
  const column = (of: (leaf: (typeof leaves)[number]) => string) => leaves.map(of);
  await tx.$executeRaw`
    INSERT INTO leaves (index, kind, record_id, hash, seal_number)
    SELECT ${tree.before}::bigint + place - 1, kind, record_id, hash, ${number}
    FROM unnest(${column(({ kind }) => kind)}::text[], ${column(({ recordId }) => recordId)}::text[],
      ${tree.leaves}::text[]) WITH ORDINALITY AS leaf(kind, record_id, hash, place)`;
  await tx.$executeRaw`DELETE FROM leaf_queue WHERE id = ANY(${leaves.map(({ queueId }) => queueId)}::bigint[])`;
  return leaves.length;
}

/** What waits, in the order it was queued, with the hashes of what stands there. A record that is gone keeps waiting. */
async function queuedLeaves(tx: Tx): Promise<(Queued & { hash: string })[]> {
  const queued = await tx.$queryRaw<Queued[]>`
    SELECT id AS "queueId", kind, record_id AS "recordId" FROM leaf_queue
    WHERE kind = ANY(${LEAF_KIND_NAMES}::text[]) ORDER BY id LIMIT ${MAX_LEAVES}`;
  const values = new Map<string, Map<string, unknown>>();
  for (const [kind, records] of Map.groupBy(queued, (record) => record.kind)) {
    values.set(kind, await leafValues(tx, { kind, ids: records.map(({ recordId }) => recordId) }));
  }
  return queued.flatMap((record) => {
    const { kind, recordId } = record;
    const own = values.get(kind);
    return own?.has(recordId)
      ? [{ ...record, hash: recordLeaf({ kind, id: recordId, value: own.get(recordId) }) }]
      : [];
  });
}

function countsOf(leaves: readonly Queued[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(leaves, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
}

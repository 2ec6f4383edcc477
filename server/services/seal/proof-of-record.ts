import { DomainError } from "#core/errors.ts";
import { inclusionProof } from "#core/seal/merkle-proofs.ts";
import type { ServiceContext } from "#services/context.ts";
import type { ProofInput } from "./input.ts";
import { isLeafKind, LEAF_KINDS } from "./leaf-kinds.ts";
import { leafValues } from "./leaf-values.ts";
import type { RecordProof } from "./output.ts";

/** The proof that one record is sealed, with the record itself: for whoever may read it. */
export async function proofOfRecord(ctx: ServiceContext, { kind, recordId }: ProofInput): Promise<RecordProof> {
  const missing = () => new DomainError("subject_must_exist", { kind: "record", field: "recordId" });
  if (!isLeafKind(kind) || LEAF_KINDS[kind].keyType !== (recordId.includes("-") ? "uuid" : "bigint")) throw missing();
  const value = (await leafValues(ctx.db, { kind, ids: [recordId], reader: ctx })).get(recordId);
  if (value === undefined) throw missing();
  const { label } = LEAF_KINDS[kind];
  const leaf = await ctx.db.leaf.findUnique({ where: { kind_recordId: { kind, recordId } }, include: { seal: true } });
  if (!leaf) return { label, proof: null };
  const { seal } = leaf;
  return {
    label,
    proof: {
      format: "parley-proof",
      version: 1,
      kind,
      recordId,
      value,
      index: Number(leaf.index),
      leaf: leaf.hash,
      path: await pathOf(ctx, Number(leaf.index), seal),
      seal: { number: seal.number, size: Number(seal.untilIndex), root: seal.root, at: seal.at, hash: seal.hash },
    },
  };
}

/** The seal's own leaves and the peaks of the tree before them are all that the proof needs. */
async function pathOf(ctx: ServiceContext, index: number, seal: { number: number; fromIndex: bigint }) {
  const before = await ctx.db.seal.findUnique({ where: { number: seal.number - 1 }, select: { peaks: true } });
  const leaves = await ctx.db.leaf.findMany({
    where: { sealNumber: seal.number },
    orderBy: { index: "asc" },
    select: { hash: true },
  });
  const tree = {
    before: Number(seal.fromIndex),
    peaks: before?.peaks ?? [],
    leaves: leaves.map(({ hash }) => hash),
  };
  return inclusionProof(tree, index);
}

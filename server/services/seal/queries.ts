import { DomainError } from "#core/errors.ts";
import { CHAIN_START } from "#core/seal/chain-hash.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { ListSealsInput, SealByNumberInput } from "./input.ts";
import { isLeafKind, LEAF_KINDS } from "./leaf-kinds.ts";
import type { SealList, SealPage, SealView } from "./output.ts";

const published = {
  number: true,
  fromIndex: true,
  untilIndex: true,
  root: true,
  previousRoot: true,
  at: true,
  hash: true,
  counts: true,
} as const;

/** Every root, the newest first. They are public, so that anybody can keep one and hold the record to it. */
export async function listSeals(ctx: ServiceContext, { cursor, limit = 25 }: ListSealsInput): Promise<SealList> {
  authorize(ctx, "read_public_pages");
  const rows = await ctx.db.seal.findMany({
    where: cursor === undefined ? {} : { number: { lt: cursor } },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: published,
  });
  const items = rows.slice(0, limit).map(sealView);
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.number ?? null) : null,
    waiting: await ctx.db.leafQueueEntry.count(),
  };
}

/** One root, what it covers, and the proof that it only adds to the one before. */
export async function sealByNumber(ctx: ServiceContext, { number }: SealByNumberInput): Promise<SealPage> {
  authorize(ctx, "read_public_pages");
  const row = await ctx.db.seal.findUnique({ where: { number }, select: { ...published, consistency: true } });
  if (!row) throw new DomainError("subject_must_exist", { kind: "seal", field: "number" });
  const before = await ctx.db.seal.findUnique({ where: { number: number - 1 }, select: { hash: true } });
  const later = await ctx.db.seal.count({ where: { number: number + 1 } });
  return {
    seal: sealView(row),
    consistency: row.consistency,
    previousHash: before?.hash ?? CHAIN_START,
    isLatest: later === 0,
  };
}

interface SealRow extends Omit<SealView, "fromIndex" | "untilIndex" | "counts"> {
  fromIndex: bigint;
  untilIndex: bigint;
  counts: unknown;
}

function sealView({ fromIndex, untilIndex, counts, ...row }: SealRow): SealView {
  return {
    ...row,
    fromIndex: Number(fromIndex),
    untilIndex: Number(untilIndex),
    counts: Object.entries(counts as Record<string, number>).map(([kind, leaves]) => ({
      kind,
      label: isLeafKind(kind) ? LEAF_KINDS[kind].label : kind,
      leaves,
    })),
  };
}

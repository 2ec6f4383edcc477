import { z } from "zod";

const counts = z.array(z.object({ kind: z.string(), label: z.string(), leaves: z.number() }));

const sealOutput = z.object({
  number: z.number(),
  fromIndex: z.number(),
  /** The size of the tree. */
  untilIndex: z.number(),
  root: z.string(),
  previousRoot: z.string(),
  at: z.date(),
  /** Stands for this seal and every one before it. */
  hash: z.string(),
  counts,
});

export const sealListOutput = z.object({
  items: z.array(sealOutput),
  nextCursor: z.number().nullable(),
  /** How many records wait for the next seal. */
  waiting: z.number(),
});
export const sealPageOutput = z.object({
  seal: sealOutput,
  /** Proves that the tree only adds to the one before. */
  consistency: z.array(z.string()),
  previousHash: z.string(),
  isLatest: z.boolean(),
});
export const proofOutput = z.object({
  format: z.literal("parley-proof"),
  version: z.literal(1),
  kind: z.string(),
  recordId: z.string(),
  value: z.unknown(),
  index: z.number(),
  leaf: z.string(),
  path: z.array(z.string()),
  seal: z.object({ number: z.number(), size: z.number(), root: z.string(), at: z.date(), hash: z.string() }),
});
/** A proof, or that the record waits for the next seal. */
export const recordProofOutput = z.object({ label: z.string(), proof: proofOutput.nullable() });

export type SealView = z.infer<typeof sealOutput>;
export type SealList = z.infer<typeof sealListOutput>;
export type SealPage = z.infer<typeof sealPageOutput>;
export type RecordProof = z.infer<typeof recordProofOutput>;

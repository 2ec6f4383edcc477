import { z } from "zod";
import { isIncluded } from "#core/seal/merkle-checks.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";

const proofFile = z.strictObject({
  format: z.literal("parley-proof"),
  version: z.literal(1),
  kind: z.string(),
  recordId: z.string(),
  value: z.json(),
  index: z.number(),
  leaf: z.string(),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  seal: z.strictObject({
    number: z.number(),
    size: z.number(),
    root: z.string(),
    at: z.iso.datetime(),
    hash: z.string(),
  }),
});
type ProofFile = z.infer<typeof proofFile>;

/** The proof of one record, when that is what a file holds. */
export function readProof(bytes: Buffer): ProofFile | null {
  try {
    return proofFile.safeParse(JSON.parse(bytes.toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** What is wrong with a proof, or nothing: its record is the leaf, and the leaf is under the root. */
export function wrongInProof(
  { kind, recordId, value, index, leaf, path, seal }: ProofFile,
  kept?: string,
): string | null {
  if (recordLeaf({ kind, id: recordId, value }) !== leaf) return "The record does not say what was sealed.";
  if (!isIncluded({ index, size: seal.size, leaf, path, root: seal.root }))
    return "The path does not lead to the root.";
  if (kept !== undefined && kept !== seal.root) return `The root is ${seal.root}, not the one that was kept.`;
  return null;
}

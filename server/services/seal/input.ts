import { z } from "zod";
import { ordinal } from "#services/safe-number.ts";
import { LEAF_KIND_NAMES } from "./leaf-kinds.ts";

const sealNumber = ordinal();

export const listSealsInput = z.strictObject({
  /** The number of the last seal of the page before. */
  cursor: sealNumber.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export const sealByNumberInput = z.strictObject({ number: sealNumber });
export const proofInput = z.strictObject({
  kind: z.enum(LEAF_KIND_NAMES as [string, ...string[]]),
  /** The record's own identifier. */
  recordId: z.string().regex(/^([0-9a-f-]{36}|\d{1,18})$/, "Not an identifier."),
});

export type ListSealsInput = z.input<typeof listSealsInput>;
export type SealByNumberInput = z.infer<typeof sealByNumberInput>;
export type ProofInput = z.infer<typeof proofInput>;

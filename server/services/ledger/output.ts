import { z } from "zod";
import { microsOutput } from "./amount.ts";

export const balanceOutput = z.object({
  /** What can be spent. */
  balanceMicros: microsOutput,
  /** In escrow for resting orders. */
  reservedMicros: microsOutput,
  /** What a correction could not take back; the next credits pay it. Not negative. */
  owedMicros: microsOutput,
});
export const statementOutput = z.object({
  items: z.array(
    z.object({
      /** Unique in the list. */
      id: z.string(),
      madeAt: z.date(),
      kind: z.string(),
      /** The kind in words. */
      label: z.string(),
      /** balance | escrow | owed: which of one's own accounts it moves. */
      account: z.string(),
      amountMicros: microsOutput,
      /** What this account held after it. */
      balanceMicros: microsOutput,
      /** What was traded, or why it was granted; may be empty. */
      note: z.string(),
      question: z.object({ slug: z.string(), title: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export const statementCsvOutput = z.object({ csv: z.string(), fileName: z.string() });
export const creditSettingsOutput = z.object({
  welcomeMicros: microsOutput,
  isStipendOn: z.boolean(),
  stipendMicros: microsOutput,
});
export const grantOutput = z.object({ balanceMicros: microsOutput });

import { z } from "zod";
import { listCursor, safeText, uuid } from "#services/safe-text.ts";
import { microsInput } from "./amount.ts";

/** The most that one grant hands out: a thousand million credits. */
const MAX_GRANTED = 1_000_000_000_000_000n;

export const grantCreditsInput = z.strictObject({
  userId: uuid(),
  amountMicros: microsInput(MAX_GRANTED),
  reason: safeText({ max: 500 }),
});
export const statementInput = z.strictObject({
  cursor: listCursor("statement"),
  limit: z.int().min(1).max(100).default(50),
});
const handedOut = z
  .union([z.bigint(), z.string().regex(/^\d{1,16}$/, "Whole micros, as digits.")])
  .transform((given) => BigInt(given))
  .refine((micros) => micros >= 0n && micros <= MAX_GRANTED, "Not more than a thousand million credits.");
export const creditSettingsInput = z.strictObject({
  welcomeMicros: handedOut,
  isStipendOn: z.boolean(),
  stipendMicros: handedOut,
});

export type GrantCreditsInput = z.infer<typeof grantCreditsInput>;
export type StatementInput = z.infer<typeof statementInput>;
export type CreditSettingsInput = z.infer<typeof creditSettingsInput>;

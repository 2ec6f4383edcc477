import { z } from "zod";
import { MAX_MICROS } from "#core/ledger/micros.ts";

const DIGITS = /^\d{1,19}$/;

/** An amount that somebody sends: whole micros as text, since a JSON number keeps only 53 bits. More than nothing. */
export function microsInput(most: bigint = MAX_MICROS) {
  return z
    .union([z.bigint(), z.string().regex(DIGITS, "Whole micros, as digits.")])
    .transform((given) => BigInt(given))
    .refine((micros) => micros > 0n && micros <= most, "More than nothing, and not more than there can be.");
}

/** An amount that Parley tells: whole micros as text. */
export const microsOutput = z.bigint().transform(String);

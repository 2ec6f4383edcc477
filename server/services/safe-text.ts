import { z } from "zod";

/** Characters that Postgres refuses (NUL) or that would hide what a text says (control codes, lone surrogates). */
const HARMFUL = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** Text a person typed: trimmed, bounded, and free of characters that no keyboard makes. */
export function safeText({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? "Fill this in." : `At least ${min} characters.`)
    .max(max, `At most ${max} characters.`)
    .refine((text) => !HARMFUL.test(text), "Contains a character that cannot be stored.");
}

/** A link to a publication: http or https, and nothing that runs. */
export function sourceUrl() {
  return z
    .httpUrl("Give a web address that starts with https:// or http://.")
    .max(2000)
    .refine((url) => !HARMFUL.test(url), "Contains a character that cannot be stored.");
}

export const uuid = () => z.uuid("Not an identifier.");
export const slug = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Small letters, digits and hyphens.")
    .max(120);

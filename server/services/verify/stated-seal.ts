import { DomainError } from "#core/errors.ts";

/**
 * A seal that somebody kept, in the one form in which seals are compared: sixty-four hexadecimal digits in small letters. People keep
 * it in capitals, with `sha256:` before it, or with spaces around it.
 */
export function statedSeal(text: string): string {
  const hash = text
    .trim()
    .replace(/^sha-?256\s*[:=]\s*/i, "")
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new DomainError("seal_must_be_a_hash", { text, field: "seal" });
}

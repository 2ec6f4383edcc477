import { z } from "zod";
import { type ListName, readCursor } from "#core/list-cursor.ts";
import { addressFault } from "#core/text/source-address.ts";
import { textFault } from "#core/text/text-fault.ts";

/** Refuses a text for which a rule of core has words, and tells them. */
export function unless(fault: (text: string) => string | null) {
  return (text: string, context: z.RefinementCtx<string>) => {
    const message = fault(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  };
}

/**
 * Text a person typed: trimmed, in Unicode's composed form, so that what looks the same is the same, bounded, and free of
 * what nobody sees.
 */
export function safeText({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .normalize("NFC")
    .min(min, min === 1 ? "Fill this in." : `At least ${min} characters.`)
    .max(max, `At most ${max} characters.`)
    .superRefine(unless(textFault));
}

/**
 * Text as a file has it, of which a record must come back as it was: as `safeText`, but no space is taken away. With `min` 1 it
 * says something besides.
 */
export function keptText({ min = 1, max }: { min?: 0 | 1; max: number }) {
  return z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine((text) => min === 0 || text.trim() !== "", "This is empty.")
    .superRefine(unless(textFault));
}

/** A link to a publication: http or https, and nothing that runs. */
export function sourceUrl() {
  return z.string().trim().normalize("NFC").superRefine(unless(addressFault));
}

/** Where the next page of a list begins, as the page before it said. */
export function listCursor(list: ListName) {
  return z
    .string()
    .max(200)
    .refine((cursor) => readCursor(list, cursor) !== null, "That is not a place in this list.")
    .optional();
}

export const uuid = () => z.uuid("Not an identifier.");
export const slug = () =>
  z
    .string()
    .max(120)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Small letters, digits and hyphens.");

import { isOneAlphabet } from "./one-alphabet.ts";
import { textFault } from "./text-fault.ts";

const FORM = /^[\p{L}\p{N}][\p{M}\u200c\u200d]*(?:[\p{L}\p{N}][\p{M}\u200c\u200d]*|[._-])*$/u;
/** More marks than these on one letter are no writing. */
const HEAPED = /\p{M}{5,}/u;

/**
 * What keeps a text from being the name of a person, in words; null when nothing does. A name is letters with their marks and
 * digits, of one alphabet, and dots, hyphens and underscores after the first of them.
 *
 * Source: UAX 31 for what a name is made of, UTS 39 for one alphabet and for one kind of digits.
 *
 * @example
 * ["ada", "हिन्दी", "مُحَمَّد"].map(nameFault); // => [null, null, null]
 * nameFault("\u0430da"); // => "Write a name in one alphabet: letters of two can look the same."
 */
export function nameFault(name: string): string | null {
  const unseen = textFault(name);
  if (unseen !== null) return unseen;
  if (!FORM.test(name) || HEAPED.test(name)) {
    return "Letters, digits, dots, hyphens and underscores; start with a letter or digit.";
  }
  if (!isOneAlphabet(name)) return "Write a name in one alphabet: letters of two can look the same.";
  const digits = name.match(/\p{Nd}/gu) ?? [];
  const ascii = digits.filter((digit) => digit <= "9").length;
  return ascii > 0 && ascii < digits.length ? "Write a name with digits of one kind." : null;
}

/**
 * A text as it is compared with others: without spaces around it, in Unicode's composed form, in small letters. Accents count.
 *
 * @example
 * foldedText(" E\u0301ire ") === foldedText("éire"); // => true
 * foldedText("Eire") === foldedText("Éire"); // => false
 */
export function foldedText(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The number that a text states in decimal digits: `12`, `-0.5`, `.131`, `1.5e-3`. Null for any other text: an empty one,
 * one with blanks or with separators of thousands (`1,234.5`), a decimal comma, hexadecimal digits, a word, and a number
 * that is too large or too close to zero to be kept.
 *
 * Formula: the double nearest to what is written.
 * Source: the decimal literals of ECMA-262, with an optional sign.
 *
 * @example
 * statedNumber("-1.5e3"); // => -1500
 * statedNumber(""); // => null
 * statedNumber("1,234.5"); // => null
 * statedNumber("0x10"); // => null
 */
export function statedNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  if (value === 0) return /^[^e]*[1-9]/i.test(text) ? null : 0;
  return Number.isFinite(value) ? value : null;
}

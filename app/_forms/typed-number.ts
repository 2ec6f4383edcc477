import { statedNumber } from "#core/stated-number.ts";

const IN_GROUPS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** The number that somebody typed, plainly or as pages show numbers (`1,234.5`, `−3`); null for any other text. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(/^−/, "-");
  return statedNumber(IN_GROUPS.test(plain) ? plain.replaceAll(",", "") : plain);
}

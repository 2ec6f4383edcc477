import { MINUS } from "./percent-text.ts";

const groups = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const known = groups.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  groups.set(decimals, made);
  return made;
}

/** A number with grouped thousands, fixed decimals and a true minus: "12,480", "−3.25". Never "−0". */
export function numberText(value: number, decimals = 0): string {
  const size = formatOf(decimals).format(Math.abs(value));
  const isZero = !/[1-9]/.test(size);
  return value < 0 && !isZero ? `${MINUS}${size}` : size;
}

/** The same with its sign always shown, for scores and changes: "+12.4", "−3.0", "0.0". */
export function signedText(value: number, decimals = 1): string {
  const text = numberText(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A count where there is room for four characters: "940", "1.2k", "38k", "2.1m". */
export function compactText(count: number): string {
  if (count < 1000) return String(Math.round(count));
  const [size, unit] = count < 999_500 ? [count / 1000, "k"] : [count / 1_000_000, "m"];
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)}${unit}`;
}

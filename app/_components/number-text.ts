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

/** A count with its noun: "1 forecast", "2,310 forecasts". */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

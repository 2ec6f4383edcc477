import { valueAtLocation } from "#core/scoring/range-scale.ts";
import type { BundleRange } from "./bundle.ts";

/** A member of a range and what is wrong with it. */
type Found = readonly [field: string, message: string];

/**
 * The first thing wrong with the range of a number or a date, or null.
 *
 * Rules: both ends are values of the question's kind; min < max, by a width that can be told apart and is finite; the zero point of
 * a logarithmic range lies outside of it, and not so far away that the range is linear.
 * Units: those of the question; epoch milliseconds for a date. NaN stands for what is no value.
 *
 * @example
 * rangeFault("numeric", { min: 100, max: 0, zeroPoint: null, openLower: false, openUpper: false }); // => ["range.max", "The range ends at 0, which is not above 100, where it begins."]
 * rangeFault("date", { min: NaN, max: 0, zeroPoint: null, openLower: false, openUpper: false })?.[0]; // => "range.min"
 * rangeFault("numeric", { min: 0, max: 100, zeroPoint: null, openLower: false, openUpper: false }); // => null
 */
export function rangeFault(type: "numeric" | "date", range: BundleRange): Found | null {
  const { min, max, zeroPoint } = range;
  const kind = type === "date" ? "A day that exists, or an instant with its zone, between 1000 and 2999." : "A number.";
  if (!Number.isFinite(min)) return ["range.min", kind];
  if (!Number.isFinite(max)) return ["range.max", kind];
  if (zeroPoint !== null && !Number.isFinite(zeroPoint)) return ["range.zeroPoint", kind];
  const told = (value: number) => (type === "date" ? new Date(value).toISOString() : String(value));
  if (!(min < max))
    return ["range.max", `The range ends at ${told(max)}, which is not above ${told(min)}, where it begins.`];
  if (!Number.isFinite(max - min)) return ["range.max", "The range is wider than numbers can tell."];
  if (zeroPoint !== null && zeroPoint >= min && zeroPoint <= max) {
    return ["range.zeroPoint", `The zero point ${told(zeroPoint)} lies inside the range; it must lie outside.`];
  }
  const middle = valueAtLocation(range, 0.5);
  if (middle > min && middle < max) return null;
  return zeroPoint === null
    ? ["range.max", "The range is too narrow to be cut."]
    : ["range.zeroPoint", "With this zero point the range cannot be cut."];
}

import { ensureArgument } from "#core/errors.ts";

/** The range of a numeric question, or of a date question in epoch milliseconds; linear without a zero point, else logarithmic. */
export interface RangeScale {
  min: number;
  max: number;
  zeroPoint: number | null;
}

/**
 * The value at a location of the range.
 *
 * Formula: linear: min + (max − min)·u. Logarithmic, d = (max − z)/(min − z): min + (max − min)(d^u − 1)/(d − 1).
 * Units: u is 0 at the lower end and 1 at the upper; locations outside 0..1 lie outside the range.
 * Errors: `argument_must_be_in_domain` when the range is empty or holds its zero point. Source: Metaculus' scaling.
 *
 * @example
 * valueAtLocation({ min: 1, max: 100, zeroPoint: 0 }, 0.5); // => 10
 * valueAtLocation({ min: 10, max: 20, zeroPoint: null }, 0.25); // => 12.5
 */
export function valueAtLocation(scale: RangeScale, location: number): number {
  const { min, max } = scale;
  const ratio = derivativeRatio(scale);
  if (ratio === null) return min + (max - min) * location;
  return min + ((max - min) * (ratio ** location - 1)) / (ratio - 1);
}

/**
 * The location of a value in the range: the inverse of `valueAtLocation`.
 *
 * Formula: linear: (x − min)/(max − min). Logarithmic: [ln((x − min)(d − 1) + (max − min)) − ln(max − min)]/ln d; a value at or
 * beyond the zero point is infinitely far outside. The ends are exactly 0 and 1.
 *
 * @example
 * locationOfValue({ min: 10, max: 20, zeroPoint: null }, 12.5); // => 0.25
 */
export function locationOfValue(scale: RangeScale, value: number): number {
  const { min, max } = scale;
  const ratio = derivativeRatio(scale);
  if (ratio === null) return (value - min) / (max - min);
  if (value === min || value === max) return value === min ? 0 : 1;
  const inside = (value - min) * (ratio - 1) + (max - min);
  if (inside <= 0) return ratio > 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return (Math.log(inside) - Math.log(max - min)) / Math.log(ratio);
}

function derivativeRatio({ min, max, zeroPoint }: RangeScale): number | null {
  ensureArgument(min < max, "A range must have its lower end below its upper end.");
  if (zeroPoint === null) return null;
  const outside = zeroPoint < min || zeroPoint > max;
  ensureArgument(outside, "The zero point of a logarithmic range must lie outside of it.");
  return (max - zeroPoint) / (min - zeroPoint);
}

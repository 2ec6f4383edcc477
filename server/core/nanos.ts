import { ensureArgument } from "./errors.ts";

/** How many billionths make one. */
export const NANOS_PER_UNIT = 1e9;

/**
 * A real number as whole billionths, so that sums kept in tables can be added to and taken back from without a trace.
 * Floating-point addition is not associative; integer addition is, and that makes a rebuilt table equal to the kept one bit for bit.
 *
 * Formula: round(value · 10⁹). The error is at most 5·10⁻¹⁰ a term.
 * Units: those of the value; |value| ≤ 9·10⁶, so that the product is still an exact integer.
 * Errors: `argument_must_be_in_domain` when the value is no finite number of that size.
 * Source: own rule.
 *
 * @example
 * nanosOf(0.25); // => 250000000n
 */
export function nanosOf(value: number): bigint {
  const nanos = Math.round(value * NANOS_PER_UNIT);
  ensureArgument(Number.isSafeInteger(nanos), `${value} has no value in whole billionths.`);
  return BigInt(nanos);
}

/**
 * The real number that whole billionths stand for.
 *
 * Formula: nanos / 10⁹, correctly rounded while |nanos| < 2⁵³.
 * Units: those of the value that was counted.
 * Source: own rule.
 *
 * @example
 * fromNanos(250000000n); // => 0.25
 */
export function fromNanos(nanos: bigint): number {
  return Number(nanos) / NANOS_PER_UNIT;
}

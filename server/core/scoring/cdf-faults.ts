/** What can be wrong with a CDF, by the name of the broken rule. */
export type CdfFault =
  | "length"
  | "min-step"
  | "max-step"
  | "lower-open"
  | "lower-closed"
  | "upper-open"
  | "upper-closed";

/** The ends of the question's range: an open end leaves room for outcomes beyond it. */
export interface CdfBounds {
  openLower: boolean;
  openUpper: boolean;
  /** N: the CDF has N + 1 points. 200 unless the outcomes are discrete. */
  buckets?: number;
}

/** How much must lie beyond an open end. */
export const MIN_OUTSIDE = 0.001;

/**
 * Every rule that a CDF of N + 1 points breaks; empty when it may be stated.
 *
 * Formula, after rounding the steps to 10 decimals: each step ≥ 0.01/N (never flat) and ≤ 0.2·200/N (never a jump); an open
 * end leaves at least 0.001 beyond it; a closed lower end begins at exactly 0, a closed upper end finishes at exactly 1.
 * Source: Metaculus' validation of continuous forecasts.
 *
 * @example
 * cdfFaults([0, 0.5, 1], { openLower: false, openUpper: false, buckets: 2 }); // => []
 * cdfFaults([0, 0.5, 1], { openLower: true, openUpper: false, buckets: 2 }); // => ["lower-open"]
 */
export function cdfFaults(cdf: ArrayLike<number>, { openLower, openUpper, buckets = 200 }: CdfBounds): CdfFault[] {
  if (cdf.length !== buckets + 1) return ["length"];
  const faults: CdfFault[] = [];
  const steps = Array.from({ length: buckets }, (_, i) => rounded((cdf[i + 1] as number) - (cdf[i] as number)));
  if (!steps.every((step) => step >= rounded(0.01 / buckets))) faults.push("min-step");
  if (!steps.every((step) => step <= rounded((0.2 * 200) / buckets))) faults.push("max-step");
  const first = cdf[0] as number;
  const last = cdf[buckets] as number;
  if (openLower && !(first >= MIN_OUTSIDE)) faults.push("lower-open");
  if (!openLower && first !== 0) faults.push("lower-closed");
  if (openUpper && !(last <= 1 - MIN_OUTSIDE)) faults.push("upper-open");
  if (!openUpper && last !== 1) faults.push("upper-closed");
  return faults;
}

function rounded(step: number): number {
  return Math.round(step * 1e10) / 1e10;
}

/** Stands in for zero in a denominator; far below the rounding of any result. */
const TINY = 1e-300;
const MAX_TERMS = 10_000;

/**
 * The value of the continued fraction a₁/(b₁ + a₂/(b₂ + …)).
 *
 * Formula: the modified Lentz recurrence, stopped when a step changes the value by less than one part in 10¹⁶.
 * Units: none; `term(k)` gives [a_k, b_k] for k = 1, 2, ….
 * Source: I. J. Thompson & A. R. Barnett, J. Comput. Phys. 64 (1986), 490–509.
 *
 * @example
 * continuedFraction(() => [1, 2]).toFixed(12); // => (Math.SQRT2 - 1).toFixed(12)
 */
export function continuedFraction(term: (k: number) => readonly [number, number]): number {
  let value = TINY;
  let upper = TINY;
  let lower = 0;
  for (let k = 1; k <= MAX_TERMS; k++) {
    const [a, b] = term(k);
    upper = b + a / upper || TINY;
    lower = 1 / (b + a * lower || TINY);
    const step = upper * lower;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The interval score of a central prediction interval: its width, and a fine for missing.
 *
 * TeX: (u-l)+\frac{2}{\alpha}\bigl(\max(l-y,0)+\max(y-u,0)\bigr)
 * Formula: (u − l) + (2/α)·(distance of y from the interval), α = 1 − coverage. Units: those of y; 0 best.
 * Source: Gneiting & Raftery (2007).
 *
 * @example
 * intervalScore(3, -1, 1, 0.5); // => 10
 */
export function intervalScore(outcome: number, lower: number, upper: number, coverage: number): number {
  const miss = Math.max(0, lower - outcome, outcome - upper);
  return upper - lower + (2 / (1 - coverage)) * miss;
}

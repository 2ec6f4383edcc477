/**
 * The interval score of a central prediction interval: its width, and a fine for missing.
 *
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

/**
 * Benjamini–Hochberg: p-values adjusted so that calling all at or below α makes at most a share α of the calls false, on average.
 *
 * Formula: in ascending order p₍ᵢ₎·n/i, made non-decreasing from the right, at most 1. Results in the order given.
 * Range: 0..1.
 * Source: Y. Benjamini & Y. Hochberg, JRSS B 57 (1995), 289–300.
 *
 * @example
 * benjaminiHochberg([0.5, 0.01]); // => [0.5, 0.02]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  for (const [place, index] of [...ascending(pValues).entries()].reverse()) {
    least = Math.min(least, ((pValues[index] as number) * pValues.length) / (place + 1));
    adjusted[index] = least;
  }
  return adjusted;
}

/**
 * Holm: p-values adjusted so that calling all at or below α makes even one false call with a chance of at most α. Stricter than Benjamini–Hochberg.
 *
 * Formula: in ascending order p₍ᵢ₎·(n−i+1), made non-decreasing from the left, at most 1. Results in the order given.
 * Range: 0..1.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70.
 *
 * @example
 * holm([0.5, 0.01]); // => [0.5, 0.02]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let greatest = 0;
  for (const [place, index] of ascending(pValues).entries()) {
    greatest = Math.max(greatest, Math.min(1, (pValues[index] as number) * (pValues.length - place)));
    adjusted[index] = greatest;
  }
  return adjusted;
}

function ascending(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
}

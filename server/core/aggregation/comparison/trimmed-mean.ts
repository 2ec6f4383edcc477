/**
 * The mean without the most extreme values on either side.
 *
 * Formula: the mean after removing round(t·n) values from each end. Units: those of the values; t in 0..0.5.
 * Source: the trimmed mean of aggutils (Forecasting Research Institute).
 *
 * @example
 * trimmedMean([0, 0.25, 0.75, 1], 0.25); // => 0.5
 */
export function trimmedMean(values: ArrayLike<number>, share: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const cut = Math.round(share * sorted.length);
  return meanOf(sorted.slice(cut, sorted.length - cut));
}

/**
 * The mean of the shortest stretch that holds all but a share of the values.
 *
 * Formula: of all windows of n − ⌊t·n⌋ neighbouring values the narrowest (the lowest of equals); its mean.
 * Source: the highest-density trimmed mean of Powell et al., as in aggutils.
 *
 * @example
 * densestMean([0, 0.5, 0.5, 0.5], 0.25); // => 0.5
 */
export function densestMean(values: ArrayLike<number>, share: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const held = sorted.length - Math.floor(share * sorted.length);
  let best = 0;
  for (let from = 1; from + held <= sorted.length; from++) {
    if (widthAt(sorted, from, held) < widthAt(sorted, best, held)) best = from;
  }
  return meanOf(sorted.slice(best, best + held));
}

function widthAt(sorted: number[], from: number, held: number): number {
  return (sorted[from + held - 1] as number) - (sorted[from] as number);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

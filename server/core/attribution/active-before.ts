/** What somebody, or the crowd, says from an instant on; null where they say nothing. Epoch milliseconds. */
export interface SaidFrom {
  readonly at: number;
  readonly probabilities: readonly number[] | null;
}

/**
 * What stood just before an instant; null when nothing did.
 *
 * Formula: the last of the acts, in order of time, made before the instant. What is made at the instant is not before it.
 * Units: epoch milliseconds, exclusive.
 *
 * @example
 * activeBefore([{ at: 1, probabilities: [0.4] }, { at: 5, probabilities: [0.6] }], 5); // => [0.4]
 * activeBefore([{ at: 1, probabilities: [0.4] }, { at: 3, probabilities: null }], 5); // => null
 */
export function activeBefore(said: readonly SaidFrom[], at: number): readonly number[] | null {
  let last: readonly number[] | null = null;
  for (const { at: from, probabilities } of said) {
    if (from >= at) break;
    last = probabilities;
  }
  return last;
}

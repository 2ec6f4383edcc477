/** What the engine read in the log: an answer with its E and K, epoch milliseconds; nulls while it is pending. */
export interface Reading {
  readonly outcome: string | null;
  readonly effectiveAt: number | null;
  readonly knownAt: number | null;
}

/**
 * Whether the log says something else now than when an answer was read from it: another outcome, none any more, or the
 * same one at another time. A further source for what was read already changes nothing.
 *
 * @example
 * readingDiffers({ outcome: "yes", effectiveAt: 1, knownAt: 2 }, { outcome: "yes", effectiveAt: 1, knownAt: 2 }); // => false
 * readingDiffers({ outcome: "no", effectiveAt: 9, knownAt: 9 }, { outcome: "yes", effectiveAt: 1, knownAt: 2 }); // => true
 */
export function readingDiffers(then: Reading, now: Reading): boolean {
  return then.outcome !== now.outcome || then.effectiveAt !== now.effectiveAt || then.knownAt !== now.knownAt;
}

/**
 * What changed between two readings, as a sentence.
 *
 * @example
 * readingChange({ outcome: "yes", effectiveAt: 1, knownAt: 2 }, { outcome: null, effectiveAt: null, knownAt: null }); // => "The log no longer decides the question."
 */
export function readingChange(then: Reading, now: Reading): string {
  if (now.outcome === null) return "The log no longer decides the question.";
  if (now.outcome !== then.outcome) return "The log now gives another answer.";
  return "The log gives the same answer at another time, so that other forecasts count.";
}

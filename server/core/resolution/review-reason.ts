import { type Reading, readingChange, readingDiffers } from "./reading-differs.ts";

/**
 * Why a final answer should be looked at again after a change of the log, as a sentence; null where it should not.
 *
 * `asDecided` is what the log said when the answer became final: for the engine's answers that is the answer. A person
 * may have decided against the log, or before it said anything; that was their decision, so only what the log says anew
 * and what does not agree with the answer counts.
 * Source: own rule.
 *
 * @example
 * reviewReason({ outcome: "yes", effectiveAt: 1, knownAt: 2 }, { outcome: "yes", effectiveAt: 1, knownAt: 2 }, { outcome: "no", effectiveAt: 9, knownAt: 9 }); // => "The log now gives another answer."
 * reviewReason({ outcome: "yes", effectiveAt: 1, knownAt: 2 }, { outcome: null, effectiveAt: null, knownAt: null }, { outcome: "yes", effectiveAt: 1, knownAt: 3 }); // => null
 */
export function reviewReason(answer: Reading, asDecided: Reading, now: Reading): string | null {
  if (!readingDiffers(asDecided, now) || !readingDiffers(answer, now)) return null;
  if (asDecided.outcome === answer.outcome) return readingChange(asDecided, now);
  // The log did not support the answer then, so it is no objection that it says nothing now, or the same as the answer.
  return now.outcome === null || now.outcome === answer.outcome ? null : readingChange(answer, now);
}

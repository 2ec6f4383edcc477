/** Where a question stands in its life. Computed from rows and the clock, stored nowhere. */
export type QuestionStatus =
  | "draft"
  | "review"
  | "scheduled"
  | "open"
  | "closed"
  | "proposed"
  | "challenged"
  | "resolved"
  | "void"
  | "reopened";

export const QUESTION_STATUSES = [
  "draft",
  "review",
  "scheduled",
  "open",
  "closed",
  "proposed",
  "challenged",
  "resolved",
  "void",
  "reopened",
] as const satisfies readonly QuestionStatus[];

/** The rows that say where a question stands. */
export interface QuestionFacts {
  /** When its draft was handed in for review; null when it was not, or was sent back. */
  readonly submittedAt: number | null;
  readonly publishedAt: number | null;
  readonly opensAt: number;
  readonly closesAt: number;
  /** The proposed resolution that awaits its decision. */
  readonly pending: { readonly isChallenged: boolean } | null;
  /** The resolution approved last. */
  readonly final: { readonly isVoid: boolean; readonly isSuperseded: boolean } | null;
}

/**
 * The status of a question at an instant.
 *
 * A later fact outweighs an earlier one: an answer outweighs a proposal unless it is being superseded, a proposal
 * outweighs the clock, and the clock runs only once the question is published.
 * Units: epoch milliseconds; opening is inclusive, closing exclusive.
 *
 * @example
 * questionStatus({ submittedAt: 1, publishedAt: 2, opensAt: 5, closesAt: 9, pending: null, final: null }, 5); // => "open"
 * questionStatus({ submittedAt: 1, publishedAt: 2, opensAt: 5, closesAt: 9, pending: null, final: null }, 9); // => "closed"
 */
export function questionStatus(facts: QuestionFacts, now: number): QuestionStatus {
  if (facts.publishedAt === null) return facts.submittedAt === null ? "draft" : "review";
  if (facts.final) {
    if (facts.final.isSuperseded || facts.pending) return "reopened";
    return facts.final.isVoid ? "void" : "resolved";
  }
  if (facts.pending) return facts.pending.isChallenged ? "challenged" : "proposed";
  if (now < facts.opensAt) return "scheduled";
  return now < facts.closesAt ? "open" : "closed";
}

/**
 * Whether forecasts are taken: only while the question is published, within its hours, and has no answer that stands.
 * A proposal does not stop them, since it may be rejected; what comes after the answer was known earns nothing.
 *
 * Formula: opensAt ≤ now < closesAt, and no resolution is final.
 *
 * @example
 * takesForecasts({ submittedAt: 1, publishedAt: 2, opensAt: 5, closesAt: 9, pending: { isChallenged: false }, final: null }, 6); // => true
 * takesForecasts({ submittedAt: 1, publishedAt: null, opensAt: 5, closesAt: 9, pending: null, final: null }, 6); // => false
 */
export function takesForecasts(facts: QuestionFacts, now: number): boolean {
  return facts.publishedAt !== null && facts.final === null && facts.opensAt <= now && now < facts.closesAt;
}

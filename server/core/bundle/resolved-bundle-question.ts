import { outcomeLocation } from "#core/scoring/outcome-location.ts";
import type { QuestionOutcome, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { BundleOutcome, BundleQuestion, BundleRange } from "./bundle.ts";

/**
 * A bundle's question as scoring reads it, or null while it has no answer, or none that fits, or was voided.
 *
 * Formula: an option becomes its place among the options; a number or a date its location in the range, −1 below and 2 above.
 * Units: epoch milliseconds; the location is 0 at the lower end of the range and 1 at the upper.
 *
 * @example
 * resolvedBundleQuestion({ id: "q", type: "multiple_choice", opensAt: 0, closesAt: 9, revealAt: null, weight: 1, options: ["a", "b"], range: null, topic: null, resolution: { outcome: "b", knownAt: 5 } }); // => { opensAt: 0, closesAt: 9, knownAt: 5, revealAt: null, type: "multiple_choice", outcome: 1 }
 */
export function resolvedBundleQuestion(question: BundleQuestion): (ResolvedQuestion & { knownAt: number }) | null {
  const { opensAt, closesAt, revealAt, resolution } = question;
  const outcome = resolution && questionOutcome(question, resolution.outcome);
  if (!outcome || !resolution) return null;
  return { opensAt, closesAt, knownAt: resolution.knownAt, revealAt, ...outcome };
}

/**
 * What happened, in the terms of scoring; null when the outcome does not fit the question, or is that of a void.
 *
 * @example
 * questionOutcome({ type: "binary", options: [], range: null }, true); // => { type: "binary", outcome: true }
 */
export function questionOutcome(
  { type, options, range }: Pick<BundleQuestion, "type" | "options" | "range">,
  outcome: BundleOutcome,
): QuestionOutcome | null {
  if (type === "binary") return typeof outcome === "boolean" ? { type, outcome } : null;
  if (type === "multiple_choice") {
    const index = typeof outcome === "string" ? options.indexOf(outcome) : -1;
    return index < 0 ? null : { type, outcome: index };
  }
  const location = range && locationOf(range, outcome);
  if (!range || location === null) return null;
  return { type, outcome: location, openLower: range.openLower, openUpper: range.openUpper };
}

function locationOf(range: BundleRange, outcome: BundleOutcome): number | null {
  const isPlace = outcome === "below" || outcome === "above" || typeof outcome === "number";
  return isPlace ? outcomeLocation(range, outcome) : null;
}

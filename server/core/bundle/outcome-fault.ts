import { closedEndFault } from "#core/question/closed-end-fault.ts";
import type { BundleOutcome, BundleQuestion } from "./bundle.ts";

/** What each type of question may be answered. */
const ANSWERS = {
  binary: "true or false",
  multiple_choice: "one of its options",
  numeric: "a number, below or above",
  date: "a day or an instant with its zone, below or above",
} as const;

/**
 * What is wrong with the answer of a question whose range is sound, or null: an answer of another kind, or one beyond an end of
 * the range that is closed. A void fits every question.
 *
 * Units: a date in epoch milliseconds; text that states no date stays text.
 *
 * @example
 * outcomeFault({ type: "numeric", options: [], range: { min: 0, max: 100, zeroPoint: null, openLower: false, openUpper: false } }, 500); // => "500 lies above the range, which is closed there at 100."
 * outcomeFault({ type: "binary", options: [], range: null }, 6); // => "6 is no answer to this question, which takes true or false."
 * outcomeFault({ type: "binary", options: [], range: null }, null); // => null
 */
export function outcomeFault(
  { type, options, range }: Pick<BundleQuestion, "type" | "options" | "range">,
  outcome: BundleOutcome,
): string | null {
  if (outcome === null) return null;
  const other = `${JSON.stringify(outcome)} is no answer to this question, which takes ${ANSWERS[type]}.`;
  if (type === "binary") return typeof outcome === "boolean" ? null : other;
  if (type === "multiple_choice") return typeof outcome === "string" && options.includes(outcome) ? null : other;
  if (outcome !== "below" && outcome !== "above" && typeof outcome !== "number") return other;
  return range && closedEndFault(type, range, outcome);
}

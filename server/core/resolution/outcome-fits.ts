import { closedEndFault } from "#core/question/closed-end-fault.ts";
import { isKeptQuantity, type QuestionRange } from "#core/question/question-range.ts";
import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

export type QuestionType = "binary" | "multiple_choice" | "numeric" | "date";

/** What an outcome is measured against. */
export interface OutcomeFrame {
  readonly type: QuestionType;
  /** The options of a multiple-choice question. */
  readonly optionIds: readonly string[];
}

/** A question whose answer may lie in a range. */
export interface RangedFrame extends OutcomeFrame {
  readonly range: QuestionRange | null;
}

/** One form of an instant, and of a number: what is stored is read by machines for good. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * Whether an outcome, as it is stored, is one that the question can have: `yes` or `no`; an option's id; a number; an
 * instant in ISO 8601 UTC, both within what Parley keeps; for the last two also `below` or `above`, outside the range.
 *
 * @example
 * outcomeFits("yes", { type: "binary", optionIds: [] }); // => true
 * outcomeFits("a", { type: "multiple_choice", optionIds: ["b"] }); // => false
 * outcomeFits("1e3", { type: "numeric", optionIds: [] }); // => true
 * outcomeFits("2026-04-07", { type: "date", optionIds: [] }); // => false
 * outcomeFits("2026-02-30T00:00:00Z", { type: "date", optionIds: [] }); // => false
 */
export function outcomeFits(outcome: string, question: OutcomeFrame): boolean {
  if (question.type === "binary") return outcome === "yes" || outcome === "no";
  if (question.type === "multiple_choice") return question.optionIds.includes(outcome);
  if (outcome === "below" || outcome === "above") return true;
  if (question.type === "numeric") return NUMBER.test(outcome) && isKeptQuantity(Number(outcome));
  return INSTANT.test(outcome) && isKeptInstant(statedInstant(outcome) ?? Number.NaN);
}

/**
 * Why an outcome that fits a question's type lies where its range is closed, as a sentence; null when it does not.
 *
 * @example
 * outcomeBeyondRange("101", { type: "numeric", optionIds: [], range: { min: 0, max: 100, zeroPoint: null, openLower: false, openUpper: false, unit: "" } }); // => "101 lies above the range, which is closed there at 100."
 * outcomeBeyondRange("yes", { type: "binary", optionIds: [], range: null }); // => null
 */
export function outcomeBeyondRange(outcome: string, { type, range }: RangedFrame): string | null {
  if (!range || (type !== "numeric" && type !== "date")) return null;
  if (outcome === "below" || outcome === "above") return closedEndFault(type, range, outcome);
  return closedEndFault(type, range, type === "date" ? (statedInstant(outcome) ?? Number.NaN) : Number(outcome));
}

export type QuestionType = "binary" | "multiple_choice" | "numeric" | "date";

/** What an outcome is measured against. */
export interface OutcomeFrame {
  readonly type: QuestionType;
  /** The options of a multiple-choice question. */
  readonly optionIds: readonly string[];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/**
 * Whether an outcome, as it is stored, is one that the question can have: `yes` or `no`; an option's id; a number; an
 * instant in ISO 8601 UTC; for the last two also `below` or `above`, outside the range.
 *
 * @example
 * outcomeFits("yes", { type: "binary", optionIds: [] }); // => true
 * outcomeFits("a", { type: "multiple_choice", optionIds: ["b"] }); // => false
 * outcomeFits("1e3", { type: "numeric", optionIds: [] }); // => true
 * outcomeFits("2026-04-07", { type: "date", optionIds: [] }); // => false
 */
export function outcomeFits(outcome: string, question: OutcomeFrame): boolean {
  if (question.type === "binary") return outcome === "yes" || outcome === "no";
  if (question.type === "multiple_choice") return question.optionIds.includes(outcome);
  if (outcome === "below" || outcome === "above") return true;
  if (question.type === "numeric") return outcome.trim() !== "" && Number.isFinite(Number(outcome));
  return INSTANT.test(outcome) && !Number.isNaN(Date.parse(outcome));
}

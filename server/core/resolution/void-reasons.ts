/** Why a question may end without an outcome. */
export type VoidReason =
  | "ambiguous_reality"
  | "flawed_question"
  | "false_condition"
  | "source_gone"
  | "coverage_gap"
  | "too_early"
  | "withdrawn_before_forecasts";

export interface VoidReasonText {
  readonly code: VoidReason;
  readonly label: string;
  readonly description: string;
}

export const VOID_REASONS: readonly VoidReasonText[] = [
  {
    code: "ambiguous_reality",
    label: "Ambiguous reality",
    description: "What happened cannot be told apart from the other answer, even with all the evidence.",
  },
  {
    code: "flawed_question",
    label: "Flawed question",
    description: "The criteria contradict themselves or the plain sense of the question.",
  },
  {
    code: "false_condition",
    label: "Condition not met",
    description: "The question was asked under a condition that did not come about.",
  },
  {
    code: "source_gone",
    label: "Source gone",
    description: "The source that was to decide is no longer published or no longer to be had.",
  },
  {
    code: "coverage_gap",
    label: "Gap in the record",
    description: "The log cannot be completed for the window, so that absence proves nothing.",
  },
  {
    code: "too_early",
    label: "Too early",
    description: "Nothing is decided yet: the question goes back to where it was.",
  },
  {
    code: "withdrawn_before_forecasts",
    label: "Withdrawn before any forecast",
    description: "It was published by mistake and nobody had forecast on it.",
  },
];

/**
 * Whether a code is one of the reasons for a void.
 *
 * @example
 * isVoidReason("source_gone"); // => true
 * isVoidReason("because"); // => false
 */
export function isVoidReason(code: string): code is VoidReason {
  return VOID_REASONS.some((reason) => reason.code === code);
}

/**
 * Whether approving a void for this reason ends the question. A void that comes too early sends it back instead.
 *
 * @example
 * voidEndsQuestion("flawed_question"); // => true
 * voidEndsQuestion("too_early"); // => false
 */
export function voidEndsQuestion(reason: VoidReason): boolean {
  return reason !== "too_early";
}

import { ensure } from "#core/errors.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { outcomeLocation } from "#core/scoring/outcome-location.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import { statedNumber } from "#core/stated-number.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

/** What scoring needs to know of a question. Epoch milliseconds. */
interface ScorableQuestion {
  readonly type: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly revealAt: number | null;
  /** In their order. */
  readonly optionIds: readonly string[];
  readonly range: QuestionRange | null;
}

/** A question with an answer, as scoring sees them; null for a void. */
export function resolvedBy(
  { type, opensAt, closesAt, revealAt, optionIds, range }: ScorableQuestion,
  { outcome, knownAt }: { outcome: string | null; knownAt: number },
): ResolvedQuestion | null {
  if (outcome === null) return null;
  return { opensAt, closesAt, knownAt, revealAt, ...outcomeOf(type, outcome, optionIds, range) };
}

/** What won: yes, no, the place of an option, or the location of a number or an instant in its range. */
function outcomeOf(type: string, outcome: string, optionIds: readonly string[], range: QuestionRange | null) {
  if (range) return placeInRange(type === "date" ? "date" : "numeric", outcome, range);
  if (type === "binary") {
    ensure(outcome === "yes" || outcome === "no", "outcome_must_fit_question", { reason: "binary" });
    return { type: "binary", outcome: outcome === "yes" } as const;
  }
  const index = optionIds.indexOf(outcome);
  ensure(index >= 0, "outcome_must_fit_question", { reason: "multiple_choice" });
  return { type: "multiple_choice", outcome: index } as const;
}

function placeInRange(type: "numeric" | "date", outcome: string, range: QuestionRange) {
  const isOutside = outcome === "below" || outcome === "above";
  const value = isOutside
    ? outcome
    : type === "date"
      ? (statedInstant(outcome) ?? Number.NaN)
      : (statedNumber(outcome) ?? Number.NaN);
  ensure(!Number.isNaN(value), "outcome_must_fit_question", { reason: "value" });
  const { openLower, openUpper } = range;
  return { type, outcome: outcomeLocation(range, value), openLower, openUpper } as const;
}

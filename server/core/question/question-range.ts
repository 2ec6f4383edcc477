import { ensure } from "#core/errors.ts";
import type { RangeScale } from "#core/scoring/range-scale.ts";

/** The values that a numeric or date question is asked over. A date's are epoch milliseconds. */
export interface QuestionRange extends RangeScale {
  /** An open end leaves room for outcomes beyond it. */
  readonly openLower: boolean;
  readonly openUpper: boolean;
  /** What a number counts: "events", "barrels a day"; empty for a date. */
  readonly unit: string;
}

/** Whether questions of a type are answered by a place in a range. */
export function hasRange(type: string): boolean {
  return type === "numeric" || type === "date";
}

/**
 * Throws unless a question has the range that its type needs: none for yes or no and for several answers.
 *
 * Rules: min < max; the zero point of a logarithmic range lies outside of it; a date's range is linear.
 * Units: those of the question; epoch milliseconds for a date.
 * Errors: `range_must_fit_question`, `range_must_be_in_order`, `zero_point_must_lie_outside`.
 *
 * @example
 * ensureRangeIsSound("numeric", { min: 1, max: 100, zeroPoint: 0, openLower: false, openUpper: true, unit: "events" }); // => undefined
 */
export function ensureRangeIsSound(type: string, range: QuestionRange | null): void {
  ensure(
    hasRange(type) === (range !== null),
    "range_must_fit_question",
    hasRange(type) ? "Give the range of values that the answer is expected in." : "This kind of question has no range.",
    "range",
  );
  if (!range) return;
  const { min, max, zeroPoint } = range;
  ensure(min < max, "range_must_be_in_order", "The range must end above where it begins.", "range.max");
  ensure(
    zeroPoint === null || (type === "numeric" && (zeroPoint < min || zeroPoint > max)),
    "zero_point_must_lie_outside",
    "The zero point of a logarithmic range must lie outside of it; a range of dates has none.",
    "range.zeroPoint",
  );
}

import { ensure } from "#core/errors.ts";
import { type RangeScale, valueAtLocation } from "#core/scoring/range-scale.ts";
import { isKeptInstant } from "#core/time/instant-bounds.ts";

/** The values that a numeric or date question is asked over. A date's are epoch milliseconds. */
export interface QuestionRange extends RangeScale {
  /** An open end leaves room for outcomes beyond it. */
  readonly openLower: boolean;
  readonly openUpper: boolean;
  /** What a number counts: "events", "barrels a day"; empty for a date. */
  readonly unit: string;
}

/** No value that people ask about lies further from nothing: beyond it, numbers can no longer be told from their neighbours. */
export const GREATEST_QUANTITY = 1e15;
/** A range is told in so many steps, whose ends must differ. */
const STEPS = 200;
const MIN_WIDTH = 1e-9;

/**
 * Whether a number is one that questions and events may be about: at most 10^15 in size. NaN is none.
 *
 * @example
 * [1e15, -3.5, 1e308, Number.NaN].map(isKeptQuantity); // => [true, true, false, false]
 */
export function isKeptQuantity(value: number): boolean {
  return Math.abs(value) <= GREATEST_QUANTITY;
}

/** Whether questions of a type are answered by a place in a range. */
export function hasRange(type: string): boolean {
  return type === "numeric" || type === "date";
}

/**
 * Throws unless a question has the range that its type needs: none for yes or no and for several answers.
 *
 * Rules: min < max; the zero point of a logarithmic range lies outside of it; a date's range is linear. Numbers are at most
 * 10^15 in size, dates within the years that are kept. A range is at least 10^-9 wide, and so wide that the ends of its 200
 * steps are different numbers; of dates, different milliseconds.
 * Units: those of the question; epoch milliseconds for a date.
 * Errors: `range_must_fit_question`, `range_must_be_in_order`, `range_must_stay_within_bounds`, `range_must_be_wide_enough`,
 * `zero_point_must_lie_outside`.
 *
 * @example
 * ensureRangeIsSound("numeric", { min: 1, max: 100, zeroPoint: 0, openLower: false, openUpper: true, unit: "events" }); // => undefined
 */
export function ensureRangeIsSound(type: string, range: QuestionRange | null): void {
  ensure(hasRange(type) === (range !== null), "range_must_fit_question", {
    reason: hasRange(type) ? "needed" : "not_taken",
    field: "range",
  });
  if (!range) return;
  const { min, max, zeroPoint } = range;
  const isKept = type === "date" ? isKeptInstant : isKeptQuantity;
  ensure(
    isKept(min) && isKept(max) && (zeroPoint === null || isKeptQuantity(zeroPoint)),
    "range_must_stay_within_bounds",
    {
      of: type === "date" ? "date" : "numeric",
      field: isKept(min) ? (isKept(max) ? "range.zeroPoint" : "range.max") : "range.min",
    },
  );
  ensure(min < max, "range_must_be_in_order", { field: "range.max" });
  ensure(
    zeroPoint === null || (type === "numeric" && (zeroPoint < min || zeroPoint > max)),
    "zero_point_must_lie_outside",
    { field: "range.zeroPoint" },
  );
  ensure(isWideEnough(type, range), "range_must_be_wide_enough", { field: "range.max" });
}

function isWideEnough(type: string, range: QuestionRange): boolean {
  if (range.max - range.min < (type === "date" ? STEPS : MIN_WIDTH)) return false;
  const ends = Array.from({ length: STEPS + 1 }, (_, step) => valueAtLocation(range, step / STEPS));
  return ends.every((end, step) => step === 0 || end > (ends[step - 1] as number));
}

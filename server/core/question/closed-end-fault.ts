import type { QuestionRange } from "./question-range.ts";

/**
 * What is wrong with an answer that lies beyond an end of the range which is closed, as a sentence; null when nothing is. Whoever
 * closed an end promised that no answer lies beyond it, so no forecast could say so.
 *
 * Units: those of the question; epoch milliseconds for a date.
 *
 * @example
 * closedEndFault("numeric", { min: 0, max: 100, openLower: false, openUpper: false }, 500); // => "500 lies above the range, which is closed there at 100."
 * closedEndFault("numeric", { min: 0, max: 100, openLower: false, openUpper: true }, "above"); // => null
 */
export function closedEndFault(
  type: "numeric" | "date",
  { min, max, openLower, openUpper }: Pick<QuestionRange, "min" | "max" | "openLower" | "openUpper">,
  answer: number | "below" | "above",
): string | null {
  const told = (value: number) => (type === "date" ? new Date(value).toISOString() : String(value));
  const what = typeof answer === "number" ? told(answer) : "The answer";
  const isBelow = answer === "below" || (typeof answer === "number" && answer < min);
  const isAbove = answer === "above" || (typeof answer === "number" && answer > max);
  if (isBelow && !openLower) return `${what} lies below the range, which is closed there at ${told(min)}.`;
  if (isAbove && !openUpper) return `${what} lies above the range, which is closed there at ${told(max)}.`;
  return null;
}

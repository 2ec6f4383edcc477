import { percentText } from "#app/_components/percent-text.ts";
import { locationText, rangedOf, valueText } from "#app/_questions/range-text.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { valueAtLocation } from "#core/scoring/range-scale.ts";
import { countText } from "#core/text/count-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";

interface Asked {
  readonly type: string;
  readonly range: QuestionRange | null;
}

/** What somebody said, in one number: "62%"; of a range the median, "12", "7 Apr 2026". */
export function shownValueText(question: Asked, value: number): string {
  const ranged = rangedOf(question);
  return ranged ? locationText(ranged, value) : percentText(value);
}

/** How far a median moved, without a sign: "12 days", "3.5 visits". */
export function medianStepText({ type, range }: Asked & { readonly range: QuestionRange }, from: number, to: number) {
  const step = Math.abs(valueAtLocation(range, to) - valueAtLocation(range, from));
  if (type === "date") return countText(Math.round(step / DAY_MS), "day");
  return `${valueText({ type, range }, step)}${range.unit ? ` ${range.unit}` : ""}`;
}

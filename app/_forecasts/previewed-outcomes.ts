import { locationText, type Ranged } from "#app/_questions/range-text.ts";
import type { QuestionOutcome } from "#core/scoring/resolved-question.ts";
import { type Numbers, QUANTILES } from "./entry-form.ts";

/** Something that may happen, for which a score is shown beforehand. */
export interface PreviewedOutcome {
  readonly label: string;
  readonly outcome: QuestionOutcome;
}

/** Yes and No, or each option. */
export function listedOutcomes(options: readonly { readonly label: string }[]): PreviewedOutcome[] {
  if (options.length > 0) {
    return options.map(({ label }, outcome) => ({ label, outcome: { type: "multiple_choice", outcome } }));
  }
  return [
    { label: "Yes", outcome: { type: "binary", outcome: true } },
    { label: "No", outcome: { type: "binary", outcome: false } },
  ];
}

/** Of all values of a range, those that the forecast itself names. */
export function rangeOutcomes(ranged: Ranged, numbers: Numbers): PreviewedOutcome[] {
  const { openLower, openUpper } = ranged.range;
  return QUANTILES.map((_, k) => {
    const location = (numbers[k] ?? 0) / 100;
    const type = ranged.type === "date" ? "date" : "numeric";
    return { label: locationText(ranged, location), outcome: { type, outcome: location, openLower, openUpper } };
  });
}

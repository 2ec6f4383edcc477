import { percentText } from "#app/_components/percent-text.ts";
import { cdfInFull, cdfText, type Ranged, rangedOf } from "#app/_questions/range-text.ts";
import type { QuestionRange } from "#core/question/question-range.ts";

/** A question as far as a forecast of it is put in words. */
export interface Forecastable {
  readonly type: string;
  readonly range: QuestionRange | null;
  /** Labels in order; none but for a multiple choice. */
  readonly labels: readonly string[];
}

/** A question as it is sent, with the labels of its options alone. */
export function forecastable(question: {
  readonly type: string;
  readonly range: QuestionRange | null;
  readonly options: readonly { readonly label: string }[];
}): Forecastable {
  return { type: question.type, range: question.range, labels: question.options.map(({ label }) => label) };
}

/** A forecast in a few words: "43%", of several options the likeliest, "Talks go on 55%", of a distribution its median. */
export function forecastText(probabilities: readonly number[], question: Forecastable): string {
  const ranged: Ranged | null = rangedOf(question);
  if (ranged) return cdfText(ranged, probabilities);
  if (question.type === "binary") return percentText(probabilities[0] ?? 0);
  const likeliest = probabilities.indexOf(Math.max(...probabilities));
  return `${question.labels[likeliest] ?? "?"} ${percentText(probabilities[likeliest] ?? 0)}`;
}

/** The whole of a forecast: every option with its probability, "Talks go on 55%, War 5%", or a distribution with its spread. */
export function forecastInFull(probabilities: readonly number[], question: Forecastable): string {
  const ranged = rangedOf(question);
  if (ranged) return cdfInFull(ranged, probabilities);
  if (question.type === "binary") return forecastText(probabilities, question);
  return probabilities.map((probability, k) => `${question.labels[k] ?? "?"} ${percentText(probability)}`).join(", ");
}

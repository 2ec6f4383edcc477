import { percentText } from "#app/_components/percent-text.ts";
import { crowdAnswers, likeliest } from "./crowd-answers.ts";
import type { QuestionBriefView } from "./question-view.ts";
import { cdfText, rangedOf } from "./range-text.ts";

/** What the crowd says in a few words: "43%", "57% Longer freeze", "12 visits"; nothing while it is hidden or empty. */
export function crowdWords(question: QuestionBriefView): string | null {
  const ranged = rangedOf(question);
  const { now } = question.crowd;
  if (ranged) return now ? cdfText(ranged, now.probabilities) : null;
  const top = likeliest(crowdAnswers(question));
  if (!top) return null;
  return `${percentText(top.probability)}${question.options.length > 0 ? ` ${top.label}` : ""}`;
}

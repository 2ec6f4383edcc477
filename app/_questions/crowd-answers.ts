import type { QuestionRange } from "#core/question/question-range.ts";
import type { CrowdView } from "./question-view.ts";

/** What the crowd says of one answer: how likely, within which middle half, and how far that moved in a week. */
export interface CrowdAnswer {
  readonly id: string;
  readonly label: string;
  /** Place among the options, from 0. */
  readonly place: number;
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  /** Null when nobody had forecast a week before. */
  readonly change: number | null;
}

interface Asked {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly range: QuestionRange | null;
  readonly crowd: CrowdView;
}

/** The crowd's view of each answer in the question's order; none while it is hidden or nobody has forecast, or of a range. */
export function crowdAnswers({ options, range, crowd }: Asked): CrowdAnswer[] {
  const { now, weekAgo } = crowd;
  if (!now || range) return [];
  const answers = options.length > 0 ? options : [{ id: "yes", label: "Yes" }];
  return answers.map((answer, place) => {
    const probability = now.probabilities[place] ?? 0;
    const before = weekAgo?.probabilities[place];
    return {
      ...answer,
      place,
      probability,
      lower: now.lowerQuartile[place] ?? probability,
      upper: now.upperQuartile[place] ?? probability,
      change: before === undefined ? null : probability - before,
    };
  });
}

/** The answer that the crowd thinks likeliest; the first of equals. */
export function likeliest(answers: readonly CrowdAnswer[]): CrowdAnswer | undefined {
  return answers.toSorted((a, b) => b.probability - a.probability || a.place - b.place)[0];
}

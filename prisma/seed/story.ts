import type { Criteria, Match, Rule } from "#core/criteria/criteria.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import type { LogEventInput } from "#services/event/input.ts";

/** How a story is told: what happened, what was asked, and how the simulated forecasters came to see it. */
export interface StoryQuestion {
  readonly title: string;
  readonly background: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly criteria: Criteria;
  readonly options?: readonly string[];
  /** Where the answer of a numeric or date question is expected. */
  readonly range?: QuestionRange;
  /** Where the simulated forecasts drift: 1 toward yes (or the first option, or the end of the range), 0 away from it. */
  readonly drift: number;
  /** When the drift's reason became known, if it did: the simulated forecasters jump then. */
  readonly newsAt?: number;
  /** Its options are the story's scenarios. */
  readonly isScenarios?: boolean;
  /** It has a market, in which the simulated forecasters trade. */
  readonly hasMarket?: boolean;
  /** What cuts the range of a number or a date into the buckets that its market trades. */
  readonly bucketBounds?: readonly number[];
  readonly finePrint?: string;
}

export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly isFictional: boolean;
  readonly questions: readonly StoryQuestion[];
  readonly events: readonly Omit<LogEventInput, "topicId">[];
  /** Patterns that its log is watched for. */
  readonly signals: readonly { readonly name: string; readonly note: string; readonly match: Match }[];
  /** Spans for which the demonstration's moderator signs that the log is complete. */
  readonly coverage: readonly { from: number; until: number; note: string }[];
}

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

export const occurs = (match: Match, atLeast?: number): Rule => ({
  kind: "occurs",
  match,
  ...(atLeast ? { atLeast } : {}),
});

interface Frame {
  readonly from: number;
  readonly until: number;
  readonly zone: string;
  readonly lagHours?: number;
}

export function binary({ from, until, zone, lagHours = 24 }: Frame, rule: Rule): Criteria {
  return { window: { from, until, zone }, minimumSourceGroups: 1, settlementLagHours: lagHours, rule };
}

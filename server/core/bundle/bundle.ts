/** What scoring reads of a bundle: plain values, instants in epoch milliseconds, whatever file they came from. */

import type { RangeScale } from "#core/scoring/range-scale.ts";

export type BundleQuestionType = "binary" | "multiple_choice" | "numeric" | "date";

/** NaN stands for an end that is no value of the question's kind. */
export interface BundleRange extends RangeScale {
  readonly openLower: boolean;
  readonly openUpper: boolean;
}

/** True or false, an option, a value (a date in epoch milliseconds), "below" or "above" the range; null for a void. */
export type BundleOutcome = boolean | string | number | null;

export interface BundleQuestion {
  readonly id: string;
  readonly type: BundleQuestionType;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly revealAt: number | null;
  readonly weight: number;
  /** Of a multiple choice; none otherwise. */
  readonly options: readonly string[];
  /** Of a number or a date; null otherwise. */
  readonly range: BundleRange | null;
  readonly topic: string | null;
  readonly resolution: { readonly outcome: BundleOutcome; readonly knownAt: number } | null;
}

export interface BundleForecaster {
  readonly id: string;
  readonly isBot: boolean;
  /** Whether others are compared with them. */
  readonly inPool: boolean;
}

/** Exactly one of the three ways to forecast is given. */
export interface BundleForecast {
  readonly questionId: string;
  readonly forecasterId: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probability?: number | undefined;
  readonly probabilities?: readonly (number | null)[] | undefined;
  readonly cdf?: readonly number[] | undefined;
}

/** Questions that are ranked together, each by its own weight. */
export interface BundleTournament {
  readonly id: string;
  readonly questions: readonly { readonly questionId: string; readonly weight: number }[];
}

export interface ScorableBundle {
  readonly questions: readonly BundleQuestion[];
  readonly forecasters: readonly BundleForecaster[];
  readonly forecasts: readonly BundleForecast[];
  readonly tournaments: readonly BundleTournament[];
}

/** What a forecast says, whichever way it was given. */
export function statedForecast({ probability, probabilities, cdf }: BundleForecast) {
  return probability ?? probabilities ?? cdf ?? [];
}

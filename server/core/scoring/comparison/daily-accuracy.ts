import { fullBrier } from "#core/scoring/brier.ts";

/** What a forecaster said, from the start of a day (counted from 1) on. A later entry of the same day replaces it. */
export interface DailyForecast {
  day: number;
  probabilities: readonly number[];
}

/** A forecaster's figures in the manner of Good Judgment Open, all in the 0–2 Brier convention. */
export interface DailyAccuracy {
  /** Mean Brier score over the days with a forecast. */
  brier: number;
  /** Share of the question's days with a forecast. */
  participation: number;
  /** Σ over those days of (Brier − that day's median) / all days; negative is better. */
  accuracy: number;
  /** The same with the median averaged over all days: another reading of the rule, for comparison. */
  accuracyAgainstAllDays: number;
}

export interface DailyAccuracies {
  /** The median Brier score of everyone with a forecast, by day; null on days without any. */
  medians: (number | null)[];
  accuracies: DailyAccuracy[];
}

/**
 * Relative Brier scores on a daily grid, as Good Judgment Open and Cultivate show them. For comparison and import: the
 * forecaster's own score is inside the median, so the rule is proper but not strictly.
 *
 * Formula: the last forecast of a day counts for the whole day and is carried forward; B_d is its 0–2 Brier score;
 * accuracy = (1/D)·Σ over active days of (B_d − median_d). Units: 0–2 Brier; accuracies −2..2.
 * Source: Cultivate's worked example, which fixes *active* days as those over which the median is averaged.
 *
 * @example
 * dailyAccuracies(2, 0, [[{ day: 1, probabilities: [0.5, 0.5] }], [{ day: 2, probabilities: [1, 0] }]]).medians; // => [0.5, 0.25]
 */
export function dailyAccuracies(
  days: number,
  outcome: number,
  forecasters: readonly (readonly DailyForecast[])[],
): DailyAccuracies {
  const scores = forecasters.map((forecasts) => dailyBriers(days, outcome, forecasts));
  const medians = Array.from({ length: days }, (_, day) => medianOf(scores.map((own) => own[day] ?? null)));
  const known = medians.filter((median) => median !== null);
  const allDaysMean = known.reduce((sum, median) => sum + median, 0) / known.length;
  const accuracies = scores.map((own) => {
    const active = own.flatMap((score, day) => (score === null ? [] : [{ score, median: medians[day] ?? 0 }]));
    const brier = active.reduce((sum, { score }) => sum + score, 0) / active.length;
    const participation = active.length / days;
    const accuracy = active.reduce((sum, { score, median }) => sum + score - median, 0) / days;
    return { brier, participation, accuracy, accuracyAgainstAllDays: participation * (brier - allDaysMean) };
  });
  return { medians, accuracies };
}

function dailyBriers(days: number, outcome: number, forecasts: readonly DailyForecast[]): (number | null)[] {
  return Array.from({ length: days }, (_, i) => {
    const made = forecasts.filter(({ day }) => day <= i + 1);
    const last = made.reduce<DailyForecast | null>((best, next) => (best && best.day > next.day ? best : next), null);
    return last === null ? null : fullBrier(last.probabilities, outcome);
  });
}

function medianOf(scores: (number | null)[]): number | null {
  const sorted = scores.filter((score) => score !== null).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] as number) + high) / 2;
}

/** What scoring reads of a question and its forecasts: plain values, so that any store, file or test can supply them. */

/** When a question could be forecast. All instants are epoch milliseconds. */
export interface QuestionTimeline {
  opensAt: number;
  /** The *scheduled* close S: the denominator of every time average, whatever happened early. */
  closesAt: number;
  /** When the answer became known or forecasting was stopped by hand; null when it ran to its scheduled close. */
  knownAt: number | null;
  /** When spot scores are taken; absent or null means at the close. */
  revealAt?: number | null;
}

/** What happened, by type of question. */
export type QuestionOutcome =
  | { type: "binary"; outcome: boolean }
  /** `outcome` is the index of the option; `ordered` options are scored by their distance (RPS). */
  | { type: "multiple_choice"; outcome: number; ordered?: boolean }
  /** `outcome` is the location in the range: 0 its lower end, 1 its upper end, below 0 and above 1 outside of it. */
  | { type: "numeric" | "date"; outcome: number; openLower: boolean; openUpper: boolean };

export type ResolvedQuestion = QuestionTimeline & QuestionOutcome;

/**
 * One forecast as it was made. `endedAt` is set by a withdrawal (or by the update that replaced it; a later row of the
 * same forecaster ends it in any case). The value is P(yes), one probability per option (null for an option that did
 * not exist yet), or a CDF of N + 1 points over the range.
 */
export interface ForecastRow {
  forecaster: string | number;
  madeAt: number;
  endedAt: number | null;
  forecast: number | readonly (number | null)[] | Float64Array;
  inPool: boolean;
}

/** Metaculus' empirical factor that brings log scores of continuous questions in line with the others. */
export function continuousDivisor(type: QuestionOutcome["type"]): 1 | 2 {
  return type === "numeric" || type === "date" ? 2 : 1;
}

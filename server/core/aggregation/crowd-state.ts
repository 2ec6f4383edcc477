/**
 * What the crowd says at one instant, in the shape of a forecast: [P(yes)], one per option, or a CDF with its quartiles as
 * locations in the range. Empty while no one stands.
 */
export interface CrowdState {
  readonly probabilities: number[];
  readonly lowerQuartile: number[];
  readonly upperQuartile: number[];
  readonly forecasters: number;
}

/** One forecast of a question's history; `endedAt` is set by the update that replaced it or by a withdrawal. */
export interface CrowdForecast {
  readonly forecaster: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probabilities: readonly number[];
}

export interface CrowdStep extends CrowdState {
  readonly at: number;
}

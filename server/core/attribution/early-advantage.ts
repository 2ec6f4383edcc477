import {
  answerProbabilities,
  type ForecastKind,
  type StatedForecast,
  statedForecastOf,
} from "#core/forecast/forecast-kind.ts";
import { boundedProbability } from "#core/scoring/bounded-probability.ts";
import { bucketProbabilities } from "#core/scoring/bucket-probabilities.ts";

/**
 * How much better than the crowd of the time a forecast was, measured by where the crowd went afterwards: the log score
 * that it would earn over the crowd if the later crowd is right.
 *
 * Formula: A = 100 · Σ_k q_k · (ln p_k − ln c_k), with p the forecast, c the crowd before and q the crowd after; a yes/no
 * question has the answers yes and no, a distribution over a range the 202 buckets of its CDF. It is 100 · (KL(q‖c) − KL(q‖p)): positive for whoever stood nearer to q.
 * Probabilities are bounded to [0.001, 0.999] first, those of buckets from below to 0.01/200, as the scores bound them.
 * Units: points of a log score, as in the Peer score: 100 · ln of a ratio of probabilities.
 * Source: own rule, from the expected logarithmic score (Good 1952).
 *
 * @example
 * earlyAdvantage({ kind: "binary", forecast: [0.4], before: [0.4], after: [0.7] }); // => 0
 * earlyAdvantage({ kind: "binary", forecast: [0.7], before: [0.4], after: [0.7] }) > 18; // => true
 * earlyAdvantage({ kind: "binary", forecast: [0.2], before: [0.4], after: [0.7] }) < 0; // => true
 */
export function earlyAdvantage(stated: {
  readonly kind: ForecastKind;
  readonly forecast: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}): number {
  const [forecast, before, after] = [stated.forecast, stated.before, stated.after].map((numbers) =>
    everyAnswer(statedForecastOf(stated.kind, numbers)),
  );
  return 100 * (after ?? []).reduce((sum, q, k) => sum + q * Math.log((forecast?.[k] ?? q) / (before?.[k] ?? q)), 0);
}

function everyAnswer(forecast: StatedForecast): number[] {
  if (forecast.kind !== "continuous") return answerProbabilities(forecast).map(boundedProbability);
  const least = 0.01 / (forecast.cdf.length - 1);
  return bucketProbabilities(forecast.cdf).map((probability) => Math.max(least, probability));
}

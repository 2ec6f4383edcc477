import { GREATEST_PROBABILITY, isStatable, MIN_PROBABILITY } from "#core/probability.ts";
import { bucketProbability, outcomeBucket } from "#core/scoring/outcome-bucket.ts";
import { SUM_TOLERANCE } from "#core/stated-probabilities.ts";
import type { BundleForecast, BundleQuestion } from "./bundle.ts";
import { questionOutcome } from "./resolved-bundle-question.ts";

/** A member of a forecast and what is wrong with it. */
export type ForecastFault = readonly [field: string, message: string];

const ROUNDING = 1e-10;

/**
 * What is wrong with one forecast on its question, or null. Unless it may be clipped, a probability outside [0.001, 0.999] is
 * wrong, and so is a CDF that leaves the bucket of the answer less than 0.01/N: a log score would have to change it.
 *
 * Units: probabilities 0..1; a multiple choice sums to 1 ± 1e-6; a CDF never falls, begins at 0 where its range is closed below and
 * ends at 1 where it is closed above.
 *
 * @example
 * forecastFault({ questionId: "q", forecasterId: "f", madeAt: 0, endedAt: null, probability: 1 }, { type: "binary", options: [], range: null, resolution: null }, false)?.[0]; // => "probability"
 */
export function forecastFault(
  forecast: BundleForecast,
  question: Pick<BundleQuestion, "type" | "options" | "range" | "resolution">,
  mayClip: boolean,
): ForecastFault | null {
  const { madeAt, endedAt } = forecast;
  const member = memberOf(question.type);
  const given = (["probability", "probabilities", "cdf"] as const).filter((name) => forecast[name] !== undefined);
  const wrong = given.find((name) => name !== member);
  if (wrong) return [wrong, `A ${question.type} question takes ${member}.`];
  if (given.length === 0) return [member, `A ${question.type} question takes ${member}.`];
  if (endedAt !== null && endedAt < madeAt) return ["endedAt", "A forecast ends after it is made."];
  if (forecast.probability !== undefined) return faultOfProbability(forecast.probability, "probability", mayClip);
  if (forecast.probabilities) return faultOfOptions(forecast.probabilities, question.options, mayClip);
  return faultOfCdf(forecast.cdf ?? [], question, mayClip);
}

function memberOf(type: BundleQuestion["type"]): "probability" | "probabilities" | "cdf" {
  if (type === "binary") return "probability";
  return type === "multiple_choice" ? "probabilities" : "cdf";
}

function faultOfProbability(probability: number, field: string, mayClip: boolean): ForecastFault | null {
  if (mayClip ? probability >= 0 && probability <= 1 : isStatable(probability)) return null;
  const [least, greatest] = mayClip ? [0, 1] : [MIN_PROBABILITY, GREATEST_PROBABILITY];
  return [field, `${probability} lies outside ${least}..${greatest}.`];
}

function faultOfOptions(
  stated: readonly (number | null)[],
  options: readonly string[],
  mayClip: boolean,
): ForecastFault | null {
  if (stated.length !== options.length) return ["probabilities", `There are ${options.length} options.`];
  if (stated.at(-1) === null)
    return ["probabilities", "The last option stands for those that come later, so it has a probability."];
  let sum = 0;
  for (const [k, probability] of stated.entries()) {
    if (probability === null) continue;
    const fault = faultOfProbability(probability, `probabilities.${k}`, mayClip);
    if (fault) return fault;
    sum += probability;
  }
  return Math.abs(sum - 1) <= SUM_TOLERANCE ? null : ["probabilities", `They sum to ${sum}, not to 1.`];
}

function faultOfCdf(
  cdf: readonly number[],
  { type, options, range, resolution }: Pick<BundleQuestion, "type" | "options" | "range" | "resolution">,
  mayClip: boolean,
): ForecastFault | null {
  let before = 0;
  for (const [i, value] of cdf.entries()) {
    if (!(value >= 0 && value <= 1)) return [`cdf.${i}`, `${value} lies outside 0..1.`];
    if (value < before) return [`cdf.${i}`, "A CDF never falls."];
    before = value;
  }
  if (range && !range.openLower && (cdf[0] ?? 0) > ROUNDING)
    return ["cdf.0", "Nothing can lie below the range, which is closed there."];
  if (range && !range.openUpper && before < 1 - ROUNDING)
    return [`cdf.${cdf.length - 1}`, "Nothing can lie above the range, which is closed there."];
  const outcome = resolution && questionOutcome({ type, options, range }, resolution.outcome);
  if (mayClip || !outcome || typeof outcome.outcome === "boolean") return null;
  const buckets = cdf.length - 1;
  const probability = bucketProbability(cdf, outcomeBucket(outcome.outcome, buckets));
  const least = 0.01 / buckets;
  return probability >= least - ROUNDING
    ? null
    : ["cdf", `It gives the answer's bucket ${probability}, less than ${least}.`];
}

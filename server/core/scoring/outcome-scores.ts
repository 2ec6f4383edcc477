import { ensureArgument } from "#core/errors.ts";
import { baselineOfLog, continuousBaselineScore } from "./baseline-score.ts";
import { boundedProbability } from "./bounded-probability.ts";
import { halfBrier } from "./brier.ts";
import { crpsOnGrid } from "./crps-on-grid.ts";
import { orderedBrier } from "./ordered-brier.ts";
import { bucketProbability, outcomeBucket } from "./outcome-bucket.ts";
import type { ForecastRow, QuestionOutcome } from "./resolved-question.ts";

/** The scores of one forecast at a point in time. */
export interface OutcomeScores {
  logProbability: number;
  loss: number;
  baseline: number;
}

/**
 * What one forecast is worth, given what happened: ln p, the 0–1 loss, and the Baseline score.
 *
 * Formula: Baseline is 100·ln(p·K)/ln K with the K options the forecast knew, and 50·ln(p/base) for a continuous question,
 * base = 0.05 outside the range and (1 − 0.05·open ends)/N inside. The loss is ½Σ(p − o)², RPS/(K − 1) for ordered
 * options, and CRPS in units of the range for a CDF. Only the logarithm bounds p: to [0.001, 0.999], or from below to
 * 0.01/N for a bucket. An option that did not exist yet is read as the last one, "Other".
 * Units: ln p ≤ 0; loss 0..1, 0 best; Baseline 0 = uniform, 100 = certain.
 * Errors: `argument_must_be_in_domain` when the forecast is not of the question's type.
 *
 * @example
 * outcomeScores({ type: "binary", outcome: true }, 0.5); // => { logProbability: Math.log(0.5), loss: 0.25, baseline: 0 }
 */
export function outcomeScores(question: QuestionOutcome, forecast: ForecastRow["forecast"]): OutcomeScores {
  if (question.type === "binary") {
    ensureArgument(typeof forecast === "number", "A binary forecast is one probability.");
    return binaryScores(question.outcome ? forecast : 1 - forecast);
  }
  ensureArgument(typeof forecast !== "number", "This forecast must be a list of probabilities.");
  if (question.type === "multiple_choice") return optionScores(forecast, question.outcome, question.ordered === true);
  const buckets = forecast.length - 1;
  const bucket = outcomeBucket(question.outcome, buckets);
  const cdf = forecast as readonly number[] | Float64Array;
  const probability = Math.max(0.01 / buckets, bucketProbability(cdf, bucket));
  const openEnds = Number(question.openLower) + Number(question.openUpper);
  return {
    logProbability: Math.log(probability),
    loss: crpsOnGrid(cdf, question.outcome),
    baseline: continuousBaselineScore(probability, bucket, buckets, openEnds),
  };
}

function binaryScores(probability: number): OutcomeScores {
  const logProbability = Math.log(boundedProbability(probability));
  return { logProbability, loss: (1 - probability) ** 2, baseline: baselineOfLog(logProbability, 2) };
}

function optionScores(options: ArrayLike<number | null>, outcome: number, ordered: boolean): OutcomeScores {
  const happened = options[outcome] === null ? options.length - 1 : outcome;
  const known: number[] = [];
  let index = 0;
  for (let k = 0; k < options.length; k++) {
    const probability = options[k];
    if (k === happened) index = known.length;
    if (typeof probability === "number") known.push(probability);
  }
  const logProbability = Math.log(boundedProbability(known[index] ?? Number.NaN));
  ensureArgument(!Number.isNaN(logProbability), "The forecast has no such option.");
  return {
    logProbability,
    loss: ordered ? orderedBrier(known, index) : halfBrier(known, index),
    baseline: baselineOfLog(logProbability, known.length),
  };
}

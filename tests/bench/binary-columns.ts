import { GREATEST_PROBABILITY, MIN_PROBABILITY } from "#core/probability.ts";
import type { QuestionColumns } from "#core/scoring/question-columns.ts";

const STRETCH = 512;

/**
 * Columns of a yes/no question for `columnScores`, from probabilities of Yes and who stated them when.
 *
 * Formula: ln of the bounded probability of what happened (as `boundedProbability`), and its 0–1 loss (1 − p)².
 * For callers that hold columns; `questionColumns` does the same, row by row, for every type of question.
 *
 * @example
 * binaryColumns({ forecaster: Int32Array.of(0), madeAt: Float64Array.of(0), endedAt: Float64Array.of(Infinity) }, Float64Array.of(0.25), true, Uint8Array.of(1)).loss; // => Float64Array.of(0.5625)
 */
export function binaryColumns(
  rows: Pick<QuestionColumns, "forecaster" | "madeAt" | "endedAt">,
  probability: Float64Array,
  happened: boolean,
  inPool: Uint8Array,
): QuestionColumns {
  const logProbability = new Float64Array(probability.length);
  const loss = new Float64Array(probability.length);
  // In stretches, as in the sweep, so that the loop is compiled as a function of its own.
  for (let from = 0; from < probability.length; from += STRETCH) {
    scoreStretch(probability, happened, logProbability, loss, from, Math.min(probability.length, from + STRETCH));
  }
  return { ...rows, logProbability, loss, baseline: null, inPool };
}

function scoreStretch(
  probability: Float64Array,
  happened: boolean,
  logProbability: Float64Array,
  loss: Float64Array,
  from: number,
  to: number,
): void {
  const least = MIN_PROBABILITY;
  const greatest = GREATEST_PROBABILITY;
  for (let i = from; i < to; i++) {
    const yes = probability[i] as number;
    const p = happened ? yes : 1 - yes;
    logProbability[i] = Math.log(Math.min(greatest, Math.max(least, p)));
    loss[i] = (1 - p) * (1 - p);
  }
}

import type { QuestionLoss } from "#core/ranking/comparison-graph.ts";

/**
 * Each forecaster's mean advantage over the mean of everyone on the same questions, themselves included, as in ForecastBench's simulations.
 *
 * Formula: mean over i's questions of (mean loss on the question − own loss); alone on a question gives 0.
 * Units: those of the loss; positive is better.
 * Source: ForecastBench ranking simulation, restated for comparison.
 *
 * @example
 * brierAgainstMean([{ forecaster: "A", question: "q", loss: 0 }, { forecaster: "B", question: "q", loss: 0.5 }]).get("A"); // => 0.25
 */
export function brierAgainstMean(rows: readonly QuestionLoss[]): Map<string, number> {
  const onQuestion = meanBy(
    rows,
    (row) => row.question,
    (row) => row.loss,
  );
  return meanBy(
    rows,
    (row) => row.forecaster,
    (row) => (onQuestion.get(row.question) ?? Number.NaN) - row.loss,
  );
}

/**
 * Each forecaster's mean Brier skill against a reference forecaster. One easy question of the reference dominates it: for comparison only.
 *
 * Formula: mean over common questions of 1 − loss/reference loss.
 * Range: −∞ … 1 best.
 * Source: ForecastBench ranking simulation, restated for comparison.
 *
 * @example
 * brierSkill([{ forecaster: "A", question: "q", loss: 0.25 }, { forecaster: "B", question: "q", loss: 0.5 }], "A").get("B"); // => -1
 */
export function brierSkill(rows: readonly QuestionLoss[], reference: string): Map<string, number> {
  const mark = new Map(rows.filter((row) => row.forecaster === reference).map((row) => [row.question, row.loss]));
  const common = rows.filter((row) => mark.has(row.question));
  return meanBy(
    common,
    (row) => row.forecaster,
    (row) => 1 - row.loss / (mark.get(row.question) ?? Number.NaN),
  );
}

function meanBy(
  rows: readonly QuestionLoss[],
  key: (row: QuestionLoss) => string,
  value: (row: QuestionLoss) => number,
): Map<string, number> {
  const groups = Map.groupBy(rows, key);
  return new Map(
    [...groups].map(([name, members]) => [name, members.reduce((sum, row) => sum + value(row), 0) / members.length]),
  );
}

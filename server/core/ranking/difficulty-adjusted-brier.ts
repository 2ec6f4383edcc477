import { connectedLosses, type QuestionLoss } from "./comparison-graph.ts";

/** Every forecaster's loss as if all had answered questions of mean difficulty, and how hard each question was. */
export interface DifficultyAdjustment {
  readonly scores: Map<string, number>;
  /** Question effects, centred on 0; positive is harder. */
  readonly difficulties: Map<string, number>;
  /** Forecasters whom no chain of common questions links with the rest: they cannot be compared. */
  readonly leftOut: string[];
}

/** Conjugate gradients end after one step per forecaster but for rounding; this leaves room for it. */
const STEPS_PER_FORECASTER = 4;

/**
 * Difficulty-adjusted Brier scores by two-way fixed effects: an extra view, right only where everyone answers at the same time.
 *
 * Formula: least squares of loss_ij = a_i + b_j on the largest connected set of forecasters and questions, solved by conjugate gradients on the a's
 * with the b's eliminated; b centred so that Σ_j b_j = 0; score_i = mean over i's questions of (loss_ij − b_j).
 * Units: those of the loss (Brier: 0 best … 1, though an adjusted score may leave that range).
 * Source: the estimator ForecastBench uses, without its anchor at "always 0.5".
 *
 * @example
 * difficultyAdjustedBrier([{ forecaster: "A", question: "q", loss: 0.1 }, { forecaster: "B", question: "q", loss: 0.3 }]).scores.get("A"); // => 0.1
 */
export function difficultyAdjustedBrier(rows: readonly QuestionLoss[]): DifficultyAdjustment {
  const connected = connectedLosses(rows);
  const forecasters = [...new Set(connected.map((row) => row.forecaster))];
  const questions = [...new Set(connected.map((row) => row.question))];
  const place = new Map(forecasters.map((name, index) => [name, index]));
  const slot = new Map(questions.map((name, index) => [name, index]));
  const design: Design = {
    forecaster: Uint32Array.from(connected, (row) => place.get(row.forecaster) ?? 0),
    question: Uint32Array.from(connected, (row) => slot.get(row.question) ?? 0),
    forecasters: forecasters.length,
    questions: questions.length,
  };
  const losses = Float64Array.from(connected, (row) => row.loss);
  const skill = skillEffects(design, losses);
  const difficulty = meansBy(
    design.question,
    design.questions,
    (row) => at(losses, row) - at(skill, at(design.forecaster, row)),
  );
  const centre = difficulty.reduce((sum, effect) => sum + effect, 0) / design.questions;
  const centred = difficulty.map((effect) => effect - centre);
  const scores = meansBy(
    design.forecaster,
    design.forecasters,
    (row) => at(losses, row) - at(centred, at(design.question, row)),
  );
  return {
    scores: new Map(forecasters.map((name, index) => [name, at(scores, index)])),
    difficulties: new Map(questions.map((name, index) => [name, at(centred, index)])),
    leftOut: [...new Set(rows.map((row) => row.forecaster))].filter((name) => !place.has(name)),
  };
}

interface Design {
  readonly forecaster: Uint32Array;
  readonly question: Uint32Array;
  readonly forecasters: number;
  readonly questions: number;
}

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

/** Conjugate gradients with the number of a forecaster's questions as preconditioner. */
function skillEffects(design: Design, losses: Float64Array): Float64Array {
  const counts = countsBy(design.forecaster, design.forecasters);
  const effects = new Float64Array(design.forecasters);
  const residual = withoutQuestionMeans(design, (row) => at(losses, row));
  // Below the rounding of the losses there is only noise, and chasing it would lead astray along the undetermined constant.
  const noise = Number.EPSILON * largest(losses) * largest(counts);
  let conditioned = residual.map((value, i) => value / at(counts, i));
  let direction = conditioned;
  let energy = dot(residual, conditioned);
  const mostSteps = STEPS_PER_FORECASTER * design.forecasters;
  for (let step = 0; step < mostSteps && largest(residual) > noise; step++) {
    const along = direction;
    const image = withoutQuestionMeans(design, (row) => at(along, at(design.forecaster, row)));
    const curvature = dot(along, image);
    if (!(curvature > 0)) break;
    const length = energy / curvature;
    for (let i = 0; i < effects.length; i++) {
      effects[i] = at(effects, i) + length * at(along, i);
      residual[i] = at(residual, i) - length * at(image, i);
    }
    conditioned = residual.map((value, i) => value / at(counts, i));
    const next = dot(residual, conditioned);
    const share = next / energy;
    direction = conditioned.map((value, i) => value + share * at(along, i));
    energy = next;
  }
  return effects;
}

/** Per forecaster, the sum of the values less their questions' means: the normal equations with the questions eliminated. */
function withoutQuestionMeans(design: Design, value: (row: number) => number): Float64Array {
  const means = meansBy(design.question, design.questions, value);
  const sums = new Float64Array(design.forecasters);
  for (const [row, forecaster] of design.forecaster.entries()) {
    sums[forecaster] = at(sums, forecaster) + value(row) - at(means, at(design.question, row));
  }
  return sums;
}

function meansBy(key: Uint32Array, keys: number, value: (row: number) => number): Float64Array {
  const sums = new Float64Array(keys);
  for (const [row, index] of key.entries()) sums[index] = at(sums, index) + value(row);
  const counts = countsBy(key, keys);
  return sums.map((sum, index) => sum / at(counts, index));
}

function countsBy(key: Uint32Array, keys: number): Uint32Array {
  const counts = new Uint32Array(keys);
  for (const index of key) counts[index] = at(counts, index) + 1;
  return counts;
}

function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, i) => sum + value * at(other, i), 0);
}

import type { ScoreStep } from "./score-explanation.ts";

/**
 * A score's steps with neighbours put together until few enough are left to draw: only steps in which the person's own
 * forecast is the same, or which both lack a forecast, and only within one of `most` equal slices of the time.
 *
 * Formula: the others' ln p of a merged step is their time-weighted mean, so it adds exactly the points its parts added.
 * Units: as in `ScoreStep`; the pool count is the largest of the parts.
 * Source: own rule.
 *
 * @example
 * mergedSteps([{ startsAt: 0, endsAt: 1, logProbability: -1, othersLogProbability: -2, poolCount: 2, peer: 5 }, { startsAt: 1, endsAt: 4, logProbability: -1, othersLogProbability: -4, poolCount: 3, peer: 30 }], 1); // => [{ startsAt: 0, endsAt: 4, logProbability: -1, othersLogProbability: -3.5, poolCount: 3, peer: 35 }]
 */
export function mergedSteps(steps: readonly ScoreStep[], most: number): ScoreStep[] {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return [];
  const sliceMs = (last.endsAt - first.startsAt) / most;
  const sliceOf = (step: ScoreStep) => Math.floor((step.startsAt - first.startsAt) / sliceMs);
  const merged: ScoreStep[] = [];
  for (const step of steps) {
    const before = merged.at(-1);
    const isAlike =
      before !== undefined &&
      before.logProbability === step.logProbability &&
      (before.othersLogProbability === null) === (step.othersLogProbability === null) &&
      sliceOf(before) === sliceOf(step);
    if (before && isAlike) merged[merged.length - 1] = together(before, step);
    else merged.push(step);
  }
  return merged;
}

function together(one: ScoreStep, next: ScoreStep): ScoreStep {
  const [a, b] = [one.endsAt - one.startsAt, next.endsAt - next.startsAt];
  const { othersLogProbability: first } = one;
  const { othersLogProbability: second } = next;
  return {
    startsAt: one.startsAt,
    endsAt: next.endsAt,
    logProbability: one.logProbability,
    othersLogProbability: first === null || second === null ? null : (first * a + second * b) / (a + b),
    poolCount: Math.max(one.poolCount, next.poolCount),
    peer: one.peer + next.peer,
  };
}

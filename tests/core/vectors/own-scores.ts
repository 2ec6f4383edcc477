import { questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow } from "#core/scoring/resolved-question.ts";
import { DAY } from "./metaculus-rows.ts";

/** A question of some days in which one person stands for stretches of time, as Parley scores it. */
export function ownScores(
  segments: [number, number, number][],
  horizonDays: number,
  outcome: boolean,
  knownDay = horizonDays,
) {
  const rows = segments.map(([from, until, forecast]): ForecastRow => {
    return { forecaster: "someone", madeAt: from * DAY, endedAt: until * DAY, forecast, inPool: true };
  });
  const timeline = { opensAt: 0, closesAt: horizonDays * DAY, knownAt: knownDay * DAY };
  return questionScores({ type: "binary", outcome, ...timeline }, rows)[0];
}

import { expect, test } from "vitest";
import { questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow } from "#core/scoring/resolved-question.ts";
import { scoreExplanation } from "#core/scoring/score-explanation.ts";

const question = { type: "binary", outcome: false, opensAt: 500, closesAt: 1500, knownAt: 1400 } as const;
const made = (forecaster: string, madeAt: number, forecast: number, endedAt: number | null = null, inPool = true) =>
  ({ forecaster, madeAt, forecast, endedAt, inPool }) satisfies ForecastRow;
const rows = [
  made("a", 400, 0.6),
  made("a", 900, 0.3),
  made("b", 600, 0.5, 1200),
  made("b", 1300, 0.45),
  made("c", 700, 0.2),
  made("bot", 800, 0.1, null, false),
];

test.each(["a", "b", "c", "bot"])("the steps and the rows of %s each sum to the Peer score", (who) => {
  const score = questionScores(question, rows).find((s) => s.forecaster === who)!;
  const { steps, rows: parts } = scoreExplanation(question, rows, who);
  expect(steps.reduce((sum, step) => sum + step.peer, 0)).toBeCloseTo(score.peer, 9);
  expect(parts.reduce((sum, part) => sum + part.peer, 0)).toBeCloseTo(score.peer, 9);
  expect(parts.reduce((sum, part) => sum + part.baseline, 0)).toBeCloseTo(score.baseline, 9);
  expect(parts.reduce((sum, part) => sum + part.coverage, 0)).toBeCloseTo(score.coverage, 12);
});

test("the steps touch one another and end when the answer was known", () => {
  const { steps } = scoreExplanation(question, rows, "a");
  expect(steps.slice(1).map((step) => step.startsAt)).toEqual(steps.slice(0, -1).map((step) => step.endsAt));
  expect(steps[0]?.startsAt).toBe(500);
  expect(steps.at(-1)?.endsAt).toBe(1400);
});

test("there is nothing to explain for someone who made no forecast", () => {
  expect(scoreExplanation(question, rows, "nobody")).toEqual({ steps: [], rows: [] });
});

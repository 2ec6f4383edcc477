import fc from "fast-check";
import { expect, test } from "vitest";
import { type BoardScore, boardAnalysis } from "#core/ranking/board-analysis.ts";
import { times } from "#tests/support/chance.ts";

/** Ada, Ben, Cleo and the crowd on some questions; Cleo on the first few only. */
function board(questions: number, cleo = 12): BoardScore[] {
  const score = (subject: string, isReference: boolean, q: number, peer: number): BoardScore => {
    return { subject, isReference, question: `q${q}`, peer, coverage: 1, brier: 0.25 - peer / 1000 };
  };
  return Array.from({ length: questions }, (_, q) => [
    score("ada", false, q, 20 + (q % 7)),
    score("ben", false, q, (q % 5) - 2),
    score("crowd", true, q, 10),
    ...(q < cleo ? [score("cleo", false, q, -15)] : []),
  ]).flat();
}

test("pairs are those of the head and the crowd with thirty questions in common, adjusted together", () => {
  const { pairs } = boardAnalysis(board(40), "seed");
  expect(pairs.map(({ one, other, questions }) => [one, other, questions])).toEqual([
    ["ada", "ben", 40],
    ["ada", "crowd", 40],
    ["ben", "crowd", 40],
  ]);
  for (const { pValue, adjustedP } of pairs) expect(adjustedP).toBeGreaterThanOrEqual(pValue);
  expect(pairs[0]?.interval?.lower).toBeGreaterThan(0);
});

test("somebody provisional is in no pair", () => {
  const { pairs } = boardAnalysis(board(40, 9), "seed");
  expect(pairs.flatMap(({ one, other }) => [one, other])).not.toContain("cleo");
});

test("below thirty questions there are neither intervals nor pairs, but adjusted scores", () => {
  const { figures, pairs, without, connected } = boardAnalysis(board(29), "seed");
  expect([pairs, without, connected]).toEqual([[], "too_few_questions", 3]);
  expect(figures.every(({ rating, peer }) => rating === null && peer === null)).toBe(true);
  const adjusted = new Map(figures.map(({ subject, adjustedBrier }) => [subject, adjustedBrier]));
  expect(adjusted.get("crowd")).toBeNull();
  expect(adjusted.get("ada") ?? 1).toBeLessThan(adjusted.get("ben") ?? 0);
});

test("a board too large to resample says so and keeps its subjects", () => {
  const many = Array.from({ length: 1001 }, (_, i) => ({ ...(board(1)[0] as BoardScore), subject: `p${i}` }));
  const { without, figures } = boardAnalysis([...board(30), ...many], "seed");
  expect([without, figures.length]).toEqual(["too_large", 1005]);
});

test("the same scores in another order and the same seed give the same pairs", () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 45 }), (questions) => {
      const scores = board(questions);
      const bySubject = (rows: readonly BoardScore[]) => [...rows].sort((a, b) => (a.subject < b.subject ? -1 : 1));
      const forth = boardAnalysis(bySubject(scores), "seed").pairs;
      expect(boardAnalysis(bySubject([...scores].reverse()), "seed").pairs).toEqual(forth);
    }),
    { numRuns: times(5) },
  );
});

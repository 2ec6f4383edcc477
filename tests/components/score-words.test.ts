import { describe, expect, test } from "vitest";
import type { ExplanationView } from "#app/_scores/score-view.ts";
import { scoreWords } from "#app/_scores/score-words.ts";

const DAY_MS = 86_400_000;
const opensAt = Date.UTC(2026, 2, 1);
const day = (n: number) => opensAt + n * DAY_MS;

const figures = {
  peer: 12.5,
  peerCoverage: 0.3,
  baseline: 20,
  brier: 0.04,
  relativeBrier: -0.1,
  coverage: 0.5,
  spotPeer: null,
  spotBaseline: null,
};

function explanation(changes: Partial<ExplanationView> = {}): ExplanationView {
  return {
    person: { name: "Ada", isBot: false, isSimulated: false },
    timeline: {
      opensAt: new Date(opensAt),
      closesAt: new Date(day(10)),
      knownAt: new Date(day(5)),
      answerLabel: "Yes",
    },
    score: figures,
    steps: [
      {
        startsAt: day(0),
        endsAt: day(2),
        logProbability: Math.log(0.8),
        othersLogProbability: null,
        poolCount: 1,
        peer: 0,
      },
      {
        startsAt: day(2),
        endsAt: day(4),
        logProbability: Math.log(0.8),
        othersLogProbability: Math.log(0.4),
        poolCount: 2,
        peer: 13.9,
      },
      {
        startsAt: day(4),
        endsAt: day(5),
        logProbability: Math.log(0.4),
        othersLogProbability: Math.log(0.5),
        poolCount: 2,
        peer: -2.2,
      },
    ],
    rows: [
      {
        startsAt: new Date(day(0)),
        endsAt: new Date(day(4)),
        logProbability: Math.log(0.8),
        peer: 13.9,
        baseline: 10,
        coverage: 0.4,
      },
      {
        startsAt: new Date(day(4)),
        endsAt: new Date(day(5)),
        logProbability: Math.log(0.4),
        peer: -2.2,
        baseline: 10,
        coverage: 0.1,
      },
    ],
    ...changes,
  };
}

describe("a score in words", () => {
  test("says how long it stood, in company, what was said of the answer, and what gained and lost most", () => {
    expect(scoreWords(explanation(), "You")).toEqual([
      "You had a forecast active for 50% of the time from the opening to the scheduled close, and company for 30% of it.",
      "The answer was Yes. While others stood too, you gave it 63% on average, and they gave it 43%.",
      "Most was gained by the 80% that stood from 1 Mar 2026 to 5 Mar 2026 where the others gave it 40%: +13.9.",
      "Most was lost by the 40% that stood from 5 Mar 2026 to 6 Mar 2026 where the others gave it 50%: −2.2.",
      "The answer was known on 6 Mar 2026. The 50% of the time after that scores 0 for everybody, so that nobody gains by betting on an early end.",
    ]);
  });

  test("says so when there was nobody to compare with", () => {
    const [first, second] = scoreWords(explanation({ steps: explanation().steps.slice(0, 1), rows: [] }), "Ada");
    expect(first).toBe("Ada had a forecast active for 50% of the time from the opening to the scheduled close.");
    expect(second).toMatch(/^Nobody else had a forecast active meanwhile/);
  });

  test("has nothing to say without a score", () => {
    expect(scoreWords(explanation({ score: null }), "You")).toEqual([]);
  });
});

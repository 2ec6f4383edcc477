import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuestionLoss } from "#core/ranking/comparison-graph.ts";
import { difficultyAdjustedBrier } from "#core/ranking/difficulty-adjusted-brier.ts";

const effects = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 2, maxLength: 8 });

test("true differences of skill are found exactly however unevenly the questions were chosen", () => {
  fc.assert(
    fc.property(effects, effects, fc.infiniteStream(fc.boolean()), (skills, difficulties, answers) => {
      const rows: QuestionLoss[] = [];
      for (const [i, skill] of skills.entries()) {
        for (const [j, difficulty] of difficulties.entries()) {
          const linked = i === 0 || j === 0;
          if (linked || answers.next().value) {
            rows.push({ forecaster: `f${i}`, question: `q${j}`, loss: 0.5 + skill + difficulty });
          }
        }
      }
      const { scores } = difficultyAdjustedBrier(rows);
      for (const [i, skill] of skills.entries()) {
        expect(scores.get(`f${i}`)! - scores.get("f0")!).toBeCloseTo(skill - skills[0]!, 10);
      }
    }),
  );
});

test("a long chain of forecasters who share one question each with the next is still solved", () => {
  const rows = Array.from({ length: 200 }, (_, i) => [
    { forecaster: `f${i}`, question: `q${i}`, loss: 0.001 * i },
    { forecaster: `f${i + 1}`, question: `q${i}`, loss: 0.001 * (i + 1) },
  ]).flat();
  const { scores } = difficultyAdjustedBrier(rows);
  expect(scores.get("f200")! - scores.get("f0")!).toBeCloseTo(0.2, 9);
});

test("who shares no chain of questions with the others is left out and named", () => {
  const loss = 0.25;
  const { scores, leftOut } = difficultyAdjustedBrier([
    { forecaster: "lonely", question: "q0", loss },
    { forecaster: "A", question: "q1", loss },
    { forecaster: "B", question: "q1", loss },
  ]);
  expect([...scores.keys()]).toEqual(["A", "B"]);
  expect(leftOut).toEqual(["lonely"]);
});

test("question effects are centred", () => {
  const { difficulties } = difficultyAdjustedBrier([
    { forecaster: "A", question: "easy", loss: 0.1 },
    { forecaster: "A", question: "hard", loss: 0.5 },
  ]);
  expect(difficulties.get("easy")).toBeCloseTo(-0.2, 12);
  expect(difficulties.get("hard")).toBeCloseTo(0.2, 12);
});

test("no rows give no scores", () => expect(difficultyAdjustedBrier([]).scores.size).toBe(0));

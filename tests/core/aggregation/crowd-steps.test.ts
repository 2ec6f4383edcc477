import fc from "fast-check";
import { expect, test } from "vitest";
import { crowdOfActive } from "#core/aggregation/crowd-of-active.ts";
import type { CrowdForecast } from "#core/aggregation/crowd-state.ts";
import { crowdSteps } from "#core/aggregation/crowd-steps.ts";
import type { ForecastKind } from "#core/forecast/forecast-kind.ts";

/** Histories of a few people over one to four options, no two forecasts of one person at the same instant. */
const histories = fc.integer({ min: 1, max: 4 }).chain((options) => {
  const share = fc.integer({ min: 1, max: 20 });
  const row = fc.record({
    forecaster: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
    madeAt: fc.integer({ min: 0, max: 80 }),
    stays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    shares: fc.array(share, { minLength: Math.max(2, options), maxLength: Math.max(2, options) }),
  });
  return fc.uniqueArray(row, { selector: (r) => `${r.forecaster}@${r.madeAt}`, maxLength: 50 }).map((rows) =>
    rows.map(({ forecaster, madeAt, stays, shares }): CrowdForecast => {
      const sum = shares.reduce((total, own) => total + own, 0);
      const probabilities = shares.map((own) => own / sum).slice(0, options);
      return { forecaster, madeAt, endedAt: stays === null ? null : madeAt + stays, probabilities };
    }),
  );
});

function activeAt(rows: readonly CrowdForecast[], at: number): CrowdForecast[] {
  const made = rows.filter((row) => row.madeAt <= at);
  const last = made.filter((row) => !made.some((o) => o.forecaster === row.forecaster && o.madeAt > row.madeAt));
  return last
    .filter((row) => row.endedAt === null || row.endedAt > at)
    .sort((a, b) => a.madeAt - b.madeAt || (a.forecaster < b.forecaster ? -1 : 1));
}

const kindOf = (rows: readonly CrowdForecast[]): ForecastKind => {
  const numbers = rows[0]?.probabilities.length ?? 1;
  return numbers === 1 ? "binary" : numbers === 201 ? "continuous" : "multiple_choice";
};

test("every step of the history is the crowd of those who stood at that instant, to the last bit", () => {
  fc.assert(
    fc.property(histories, (rows) => {
      const steps = crowdSteps(kindOf(rows), rows);
      for (const { at, ...state } of steps) {
        expect(state).toEqual(
          crowdOfActive(
            kindOf(rows),
            activeAt(rows, at).map(({ probabilities }) => probabilities),
          ),
        );
      }
      const lastMade = Math.max(...rows.map((row) => row.madeAt));
      if (rows.length > 0) expect(steps.some(({ at }) => at === lastMade)).toBe(true);
    }),
  );
});

test("the history does not depend on the order in which forecasts are given", () => {
  fc.assert(
    fc.property(histories, (rows) => {
      expect(crowdSteps(kindOf(rows), [...rows].reverse())).toEqual(crowdSteps(kindOf(rows), rows));
    }),
  );
});

import { describe, expect, test } from "vitest";
import type { MultipleChoiceCriteria } from "#core/criteria/criteria.ts";
import { criteriaDiff } from "#core/criteria/criteria-diff.ts";
import { agreement, all, any, binary, day, frame, not, occurs, release, sequence, visit } from "./muscat.ts";

describe("what a new version of criteria changed", () => {
  test("nothing, when it states the same", () => {
    expect(criteriaDiff(binary(occurs(visit)), binary(occurs(visit)))).toEqual([]);
  });

  test("the conditions that went and those that came, without those that stay", () => {
    const before = binary(all(occurs(visit), occurs(agreement)));
    const after = binary(all(occurs(visit), not(occurs(release))));
    expect(criteriaDiff(before, after)).toEqual([
      { field: "Conditions", before: ["there is an agreement"], after: ["there is no retreat (release of captives)"] },
    ]);
  });

  test("how the conditions belong together, apart from what they are", () => {
    const parts = [occurs(visit), occurs(agreement)];
    const changed = (after: ReturnType<typeof binary>) => criteriaDiff(binary(all(...parts)), after);
    const field = "How conditions belong together";
    const before = ["(condition 1 and condition 2)"];
    expect(changed(binary(any(...parts)))).toEqual([{ field, before, after: ["(condition 1 or condition 2)"] }]);
    expect(changed(binary(sequence(parts, 10)))).toEqual([
      { field, before, after: ["(condition 1, then condition 2, within 10 days)"] },
    ]);
    expect(changed(binary(not(all(...parts))))).toEqual([
      { field, before, after: ["not ((condition 1 and condition 2))"] },
    ]);
  });

  test("the window, the sources, the tier and the lag", () => {
    const window = { ...frame.window, from: day(1) };
    const after = binary(occurs(visit), {
      window,
      minimumSourceGroups: 2,
      minimumTier: "press",
      settlementLagHours: 72,
    });
    expect(criteriaDiff(binary(occurs(visit)), after).map(({ field }) => field)).toEqual([
      "Window",
      "Independent sources needed",
      "Kind of source needed",
      "Wait for late reports",
    ]);
  });

  test("the rule of one option, by its label", () => {
    const options = [
      { optionId: "a", rule: occurs(visit) },
      { optionId: "b", rule: occurs(agreement) },
    ];
    const before: MultipleChoiceCriteria = { ...frame, options, otherwise: "c" };
    const after = { ...before, options: [{ optionId: "a", rule: occurs(visit, 2) }, ...options.slice(1)] };
    const [change, ...others] = criteriaDiff(before, after, new Map([["a", "Talks"]]));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ field: "“Talks”" });
    expect(change?.after[0]).toContain("at least 2");
  });

  test("a measure and what it is taken of", () => {
    const before = { ...frame, measure: "sum" as const, match: release };
    expect(criteriaDiff(before, { ...before, measure: "max" as const, match: agreement })).toEqual([
      { field: "Measure", before: ["sum"], after: ["max"] },
      { field: "What is measured", before: ["retreats (release of captives)"], after: ["agreements"] },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { absenceSteps } from "#core/criteria/absence-steps.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import { askedBefore } from "#core/criteria/reading-before.ts";
import { agreement, all, binary, coverage, day, event, not, occurs, UNTIL, visit } from "./muscat.ts";

const done = (asOf: number, statements = [coverage("c")]) =>
  absenceSteps(binary(occurs(visit)), statements, asOf).map(({ kind, isDone }) => [kind, isDone]);

describe("what must come about before absence decides", () => {
  test("is the window's end, then the late reports, then coverage, each done when it is", () => {
    const none = [
      ["window", false],
      ["settlement_lag", false],
      ["coverage", false],
    ];
    expect(done(day(10))).toEqual(none);
    expect(done(UNTIL)).toEqual([["window", true], ...none.slice(1)]);
    expect(done(day(61), [])).toEqual([["window", true], ...none.slice(1)]);
    expect(done(day(62)).every(([, isDone]) => isDone)).toBe(true);
  });

  test("names the scope and the dates for which nobody has signed", () => {
    const part = [coverage("c", { coversUntil: day(30) })];
    const text = absenceSteps(binary(occurs(agreement)), part, day(70)).at(-1)?.text;
    expect(text).toBe(
      "To be signed: that the log is complete for agreements from 8 March 2026, 00:00 until 7 April 2026, 00:00.",
    );
  });

  test("asks for each kind of event once, and for no late reports where none are awaited", () => {
    const rule = all(occurs(visit), not(occurs(visit)), occurs(agreement));
    const steps = absenceSteps(binary(rule, { settlementLagHours: 0 }), [], day(70));
    expect(steps.map(({ kind }) => kind)).toEqual(["window", "coverage", "coverage"]);
  });

  test("once all of it is done, absence has decided", () => {
    for (const statements of [[], [coverage("c")]]) {
      for (const asOf of [day(10), UNTIL, day(61), day(62), day(90)]) {
        const isDone = absenceSteps(binary(occurs(visit)), statements, asOf).every((step) => step.isDone);
        const { verdict } = evaluate(binary(occurs(visit)), [], statements, asOf);
        expect([asOf, verdict === "false"]).toEqual([asOf, isDone]);
      }
    }
  });
});

test("asked of the time just past, a rule is met by what happened then, with no wait for late reports", () => {
  const now = day(40);
  const past = askedBefore(binary(occurs(visit)), now);
  expect(evaluate(past, [event("v", day(39))], [], now).verdict).toBe("true");
  expect(evaluate(past, [event("v", now - (UNTIL - day(0)) - 1)], [], now).verdict).toBe("pending");
});

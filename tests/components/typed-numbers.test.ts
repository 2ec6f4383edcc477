import { expect, test } from "vitest";
import { newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { emptyCondition, emptyMatch, matchOf, ruleOf } from "#app/_criteria/rule-form.ts";
import { probabilityOfOdds } from "#app/_forecasts/odds.ts";
import { boundsOf } from "#app/_market/bucket-bounds.ts";
import { microsOfText } from "#core/ledger/micros.ts";
import { readEnv } from "#server/env.ts";

/** What somebody may leave in a field that asks for a number, and that is none. */
const NO_NUMBERS = ["", " ", "0x10", "1,5", "1 000", "ten", "1e999", "Infinity"];

test.each(NO_NUMBERS)("A form that says %j where a number must stand sends none in its place.", (text) => {
  const form = newForm("topic", Date.UTC(2026, 0, 1));
  expect(() => criteriaOf({ ...form, settlementLagHours: text })).toThrow("late reports");
  expect(() => criteriaOf({ ...form, minimumSourceGroups: text })).toThrow("sources");
  expect(() => ruleOf({ ...emptyCondition(), frequency: "times", times: text })).toThrow("how many times");
  expect(boundsOf("numeric", [text])).toEqual([Number.NaN]);
  expect(probabilityOfOdds(`${text} : 0`)).toBeNull();
  expect(() => microsOfText(text)).toThrow();
});

test("What is typed for a magnitude and is no number is never left out without a word.", () => {
  expect(matchOf({ ...emptyMatch(), min: "1,5", max: "" }).magnitude).toEqual({ min: Number.NaN });
  expect(matchOf({ ...emptyMatch(), min: " 1,500.5 ", max: "" }).magnitude).toEqual({ min: 1500.5 });
  expect(matchOf(emptyMatch()).magnitude).toBeUndefined();
});

test("A day that no calendar has bounds nothing.", () => {
  expect(boundsOf("date", ["2026-02-28", "2026-02-30", ""])).toEqual([Date.UTC(2026, 1, 28), Number.NaN, Number.NaN]);
});

test("Odds with a comma that might part thousands are not read; before one or two digits it begins a fraction.", () => {
  expect(probabilityOfOdds("1,000 : 1")).toBeNull();
  expect(probabilityOfOdds("1,5 : 1")).toBe(0.6);
});

test.each([" ", "0x50", "80.5", "-1", "65536", "8e3"])("The port %j is refused.", (PORT) => {
  expect(() => readEnv({ PORT })).toThrow("PORT");
});

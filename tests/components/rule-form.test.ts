import { describe, expect, test } from "vitest";
import { codeOf } from "#app/_criteria/choices.ts";
import { type DraftForm, emptyOption, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf, draftOf } from "#app/_criteria/draft-of-form.ts";
import { findingPlace } from "#app/_criteria/finding-place.ts";
import { criteriaForm, formOfDraft } from "#app/_criteria/form-of-draft.ts";
import { errorsOf } from "#app/_criteria/form-part.ts";
import { emptyCondition, emptyMatch, formOf, groupOf, ruleOf } from "#app/_criteria/rule-form.ts";
import type { Rule } from "#core/criteria/criteria.ts";
import { localText } from "#core/time/local-text.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";

const visit: Rule = {
  kind: "occurs",
  match: {
    types: ["CONSULT.visit"],
    actors: { all: ["IRN"], none: ["RUS"] },
    roles: { mediator: ["OMN"] },
    places: { any: ["OMN"] },
    tags: ["talks"],
    magnitude: { min: 2, unit: "people" },
  },
};
const many: Rule = { kind: "occurs", match: { types: ["AGREE"] }, atLeast: 3 };

describe("the rule builder", () => {
  test.each<[string, Rule]>([
    ["one condition", visit],
    ["a count", many],
    ["an absence", { kind: "not", rule: visit }],
    ["fewer than a count", { kind: "not", rule: many }],
    ["a group within a group", { kind: "all", rules: [visit, { kind: "any", rules: [many, visit] }] }],
    ["a sequence with its days", { kind: "sequence", rules: [visit, many], withinDays: 14 }],
    ["the opposite of a group", { kind: "not", rule: { kind: "any", rules: [visit, many] } }],
  ])("a rule that is taken up again and saved untouched is the same rule: %s", (_name, rule) => {
    expect(ruleOf(formOf(rule))).toEqual(rule);
  });

  test("the opposite of the opposite of a group is the group's rule in another coat, never another rule", () => {
    const group: Rule = { kind: "any", rules: [visit, many] };
    const twice: Rule = { kind: "not", rule: { kind: "not", rule: group } };
    expect(ruleOf(formOf(twice))).toEqual(twice);
  });

  test("what is left empty is not part of the rule", () => {
    expect(ruleOf(groupOf([emptyCondition()]))).toEqual({ kind: "occurs", match: { types: [] } });
  });

  test("words stand for the code they name, whole or as the only one that holds them", () => {
    const actors = [
      { code: "USA", label: "United States" },
      { code: "GBR", label: "the United Kingdom" },
      { code: "IRN", label: "Iran" },
    ];
    const typed = (words: string) => codeOf(words, "actorsAll", actors);
    expect(["the united states", "usa", "Iran (IRN)", "kingdom"].map(typed)).toEqual(["USA", "USA", "IRN", "GBR"]);
    expect(typed("united")).toBe("UNITED");
    expect(codeOf("Muscat", "placesAny", [{ code: "OMN", label: "Oman" }])).toBe("Muscat");
    expect(codeOf("Prisoner swap", "tags", [])).toBe("prisoner-swap");
  });
});

describe("the draft form", () => {
  const now = Date.UTC(2026, 1, 6, 12);

  test("times are read by the clocks of the zone that is chosen", () => {
    const form = { ...newForm("t", now), zone: "Asia/Muscat", windowUntil: "2026-04-07T23:59:59" };
    expect(criteriaOf(form).window.until).toBe(Date.UTC(2026, 3, 7, 19, 59, 59));
    expect(localText(Date.UTC(2026, 3, 7, 19, 59, 59), "Asia/Muscat", "second")).toBe("2026-04-07T23:59:59");
  });

  test("the answer that wins otherwise has no rule, the others one each under their label", () => {
    const [first, second, other] = newForm("t", now).options;
    const options = [{ ...first!, label: " A deal " }, { ...second!, label: "A clash" }, other!];
    const criteria = criteriaOf({ ...newForm("t", now), type: "multiple_choice", options, otherwise: other!.key });
    expect(criteria).toMatchObject({ options: [{ optionId: "A deal" }, { optionId: "A clash" }], otherwise: "Other" });
  });

  test("a draft that is taken up again states the same criteria", () => {
    const form = {
      ...newForm("t", now),
      rule: formOf({ kind: "all", rules: [visit, many] }),
      minimumTier: "agency" as const,
    };
    const criteria = criteriaOf(form);
    const draft = {
      id: "q",
      slug: "q",
      topicId: "t",
      type: "binary",
      title: "Will it happen in time?",
      background: "",
      opensAt: new Date(now),
      closesAt: new Date(criteria.window.until),
      revealAt: null,
      challengeWindowHours: null,
      isUnderReview: false,
      options: [],
      range: null,
      criteria,
      finePrint: "",
    };
    expect(criteriaOf(formOfDraft(draft, now))).toEqual(criteria);
  });

  test("a date that is missing is refused in words", () => {
    expect(() => criteriaOf({ ...newForm("t", now), windowFrom: "" })).toThrow(
      brokenRule("local_time_must_be_readable", { text: "" }),
    );
  });

  test("every refusal of the server's finds its field", () => {
    const fields = {
      "criteria.window.until": "late",
      "criteria.rule.match": "wrong",
      title: "short",
      "options.1": "empty",
    };
    expect(errorsOf(fields)).toEqual({ windowUntil: "late", criteria: "wrong", title: "short", options: "empty" });
  });
});

describe("questions of a number and of a date", () => {
  const now = Date.UTC(2026, 1, 6);
  const match = { ...emptyMatch(), types: ["AID"], actorsAny: ["OMN"], min: "5", unit: "tons" };

  test("a measure and its range are sent as the form states them", () => {
    const form: DraftForm = {
      ...newForm("t", now),
      type: "numeric",
      measure: "sum",
      match,
      rangeMin: "1",
      rangeMax: "1000",
      zeroPoint: "0",
      unit: " tons ",
    };
    const draft = draftOf(form);
    expect(draft.range).toEqual({
      min: 1,
      max: 1000,
      zeroPoint: 0,
      openLower: false,
      openUpper: true,
      unit: "tons",
    });
    expect(draft.criteria).toMatchObject({
      measure: "sum",
      match: { types: ["AID"], actors: { any: ["OMN"] }, magnitude: { min: 5, unit: "tons" } },
    });
    const again = criteriaForm(newForm("t", now), draft.criteria);
    expect([again.type, again.measure, again.match]).toEqual(["numeric", "sum", match]);
  });

  test("a range without its end is named before anything is sent", () => {
    expect(() => draftOf({ ...newForm("t", now), type: "numeric" })).toThrow("highest value");
  });

  test("a date is expected in the window, or later", () => {
    const draft = draftOf({ ...newForm("t", now), type: "date", match });
    const { from, until } = draft.criteria.window;
    expect(draft.range).toMatchObject({ min: from, max: until, openLower: false, openUpper: true });
    expect(criteriaForm(newForm("t", now), draft.criteria)).toMatchObject({ type: "date", match });
  });

  test("the criteria of a suggestion bring their own options", () => {
    const form = { ...newForm("t", now), type: "multiple_choice" as const };
    const options = [emptyOption("A deal"), emptyOption("Neither")];
    const criteria = criteriaOf({ ...form, options, otherwise: options[1]?.key ?? "" });
    const again = criteriaForm(newForm("t", now), criteria);
    expect(again.options.map(({ label }) => label)).toEqual(["A deal", "Neither"]);
    expect(criteriaOf(again)).toEqual(criteria);
  });
});

test("every finding has its place in the form", () => {
  const placed = ["window_is_over", "closes_after_window", "one_source_suffices", "type_is_unknown"].map(findingPlace);
  expect(placed).toEqual(["dates", "dates", "counting", "rule"]);
});

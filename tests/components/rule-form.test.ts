import { describe, expect, test } from "vitest";
import { codeOf } from "#app/_criteria/choices.ts";
import { localText, newForm } from "#app/_criteria/draft-form-state.ts";
import { criteriaOf } from "#app/_criteria/draft-of-form.ts";
import { formOfDraft } from "#app/_criteria/form-of-draft.ts";
import { errorsOf } from "#app/_criteria/form-part.ts";
import { emptyCondition, formOf, groupOf, ruleOf } from "#app/_criteria/rule-form.ts";
import type { Rule } from "#core/criteria/criteria.ts";

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
    expect(localText(Date.UTC(2026, 3, 7, 19, 59, 59), "Asia/Muscat")).toBe("2026-04-07T23:59:59");
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
    expect(() => criteriaOf({ ...newForm("t", now), windowFrom: "" })).toThrow("is not a date and time");
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

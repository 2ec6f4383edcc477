import { describe, expect, test } from "vitest";
import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import { ensurePublishable, type ResolvabilityFrame, resolvability } from "#core/criteria/resolvability.ts";
import {
  agreement,
  all,
  binary,
  day,
  event,
  frame,
  not,
  occurs,
  release,
  START,
  sequence,
  UNTIL,
  visit,
} from "./muscat.ts";

const now = day(-1);
const sound = { ...frame, minimumSourceGroups: 2 };
const yes = (changes: object): Criteria => ({ ...sound, rule: occurs(agreement), ...changes }) as Criteria;
const matching = (match: object): Criteria => yes({ rule: occurs({ types: ["AID"], ...match }) });
const choice = (ids: string[], otherwise: string): Criteria => ({
  ...sound,
  options: ids.map((optionId, index) => ({ optionId, rule: occurs(agreement, index + 1) })),
  otherwise,
});

const findings: [string, Criteria, string[], Partial<ResolvabilityFrame>?][] = [
  ["sound criteria", yes({}), []],
  [
    "a window that ends before it begins",
    yes({ window: { ...frame.window, until: START } }),
    ["error window_is_empty"],
  ],
  ["a window that is over", yes({}), ["error window_is_over"], { now: UNTIL }],
  ["a window that has begun", yes({}), ["warning window_has_begun"], { now: day(3) }],
  ["a window of eleven years", yes({ window: { ...frame.window, until: day(4018) } }), ["warning window_is_very_long"]],
  ["an unknown zone", yes({ window: { ...frame.window, zone: "Muscat" } }), ["error zone_is_unknown"]],
  [
    "a window that does not end at the deadline",
    yes({}),
    ["error window_must_end_at_deadline"],
    { deadlineAt: day(50) },
  ],
  ["a close after the window", yes({}), ["error closes_after_window"], { closesAt: day(61) }],
  ["no sources required", yes({ minimumSourceGroups: 0 }), ["error no_sources_required"]],
  ["half a source required", yes({ minimumSourceGroups: 1.5 }), ["error no_sources_required"]],
  ["one source required", yes({ minimumSourceGroups: 1 }), ["warning one_source_suffices"]],
  ["a lag below zero", yes({ settlementLagHours: -1 }), ["error lag_is_negative"]],
  ["no lag", yes({ settlementLagHours: 0 }), ["warning no_time_for_late_reports"]],
  ["an unknown type", matching({ types: ["MEETING"] }), ["error type_is_unknown"]],
  ["an own subtype", matching({ types: ["CONSULT.envoy-return"] }), ["warning type_is_own_subtype"]],
  [
    "an own subtype that the topic declares",
    matching({ types: ["CONSULT.envoy-return"] }),
    [],
    { subtypes: ["CONSULT.envoy-return"] },
  ],
  ["any type at all", matching({ types: [] }), ["warning any_type_counts"]],
  ["a malformed actor", matching({ actors: { all: ["Iran"] } }), ["error actor_code_is_malformed"]],
  [
    "an actor required and excluded",
    matching({ actors: { all: ["IRNGOV"], none: ["IRN"] } }),
    ["error match_contradicts_itself"],
  ],
  [
    "a mediator excluded",
    matching({ actors: { none: ["OMN"] }, roles: { mediator: ["OMN"] } }),
    ["error match_contradicts_itself"],
  ],
  ["a country nobody knows", matching({ places: { any: ["XYZ"] } }), ["warning country_is_unknown"]],
  [
    "a place required and excluded",
    matching({ places: { any: ["OMN"], none: ["OMN"] } }),
    ["error match_contradicts_itself"],
  ],
  [
    "an empty range of magnitudes",
    matching({ magnitude: { min: 5, max: 4, unit: "people" } }),
    ["error magnitude_range_is_empty"],
  ],
  ["a magnitude without a unit", matching({ magnitude: { min: 5 } }), ["warning unit_is_not_stated"]],
  ["at least none", yes({ rule: occurs(agreement, 0) }), ["error threshold_is_not_positive"]],
  ["at least one and a half", yes({ rule: occurs(agreement, 1.5) }), ["error threshold_is_not_positive"]],
  ["no conditions", yes({ rule: all() }), ["error rule_has_no_conditions"]],
  ["no conditions deep inside", yes({ rule: not(all(occurs(visit), all())) }), ["error rule_has_no_conditions"]],
  ["a sequence of one", yes({ rule: sequence([occurs(visit)]) }), ["error sequence_is_too_short"]],
  [
    "a sequence that awaits absence",
    yes({ rule: sequence([occurs(visit), all(not(occurs(release)))]) }),
    ["error sequence_awaits_absence"],
  ],
  [
    "a sequence within no days",
    yes({ rule: sequence([occurs(visit), occurs(release)], 0) }),
    ["error span_is_not_positive"],
  ],
  [
    "a sequence with more days than the window has",
    yes({ rule: sequence([occurs(visit), occurs(release)], 61) }),
    ["warning span_exceeds_window"],
  ],
  [
    "an option that the question has not",
    choice(["a", "x"], "b"),
    ["error option_is_unknown"],
    { optionIds: ["a", "b"] },
  ],
  ["an option without a rule", choice(["a"], "c"), ["error option_never_wins"], { optionIds: ["a", "b", "c"] }],
  ["an option listed twice", choice(["a", "a"], "b"), ["error option_is_listed_twice"]],
  [
    "an option with an earlier one's rule",
    {
      ...sound,
      options: [
        { optionId: "a", rule: occurs(visit) },
        { optionId: "b", rule: occurs(visit) },
      ],
      otherwise: "c",
    },
    ["error option_never_wins"],
  ],
  ["no option to win otherwise", choice(["a", "b"], "c"), ["error otherwise_is_missing"], { optionIds: ["a", "b"] }],
  ["a last resort with a rule of its own", choice(["a", "b"], "b"), ["warning otherwise_has_a_rule"]],
  ["a choice without options", choice([], "b"), ["error rule_has_no_conditions"]],
  ["a sum without a unit", { ...sound, measure: "sum", match: release }, ["warning unit_is_not_stated"]],
  ["a count without a unit", { ...sound, measure: "count", match: release }, []],
  ["a date of an unknown type", { ...sound, first: { types: ["X"] } }, ["error type_is_unknown"]],
];

describe("the check before publishing finds", () => {
  test.each(findings)("%s", (_name, criteria, expected, changes = {}) => {
    const found = resolvability(criteria, { now, ...changes });
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
    for (const { message } of found) expect(message).toMatch(/^.{10,}\.$/);
  });

  test("errors before warnings, and each thing once", () => {
    const twice = yes({ minimumSourceGroups: 1, rule: all(occurs({ types: ["X"] }), occurs({ types: ["X"] })) });
    expect(resolvability(twice, { now }).map(({ code }) => code)).toEqual(["type_is_unknown", "one_source_suffices"]);
  });
});

describe("criteria may be published", () => {
  const dryRun = evaluate(binary(occurs(visit)), [event("v", day(10))], [], day(20));

  test("when there are only warnings and the log decides nothing", () => {
    const warnings = resolvability(yes({ settlementLagHours: 0 }), { now });
    expect(() => ensurePublishable(warnings, { verdict: "pending" })).not.toThrow();
  });

  test("but not with an error", () => {
    const errors = resolvability(yes({ minimumSourceGroups: 0 }), { now });
    expect(() => ensurePublishable(errors, { verdict: "pending" })).toThrowError(
      expect.objectContaining({ code: "criteria_must_be_resolvable" }),
    );
  });

  test("and not when the log decides them already", () => {
    expect(() => ensurePublishable([], dryRun)).toThrowError(
      expect.objectContaining({ code: "criteria_must_be_undecided" }),
    );
  });
});

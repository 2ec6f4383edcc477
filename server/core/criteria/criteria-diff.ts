import { type FieldChange, revisionDiff, type StatedFields } from "#core/event/revision-diff.ts";
import type { Criteria, Rule } from "./criteria.ts";
import { windowPhrase } from "./criteria-sentence.ts";
import { matchPhrase } from "./match-phrase.ts";
import { ruleClause } from "./rule-clause.ts";

/**
 * What one version of criteria states otherwise than another, part by part, in words: the window, what makes an event
 * count, how its conditions belong together, each condition, each option.
 *
 * Options are named by the labels given for their ids, as in the sentence.
 *
 * @example
 * criteriaDiff({ window: { from: 0, until: 9, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 0, first: { types: ["AID"] } }, { window: { from: 0, until: 9, zone: "UTC" }, minimumSourceGroups: 2, settlementLagHours: 0, first: { types: ["AID"] } }); // => [{ field: "Independent sources needed", before: ["1"], after: ["2"] }]
 */
export function criteriaDiff(
  before: Criteria,
  after: Criteria,
  optionLabels: ReadonlyMap<string, string> = new Map(),
): FieldChange[] {
  return revisionDiff(statedFields(before, optionLabels), statedFields(after, optionLabels));
}

function statedFields(criteria: Criteria, labels: ReadonlyMap<string, string>): StatedFields {
  return {
    Window: [windowPhrase(criteria.window)],
    "Independent sources needed": [String(criteria.minimumSourceGroups)],
    "Kind of source needed": [criteria.minimumTier === undefined ? "any" : `${criteria.minimumTier} or better`],
    "Wait for late reports": [`${criteria.settlementLagHours} ${criteria.settlementLagHours === 1 ? "hour" : "hours"}`],
    ...conditionFields(criteria, labels),
  };
}

function conditionFields(criteria: Criteria, labels: ReadonlyMap<string, string>): StatedFields {
  if ("rule" in criteria) {
    return { "How conditions belong together": [shapeOf(criteria.rule)], Conditions: leavesOf(criteria.rule) };
  }
  if ("options" in criteria) {
    const label = (optionId: string) => `“${labels.get(optionId) ?? optionId}”`;
    const options = criteria.options.map(({ optionId, rule }) => [label(optionId), [ruleClause(rule)]] as const);
    return { ...Object.fromEntries(options), Otherwise: [label(criteria.otherwise)] };
  }
  if ("measure" in criteria) {
    return { Measure: [criteria.measure], "What is measured": [matchPhrase(criteria.match, "many")] };
  }
  return { "First event": [matchPhrase(criteria.first, "one")] };
}

/** A rule with a letter in the place of each condition: how it is built, whatever the conditions are. */
function shapeOf(rule: Rule): string {
  let count = 0;
  const shape = (part: Rule): string => {
    if (part.kind === "occurs") return `condition ${++count}`;
    if (part.kind === "not") return part.rule.kind === "occurs" ? shape(part.rule) : `not (${shape(part.rule)})`;
    const within =
      part.kind === "sequence" && part.withinDays !== undefined
        ? `, within ${part.withinDays} ${part.withinDays === 1 ? "day" : "days"}`
        : "";
    const joint = { all: " and ", any: " or ", sequence: ", then " }[part.kind];
    return `(${part.rules.map(shape).join(joint)}${within})`;
  };
  return shape(rule);
}

/** The conditions at the ends of a rule, each with its own negation. */
function leavesOf(rule: Rule): string[] {
  if (rule.kind === "occurs") return [ruleClause(rule)];
  if (rule.kind === "not") return rule.rule.kind === "occurs" ? [ruleClause(rule)] : leavesOf(rule.rule);
  return rule.rules.flatMap(leavesOf);
}

import type { Criteria, Match, Rule } from "./criteria.ts";

export type CriteriaKind = "binary" | "multiple_choice" | "numeric" | "date";

/**
 * Which type of question criteria decide.
 *
 * @example
 * criteriaKind({ measure: "count", match: { types: [] } }); // => "numeric"
 */
export function criteriaKind(criteria: Criteria): CriteriaKind {
  if ("rule" in criteria) return "binary";
  if ("options" in criteria) return "multiple_choice";
  return "measure" in criteria ? "numeric" : "date";
}

/**
 * Every match that criteria name, in the order in which they are written.
 *
 * @example
 * criteriaMatches({ first: { types: ["AGREE"] } }); // => [{ types: ["AGREE"] }]
 */
export function criteriaMatches(criteria: Criteria): Match[] {
  if ("rule" in criteria) return ruleMatches(criteria.rule);
  if ("options" in criteria) return criteria.options.flatMap(({ rule }) => ruleMatches(rule));
  return ["measure" in criteria ? criteria.match : criteria.first];
}

/**
 * Every match in a rule, in the order in which they are written.
 *
 * @example
 * ruleMatches({ kind: "not", rule: { kind: "occurs", match: { types: ["AID"] } } }); // => [{ types: ["AID"] }]
 */
export function ruleMatches(rule: Rule): Match[] {
  if (rule.kind === "occurs") return [rule.match];
  return rule.kind === "not" ? ruleMatches(rule.rule) : rule.rules.flatMap(ruleMatches);
}

import type { Rule } from "./criteria.ts";
import { errorFinding, type Finding, warningFinding } from "./finding.ts";
import { matchFindings } from "./match-findings.ts";

/**
 * What is amiss with a rule and its parts.
 *
 * A sequence cannot wait for something not to happen, since that is only certain at the window's end.
 * Units: the window's length in days.
 *
 * @example
 * ruleFindings({ kind: "all", rules: [] }, 60).map(({ code }) => code); // => ["rule_has_no_conditions"]
 */
export function ruleFindings(rule: Rule, windowDays: number, subtypes: readonly string[] = []): Finding[] {
  switch (rule.kind) {
    case "occurs":
      return [...thresholdFindings(rule.atLeast), ...matchFindings(rule.match, subtypes)];
    case "not":
      return ruleFindings(rule.rule, windowDays, subtypes);
    case "sequence":
      return [
        ...sequenceFindings(rule.rules, rule.withinDays, windowDays),
        ...rule.rules.flatMap((part) => ruleFindings(part, windowDays, subtypes)),
      ];
    default:
      if (rule.rules.length === 0) return [errorFinding("rule_has_no_conditions", "A rule has no conditions.")];
      return rule.rules.flatMap((part) => ruleFindings(part, windowDays, subtypes));
  }
}

function thresholdFindings(atLeast = 1): Finding[] {
  if (Number.isInteger(atLeast) && atLeast >= 1) return [];
  return [errorFinding("threshold_is_not_positive", `“At least ${atLeast}” events must be a whole number from 1 up.`)];
}

function sequenceFindings(rules: readonly Rule[], withinDays: number | undefined, windowDays: number): Finding[] {
  const findings: Finding[] = [];
  if (rules.length < 2) {
    findings.push(errorFinding("sequence_is_too_short", "A sequence needs at least two steps."));
  }
  if (rules.some(awaitsAbsence)) {
    findings.push(
      errorFinding("sequence_awaits_absence", "A step of a sequence cannot be that something does not happen."),
    );
  }
  if (withinDays !== undefined && !(withinDays > 0)) {
    findings.push(errorFinding("span_is_not_positive", "A sequence cannot be complete within no days."));
  }
  if (withinDays !== undefined && withinDays > windowDays) {
    findings.push(warningFinding("span_exceeds_window", "The days allowed are more than the window has."));
  }
  return findings;
}

function awaitsAbsence(rule: Rule): boolean {
  if (rule.kind === "not") return true;
  return rule.kind !== "occurs" && rule.rules.some(awaitsAbsence);
}

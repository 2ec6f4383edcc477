import type { Criteria, Match, Rule, SequenceRule } from "./criteria.ts";
import { criteriaMatches, ruleMatches } from "./criteria-matches.ts";
import { STEPS_OF_A_TEXT } from "./evaluate-occurs.ts";
import { STEPS_OF_A_NODE } from "./evaluate-rule.ts";
import { errorFinding, type Finding } from "./finding.ts";
import { conditionsOf } from "./log-view.ts";
import { MAX_STEPS } from "./step-budget.ts";

/** How many events of a log fit a match. */
export type FittingEvents = (match: Match) => number;

/**
 * How many steps evaluating criteria may take at the most, whatever becomes of the events: an upper bound, to be asked before a rule
 * is published.
 *
 * Formula: reading the log, once for each match; for each node the number of spans it may be asked for, which doubles with each
 * sequence around it, times the events that fit; for each sequence the tables of `completionTimes`, once for each of the
 * log₂ n report times that are tried.
 *
 * @example
 * worstCaseSteps({ first: { types: ["AGREE"] } }, 100, () => 0); // => 250
 */
export function worstCaseSteps(criteria: Criteria, events: number, fitting: FittingEvents): number {
  const reading = criteriaMatches(criteria).reduce((sum, match) => sum + events * conditionsOf(match), 0);
  const rules =
    "rule" in criteria ? [criteria.rule] : "options" in criteria ? criteria.options.map(({ rule }) => rule) : [];
  const single = "first" in criteria ? [criteria.first] : "measure" in criteria ? [criteria.match] : [];
  const asked = [...rules, ...single.map((match): Rule => ({ kind: "occurs", match }))];
  return asked.reduce((sum, rule) => sum + stepsOf(rule, 1, fitting), reading);
}

/**
 * What is found amiss with criteria that may take more steps on a log than an evaluation has.
 *
 * @example
 * costFindings({ first: { types: ["AGREE"] } }, 100, () => 0); // => []
 */
export function costFindings(criteria: Criteria, events: number, fitting: FittingEvents): Finding[] {
  const steps = worstCaseSteps(criteria, events, fitting);
  if (steps <= MAX_STEPS) return [];
  const times = Math.ceil(steps / MAX_STEPS).toLocaleString("en");
  const message = `Evaluating this rule on the topic's log may take ${times} times the steps that an evaluation has. Put fewer sequences into one another, or ask for fewer or rarer events.`;
  return [errorFinding("rule_costs_too_much", message)];
}

function stepsOf(rule: Rule, spans: number, fitting: FittingEvents): number {
  const own = spans * STEPS_OF_A_NODE;
  switch (rule.kind) {
    case "occurs":
      return own + spans * (1 + 4 * STEPS_OF_A_TEXT) * fitting(rule.match);
    case "not":
      return own + stepsOf(rule.rule, spans, fitting);
    case "sequence": {
      const steps = rule.rules.reduce((sum, step) => sum + stepsOf(step, 2 * spans, fitting), own);
      const loose = 3 * spans * eventsOf(rule, fitting);
      return steps + loose + reportTimesTried(rule, fitting) * tableSteps(rule, fitting);
    }
    default:
      return rule.rules.reduce((sum, part) => sum + stepsOf(part, spans, fitting), own);
  }
}

function eventsOf(rule: Rule, fitting: FittingEvents): number {
  return ruleMatches(rule).reduce((sum, match) => sum + fitting(match), 0);
}

function reportTimesTried(rule: SequenceRule, fitting: FittingEvents): number {
  return 2 + Math.ceil(Math.log2(1 + eventsOf(rule, fitting)));
}

/** Building the tables of a rule for one report time, those of its parts included. */
function tableSteps(rule: Rule, fitting: FittingEvents): number {
  if (rule.kind === "occurs") return fitting(rule.match) * Math.ceil(2 + Math.log2(Math.max(1, rule.atLeast ?? 1)));
  if (rule.kind === "not") return 0;
  const parts = rule.rules.reduce((sum, part) => sum + tableSteps(part, fitting), 0);
  if (rule.kind !== "sequence") return parts;
  const [first] = rule.rules;
  const beginnings = first ? eventsOf(first, fitting) : 0;
  return parts + beginnings * rule.rules.reduce((sum, step) => sum + lookUpSteps(step, fitting), 2);
}

/** Asking a rule's table once. */
function lookUpSteps(rule: Rule, fitting: FittingEvents): number {
  if (rule.kind === "all" || rule.kind === "any") {
    return rule.rules.reduce((sum, part) => sum + 1 + lookUpSteps(part, fitting), 0);
  }
  return 2 + Math.log2(1 + eventsOf(rule, fitting));
}

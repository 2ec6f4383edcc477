import type { TimeWindow } from "#core/time/time-window.ts";
import { combineStates, negateState } from "./combine-states.ts";
import type { Rule } from "./criteria.ts";
import { evaluateOccurs } from "./evaluate-occurs.ts";
import { evaluateSequence } from "./evaluate-sequence.ts";
import type { LogView } from "./log-view.ts";
import type { RuleState } from "./rule-state.ts";

/** What a node costs beside the events it looks at: its words. */
export const STEPS_OF_A_NODE = 50;

/**
 * The three-valued state of a rule over a span of the log.
 *
 * @example
 * evaluateRule({ kind: "any", rules: [] }, { from: 0, until: 9 }, { spend: () => {}, states: new Map() }).value; // => "pending"
 */
export function evaluateRule(rule: Rule, span: TimeWindow, log: LogView): RuleState {
  const known = log.states.get(rule) ?? new Map<string, RuleState>();
  log.states.set(rule, known);
  const key = `${span.from} ${span.until}`;
  const found = known.get(key) ?? stateOf(rule, span, log);
  known.set(key, found);
  return found;
}

function stateOf(rule: Rule, span: TimeWindow, log: LogView): RuleState {
  log.spend(STEPS_OF_A_NODE);
  switch (rule.kind) {
    case "occurs":
      return evaluateOccurs(rule, span, log);
    case "not":
      return negateState(rule, evaluateRule(rule.rule, span, log));
    case "sequence":
      return evaluateSequence(rule, span, log, evaluateRule);
    default:
      return combineStates(
        rule,
        rule.rules.map((part) => evaluateRule(part, span, log)),
      );
  }
}

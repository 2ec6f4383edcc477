import { citing } from "./combine-states.ts";
import type { MultipleChoiceCriteria } from "./criteria.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import type { LogView } from "./log-view.ts";
import { isDecided, type RuleState } from "./rule-state.ts";

/**
 * Which option of a multiple-choice question wins: the one whose rule came true first; of several that did at the same
 * instant, the one that stands first; `otherwise` once every rule is false. The winner's id is the node's `optionId`.
 *
 * @example
 * evaluateChoice({ window: { from: 0, until: 9, zone: "UTC" }, options: [], otherwise: "other" }, {}).value; // => "pending"
 */
export function evaluateChoice(criteria: MultipleChoiceCriteria, log: LogView): RuleState {
  const options = criteria.options.map(({ optionId, rule }): RuleState => {
    const state = evaluateRule(rule, criteria.window, log);
    return { ...state, kind: "option", optionId, notCounted: [], children: [state] };
  });
  const base = {
    kind: "choice",
    clause: "the option that comes true first",
    notCounted: [],
    children: options,
  } as const;
  const met = options.filter(isDecided).filter(({ value }) => value === "true");
  const winner = met.toSorted((a, b) => a.at - b.at)[0];
  if (winner) {
    const { optionId = "", at, knownAt } = winner;
    const why = met.length > 1 ? "Several options came true; this one first, or of equals first in order." : winner.why;
    return { ...base, ...citing([winner]), optionId, value: "true", at, knownAt, why, missing: [] };
  }
  const pending = options.filter(({ value }) => value === "pending");
  if (options.length === 0) {
    const missing = [{ kind: "decision", text: "No option is stated." }] as const;
    return { ...base, ...citing([]), value: "pending", at: null, knownAt: null, why: missing[0].text, missing };
  }
  if (pending.length > 0) {
    const why = `No option has come true; ${pending.length} of ${options.length} still may.`;
    const missing = pending.flatMap((state) => state.missing);
    return { ...base, ...citing(options), value: "pending", at: null, knownAt: null, why, missing };
  }
  const failed = options.filter(isDecided);
  return {
    ...base,
    ...citing(failed),
    optionId: criteria.otherwise,
    value: "true",
    at: Math.max(criteria.window.from, ...failed.map(({ at }) => at)),
    knownAt: Math.max(criteria.window.from, ...failed.map(({ knownAt }) => knownAt)),
    why: "No option came true by the deadline.",
    missing: [],
  };
}

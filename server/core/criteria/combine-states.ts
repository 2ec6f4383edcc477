import type { AllRule, AnyRule, NotRule } from "./criteria.ts";
import { ruleClause } from "./rule-clause.ts";
import { type Decided, isDecided, type RuleState } from "./rule-state.ts";

const NO_DETAIL = { coverageIds: [], notCounted: [], missing: [] } as const;

/**
 * Kleene's strong conjunction and disjunction with times. `all` is decided by the first of its rules to be false, or
 * by the last to be true; `any` by the first to be true, or by the last to be false.
 *
 * Formula: decided by one: E = min E, K = min K over the rules that decide; by every one: E = max E, K = max K.
 * Source: S. C. Kleene, Introduction to Metamathematics (1952), §64.
 *
 * @example
 * combineStates({ kind: "all", rules: [] }, []).value; // => "pending"
 */
export function combineStates(rule: AllRule | AnyRule, children: readonly RuleState[]): RuleState {
  const base = { kind: rule.kind, clause: ruleClause(rule), ...NO_DETAIL, children };
  const [decisive, other] = rule.kind === "all" ? (["false", "true"] as const) : (["true", "false"] as const);
  const decided = children.filter(isDecided);
  const deciders = decided.filter(({ value }) => value === decisive);
  if (deciders.length > 0) {
    const at = Math.min(...deciders.map((state) => state.at));
    const knownAt = Math.min(...deciders.map((state) => state.knownAt));
    const chosen = deciders.filter((state) => state.at === at || state.knownAt === knownAt);
    return { ...base, ...citing(chosen), value: decisive, at, knownAt, why: `Decided by: ${clausesOf(chosen)}.` };
  }
  if (children.length > 0 && decided.length === children.length) {
    const at = Math.max(...decided.map((state) => state.at));
    const knownAt = Math.max(...decided.map((state) => state.knownAt));
    const every = rule.kind === "all" ? "Every condition is met." : "No condition is met.";
    return { ...base, ...citing(decided), value: other, at, knownAt, why: every };
  }
  const pending = children.filter(({ value }) => value === "pending");
  const missing =
    children.length > 0
      ? pending.flatMap((state) => state.missing)
      : [{ kind: "decision", text: "No condition is stated." } as const];
  const why = `${pending.length} of ${children.length} conditions pending.`;
  return { ...base, ...citing(children), value: "pending", at: null, knownAt: null, why, missing };
}

/**
 * Kleene's negation: what was false is true from the same instant, for the same reason.
 *
 * @example
 * negateState({ kind: "not", rule: { kind: "any", rules: [] } }, { value: "true", at: 4, knownAt: 5, eventIds: [], coverageIds: [], missing: [], clause: "" }).value; // => "false"
 */
export function negateState(rule: NotRule, child: RuleState): RuleState {
  const value = child.value === "pending" ? "pending" : child.value === "true" ? "false" : "true";
  return {
    kind: "not",
    clause: ruleClause(rule),
    ...NO_DETAIL,
    value,
    at: child.at,
    knownAt: child.knownAt,
    why: value === "pending" ? "What must not happen is undecided." : `What must not happen is ${child.value}.`,
    ...citing([child]),
    missing: child.missing,
    children: [child],
  };
}

/**
 * What several nodes cite, together, each event and statement once.
 *
 * @example
 * citing([{ eventIds: ["a", "b"], coverageIds: [] }, { eventIds: ["b"], coverageIds: ["c"] }]); // => { eventIds: ["a", "b"], coverageIds: ["c"] }
 */
export function citing(
  states: readonly Pick<Decided, "eventIds" | "coverageIds">[],
): Pick<RuleState, "eventIds" | "coverageIds"> {
  return {
    eventIds: [...new Set(states.flatMap(({ eventIds }) => eventIds))],
    coverageIds: [...new Set(states.flatMap(({ coverageIds }) => coverageIds))].sort(),
  };
}

function clausesOf(states: readonly RuleState[]): string {
  return states.map(({ clause }) => clause).join("; ");
}

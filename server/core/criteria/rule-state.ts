import type { Missing, NotCounted, TraceNode, Truth } from "./evaluation.ts";

/** The value of one node while a rule is being evaluated. */
export interface RuleState {
  readonly kind: TraceNode["kind"];
  readonly optionId?: string;
  readonly clause: string;
  readonly value: Truth;
  /** When it came to have its value: the instant by which the decisive event had surely happened. */
  readonly at: number | null;
  readonly knownAt: number | null;
  readonly why: string;
  readonly eventIds: readonly string[];
  readonly coverageIds: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly missing: readonly Missing[];
  readonly children: readonly RuleState[];
}

export type Decided = RuleState & { readonly at: number; readonly knownAt: number };

/**
 * Whether a node has a value, and so the times at which it came to have it.
 *
 * @example
 * isDecided({ value: "pending", at: null, knownAt: null }); // => false
 */
export function isDecided(state: RuleState): state is Decided {
  return state.value !== "pending" && state.at !== null && state.knownAt !== null;
}

/**
 * The effective time of a decided node: what is publicly known has happened, so it is never after the known time.
 *
 * Formula: E = min(at, K).
 *
 * @example
 * effectiveTime({ at: 9, knownAt: 7 }); // => 7
 */
export function effectiveTime({ at, knownAt }: Pick<Decided, "at" | "knownAt">): number {
  return Math.min(at, knownAt);
}

/**
 * A node as the trace shows it.
 *
 * @example
 * traceOf({ kind: "all", clause: "", value: "pending", at: null, knownAt: null, why: "", eventIds: [], coverageIds: [], notCounted: [], missing: [], children: [] }).effectiveAt; // => null
 */
export function traceOf(state: RuleState): TraceNode {
  const { at: _at, children, ...rest } = state;
  return {
    ...rest,
    effectiveAt: isDecided(state) ? effectiveTime(state) : null,
    children: children.map(traceOf),
  };
}

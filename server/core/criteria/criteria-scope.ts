import { typeMatches } from "#core/event/type-matches.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import type { Criteria } from "./criteria.ts";
import { criteriaMatches } from "./criteria-matches.ts";

/** Which events a store must hand to the evaluator: those of these types whose interval meets the window. */
export interface CriteriaScope extends TimeWindow {
  /** Type prefixes, none of them under another; empty: every type. */
  readonly types: readonly string[];
}

/**
 * The part of the log outside which no event can change what criteria evaluate to, so that only it need be read.
 *
 * @example
 * criteriaScope({ window: { from: 0, until: 9, zone: "UTC" }, first: { types: ["CONSULT.visit", "CONSULT"] } }); // => { types: ["CONSULT"], from: 0, until: 9 }
 */
export function criteriaScope(criteria: Criteria): CriteriaScope {
  const { from, until } = criteria.window;
  const lists = criteriaMatches(criteria).map(({ types }) => types);
  if (lists.some((types) => types.length === 0)) return { types: [], from, until };
  const types = [...new Set(lists.flat())];
  const widest = types.filter((type) => !types.some((other) => other !== type && typeMatches(other, type)));
  return { types: widest.sort(), from, until };
}

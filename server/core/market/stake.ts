export type Action = "buy" | "sell";
export type Side = "yes" | "no";

/** Which shares a trade or an order is in: those of an outcome (yes), or equal shares of all the others (no). */
export interface Stake {
  readonly outcome: number;
  readonly side: Side;
}

/**
 * The outcomes whose shares a stake consists of.
 *
 * Formula: yes: the outcome itself; no: every other one.
 * Source: definition.
 *
 * @example
 * outcomesOfStake({ outcome: 1, side: "no" }, 3); // => [0, 2]
 */
export function outcomesOfStake({ outcome, side }: Stake, outcomes: number): number[] {
  if (side === "yes") return [outcome];
  return Array.from({ length: outcomes }, (_, i) => i).filter((i) => i !== outcome);
}

/**
 * The one name of a stake: with two outcomes, shares of the second are shares against the first, so that orders in either meet.
 *
 * Source: own rule.
 *
 * @example
 * namedStake({ outcome: 1, side: "yes" }, 2); // => { outcome: 0, side: "no" }
 * namedStake({ outcome: 1, side: "yes" }, 3); // => { outcome: 1, side: "yes" }
 */
export function namedStake({ outcome, side }: Stake, outcomes: number): Stake {
  if (outcomes !== 2 || outcome === 0) return { outcome, side };
  return { outcome: 0, side: side === "yes" ? "no" : "yes" };
}

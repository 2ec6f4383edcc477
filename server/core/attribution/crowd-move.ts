import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import { shownValue } from "./shown-value.ts";

/** How far the crowd must go for anybody to have been early: two points, or a fiftieth of the range. */
const MIN_MOVE = 0.02;

export interface CrowdMove {
  /** The place of the answer that moved most; 0 is "yes" of a yes/no question, and a range's distribution. */
  readonly option: number;
  /** In probability, or of a distribution the way of its median as a share of the range; signed. */
  readonly change: number;
  /** Whether it is enough for anybody to have been early. */
  readonly isClear: boolean;
}

/**
 * Where the crowd went: the answer whose probability changed most, and by how much.
 *
 * Formula: change = q_k − c_k of the k with the largest |q_k − c_k|, the first of equal ones; of distributions over a range
 * the difference of their medians; clear from 0.02 on.
 * Units: probability; location 0..1 of the range.
 *
 * @example
 * crowdMove("binary", [0.4], [0.55]).option; // => 0
 * crowdMove("multiple_choice", [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]); // => { option: 0, change: -0.25, isClear: true }
 */
export function crowdMove(kind: ForecastKind, before: readonly number[], after: readonly number[]): CrowdMove {
  if (kind === "continuous") {
    const change = (shownValue(kind, after, 0) ?? 0) - (shownValue(kind, before, 0) ?? 0);
    return { option: 0, change, isClear: Math.abs(change) >= MIN_MOVE };
  }
  const changes = before.map((probability, k) => (after[k] ?? probability) - probability);
  let option = 0;
  for (const [k, change] of changes.entries()) if (Math.abs(change) > Math.abs(changes[option] ?? 0)) option = k;
  const change = changes[option] ?? 0;
  return { option, change, isClear: Math.abs(change) >= MIN_MOVE };
}

import { locationOfValue, type RangeScale } from "./range-scale.ts";

/** How far outside a range "below" and "above" lie: any place beyond an end scores alike. */
const BELOW = -1;
const ABOVE = 2;

/**
 * Where in its range the answer of a numeric or date question lies.
 *
 * Formula: `locationOfValue`, held within −1 and 2; −1 for "below" and 2 for "above".
 * Units: 0 at the lower end, 1 at the upper, outside of them beyond the range. Dates are epoch milliseconds.
 *
 * @example
 * outcomeLocation({ min: 10, max: 20, zeroPoint: null }, 12.5); // => 0.25
 * outcomeLocation({ min: 10, max: 20, zeroPoint: null }, "above"); // => 2
 * outcomeLocation({ min: 1, max: 100, zeroPoint: 0 }, 0); // => -1
 */
export function outcomeLocation(scale: RangeScale, outcome: number | "below" | "above"): number {
  if (outcome === "below") return BELOW;
  if (outcome === "above") return ABOVE;
  return Math.max(BELOW, Math.min(ABOVE, locationOfValue(scale, outcome)));
}

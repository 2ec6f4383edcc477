import type { Criteria } from "./criteria.ts";

/**
 * The same criteria, asked of the time just past: a window as long, that ends at an instant, with every late report in.
 *
 * Units: epoch milliseconds.
 *
 * @example
 * askedBefore({ window: { from: 40, until: 50, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 48, first: { types: ["AID"] } }, 30); // => { window: { from: 20, until: 30, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 0, first: { types: ["AID"] } }
 */
export function askedBefore(criteria: Criteria, now: number): Criteria {
  const { from, until, zone } = criteria.window;
  return { ...criteria, window: { from: now - (until - from), until: now, zone }, settlementLagHours: 0 };
}

export type Medal = "gold" | "silver" | "bronze";

const TIERS = [
  { medal: "gold", oneIn: 100, least: 1 },
  { medal: "silver", oneIn: 50, least: 2 },
  { medal: "bronze", oneIn: 20, least: 3 },
] as const;

/**
 * The medal a rank earns on a finished board, or null.
 *
 * Formula: gold for ranks up to max(⌈n/100⌉, 1), silver up to max(⌈n/50⌉, 2), bronze up to max(⌈n/20⌉, 3); n counts the ranked entrants, ties share.
 * Units: ranks from 1.
 * Source: as on Metaculus.
 *
 * @example
 * medalOfRank(2, 100); // => "silver"
 */
export function medalOfRank(rank: number, entrants: number): Medal | null {
  const tier = TIERS.find(({ oneIn, least }) => rank <= Math.max(Math.ceil(entrants / oneIn), least));
  return tier?.medal ?? null;
}

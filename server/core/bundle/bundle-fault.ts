import type { PlainBroken } from "#core/rule-values.ts";

/** The lists of records that a bundle has, in the order in which their faults are told. */
export const BUNDLE_LISTS = [
  "questions",
  "forecasters",
  "forecasts",
  "topics",
  "actors",
  "events",
  "coverage",
  "comments",
  "tournaments",
  "markets",
  "orders",
  "trades",
] as const;

export type BundleList = (typeof BUNDLE_LISTS)[number];

/** One thing wrong with a bundle: in which list, at which place, in which member. */
export interface BundleFault {
  readonly list: BundleList;
  readonly index: number;
  readonly field: string;
  /** In words, or as a rule of Parley's that the record breaks. */
  readonly message: string | PlainBroken;
}

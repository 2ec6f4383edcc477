import { HOUSE, marketAccount } from "#core/ledger/account-ids.ts";
import type { AccountMove } from "./trade-entries.ts";

/**
 * What the opening of a market moves: its subsidy, from the house.
 *
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * openingMoves("q", 5n); // => [{ accountId: "house", micros: -5n }, { accountId: "market:q", micros: 5n }]
 */
export function openingMoves(questionId: string, subsidyMicros: bigint): AccountMove[] {
  return [
    { accountId: HOUSE, micros: -subsidyMicros },
    { accountId: marketAccount(questionId), micros: subsidyMicros },
  ];
}

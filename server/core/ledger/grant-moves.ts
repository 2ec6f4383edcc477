import { HOUSE, owedAccount, personAccount } from "./account-ids.ts";

/**
 * What a grant moves: credits from the house to a person, who first pays back what is owed.
 *
 * Formula: with d owed, min(amount, d) goes to what is owed, the rest to the person.
 * Units: micro-credits; owed is not negative.
 * Source: own rule.
 *
 * @example
 * grantMoves("u", 5n, 2n); // => [{ accountId: "house", micros: -5n }, { accountId: "owed:u", micros: 2n }, { accountId: "person:u", micros: 3n }]
 */
export function grantMoves(userId: string, amountMicros: bigint, owedMicros: bigint) {
  const repaid = owedMicros < amountMicros ? owedMicros : amountMicros;
  return [
    { accountId: HOUSE, micros: -amountMicros },
    { accountId: owedAccount(userId), micros: repaid },
    { accountId: personAccount(userId), micros: amountMicros - repaid },
  ].filter(({ micros }) => micros !== 0n);
}

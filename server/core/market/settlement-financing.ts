import { owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import type { TransactionKind } from "#core/ledger/transaction-kinds.ts";
import { debtOf } from "./settlement-plan.ts";
import { type AccountMove, netMoves } from "./trade-entries.ts";

/**
 * What a settlement adds so that nobody's balance falls below zero: debts, and repayments of earlier ones.
 *
 * Formula: `debtOf` for each person, between what is owed and the person's account.
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * financed(["u"], [{ accountId: "person:u", micros: -5n }], new Map([["person:u", 3n]])); // => [{ kind: "debt", moves: [{ accountId: "owed:u", micros: -2n }, { accountId: "person:u", micros: 2n }] }]
 */
export function financed(
  people: readonly string[],
  moves: readonly AccountMove[],
  balances: ReadonlyMap<string, bigint>,
): { kind: TransactionKind; moves: AccountMove[] }[] {
  const changes = new Map(netMoves(moves).map(({ accountId, micros }) => [accountId, micros]));
  return people.flatMap((userId) => {
    const [person, owed] = [personAccount(userId), owedAccount(userId)];
    const debt = debtOf({
      balanceMicros: balances.get(person) ?? 0n,
      changeMicros: changes.get(person) ?? 0n,
      owedMicros: -(balances.get(owed) ?? 0n),
    });
    if (debt === 0n) return [];
    const pair = netMoves([
      { accountId: owed, micros: -debt },
      { accountId: person, micros: debt },
    ]);
    return [{ kind: debt > 0n ? "debt" : "repayment", moves: pair }];
  });
}

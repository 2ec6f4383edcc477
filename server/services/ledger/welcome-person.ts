import { HOUSE, personAccount } from "#core/ledger/account-ids.ts";
import { grantMoves } from "#core/ledger/grant-moves.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { postTransactions } from "./post-transactions.ts";

/** Gives a new person what the instance gives to begin with. Once only, in the transaction that makes the account. */
export async function welcomePerson(tx: Tx, userId: string): Promise<void> {
  const { welcomeMicros } = await tx.instanceSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: { welcomeMicros: true },
  });
  if (welcomeMicros === 0n) return;
  await lockAccounts(tx, [HOUSE, personAccount(userId)]);
  const moves = grantMoves(userId, welcomeMicros, 0n);
  await postTransactions(tx, [{ kind: "welcome", onceKey: `welcome:${userId}`, moves }]);
}

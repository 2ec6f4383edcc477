import { HOUSE, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { grantMoves } from "#core/ledger/grant-moves.ts";
import { weekOf } from "#core/ledger/week-of.ts";
import { lockAccounts, lockingRow } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { postTransactions } from "./post-transactions.ts";

/** People paid in one transaction: their accounts are locked meanwhile. */
const BATCH = 200;

/** Pays this week's stipend to everybody with an account of their own who has not had it, where the instance pays one. Gives how many. */
export async function payStipends(ctx: ServiceContext): Promise<number> {
  authorize(ctx, "run_market_jobs");
  let paid = 0;
  for (let batch = BATCH; batch === BATCH; paid += batch) {
    batch = await transact(ctx, async (tx) => {
      // The row's lock keeps two processes from paying at the same time.
      const [settings] = await tx.$queryRaw<{ isOn: boolean; micros: bigint }[]>`
        SELECT is_stipend_on AS "isOn", stipend_micros AS micros FROM instance_settings WHERE id = 1
        ${lockingRow(tx, "settings", "1")}`;
      if (!settings?.isOn || settings.micros === 0n) return 0;
      const week = weekOf((await databaseNow(tx)).getTime());
      const due = await tx.$queryRaw<{ id: string }[]>`
        SELECT u.id FROM users u
        WHERE u.password_hash IS NOT NULL AND NOT u.is_simulated
          AND NOT EXISTS (SELECT FROM ledger_transactions t WHERE t.once_key = 'stipend:' || u.id || ':' || ${week})
        ORDER BY u.id LIMIT ${BATCH}`;
      const balances = await lockAccounts(tx, [
        HOUSE,
        ...due.flatMap(({ id }) => [personAccount(id), owedAccount(id)]),
      ]);
      await postTransactions(
        tx,
        due.map(({ id }) => ({
          kind: "stipend" as const,
          onceKey: `stipend:${id}:${week}`,
          moves: grantMoves(id, settings.micros, -(balances.get(owedAccount(id)) ?? 0n)),
          note: week,
        })),
      );
      return due.length;
    });
  }
  return paid;
}

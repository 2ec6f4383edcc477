import { ensure } from "#core/errors.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import type { TransactionKind } from "#core/ledger/transaction-kinds.ts";
import type { AccountMove } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";

/** A movement of credits that is to be written. Its moves sum to zero. */
export interface NewTransaction {
  readonly kind: TransactionKind;
  readonly moves: readonly AccountMove[];
  readonly questionId?: string;
  readonly settlementId?: string;
  readonly reversesId?: string;
  readonly onceKey?: string;
  readonly note?: string;
}

/** Transactions as the rows of SQL's `json_to_recordset`. */
export function transactionRows(transactions: readonly NewTransaction[]) {
  const named = transactions.map((transaction) => ({ id: timeOrderedId(), ...transaction }));
  for (const { kind, moves } of named) {
    ensure(moves.length > 1 && sumMicros(moves.map(({ micros }) => micros)) === 0n, "entries_must_sum_to_zero", {
      entries: kind,
    });
  }
  return {
    transactions: named.map(({ id, kind, questionId, settlementId, reversesId, onceKey, note = "" }) => ({
      id,
      kind,
      question_id: questionId,
      settlement_id: settlementId,
      reverses_id: reversesId,
      once_key: onceKey,
      note,
    })),
    entries: named.flatMap(({ id, moves }) =>
      moves.map(({ accountId, micros }, position) => ({
        transaction_id: id,
        position,
        account_id: accountId,
        amount_micros: String(micros),
      })),
    ),
  };
}

/** Writes transactions with their entries; the database adds them to the balances. Whoever calls has locked the accounts. */
export async function postTransactions(tx: Tx, transactions: readonly NewTransaction[]): Promise<void> {
  if (transactions.length === 0) return;
  const rows = JSON.stringify(transactionRows(transactions));
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (SELECT ${rows}::json AS rows),
    transactions AS (
      INSERT INTO ledger_transactions (id, kind, question_id, settlement_id, reverses_id, once_key, note)
      SELECT t.* FROM given, json_to_recordset(rows -> 'transactions') AS t
        (id uuid, kind text, question_id uuid, settlement_id uuid, reverses_id uuid, once_key text, note text))
    INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
    SELECT e.* FROM given, json_to_recordset(rows -> 'entries') AS e
      (transaction_id uuid, position int, account_id text, amount_micros bigint)
    ORDER BY e.transaction_id, e.position`;
}

import { sumMicros } from "#core/ledger/micros.ts";
import type { Db } from "#db/client.ts";
import { portfolio } from "#services/market/portfolio.ts";

interface Total {
  readonly userId: string;
  readonly name: string;
  /** All that the person's accounts hold together. */
  readonly wealth: bigint;
  /** What all markets brought. */
  readonly markets: bigint;
  /** What the markets brought that have an answer. */
  readonly answered: bigint;
}

/** The ledger, added up anew from its entries. */
function totalsOfEntries(db: Db): Promise<Total[]> {
  return db.$queryRaw<Total[]>`
    SELECT u.id::text AS "userId", u.name, COALESCE(sum(e.amount_micros), 0)::bigint AS wealth,
      COALESCE(sum(e.amount_micros) FILTER (WHERE t.question_id IS NOT NULL), 0)::bigint AS markets,
      COALESCE(sum(e.amount_micros) FILTER (WHERE EXISTS (
        SELECT FROM market_results r WHERE r.question_id = t.question_id AND r.user_id = u.id)), 0)::bigint AS answered
    FROM users u JOIN ledger_accounts a ON a.user_id = u.id JOIN ledger_entries e ON e.account_id = a.id
      JOIN ledger_transactions t ON t.id = e.transaction_id
    GROUP BY u.id ORDER BY u.id`;
}

/** Where the boards of profit and the portfolios do not tell what the ledger comes to when it is added up anew. */
export async function totalsFaults(db: Db): Promise<string[]> {
  const faults: string[] = [];
  const board = await db.profitEntry.findMany({ where: { scope: "all" } });
  const ofBoard = new Map(board.map(({ userId, profitMicros }) => [userId, profitMicros]));
  for (const { userId, name, wealth, markets, answered } of await totalsOfEntries(db)) {
    const actor = { kind: "user", id: userId, name, role: "forecaster" } as const;
    const shown = await portfolio({ actor, now: new Date(), db });
    const basis = sumMicros(shown.positions.flatMap(({ basisMicros }) => basisMicros));
    const told = {
      board: [ofBoard.get(userId) ?? 0n, answered],
      results: [sumMicros(shown.results.map(({ profitMicros }) => profitMicros)), answered],
      balance: [shown.balanceMicros + shown.reservedMicros - shown.owedMicros, wealth],
      portfolio: [shown.realisedMicros - basis, markets],
    };
    for (const [what, [total, entries]] of Object.entries(told))
      if (total !== entries) faults.push(`${what} of ${name}: ${total} where the entries come to ${entries}`);
  }
  return faults;
}

import type { LateTrade } from "#core/market/settlement-plan.ts";
import { type Action, outcomesOfStake, type Side } from "#core/market/stake.ts";
import type { Tx } from "#db/client.ts";

interface Row {
  transactionId: string;
  userId: string;
  action: Action;
  outcome: number;
  side: Side;
  shares: bigint;
  redeemed: bigint;
  entries: { account: string; micros: string }[];
  fills: { user: string; action: Action; outcome: number; side: Side; shares: string }[] | null;
}

/** The trades of a market from an instant on, in the order in which they were made. */
export async function lateTrades(tx: Tx, questionId: string, knownAt: Date, outcomes: number): Promise<LateTrade[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.transaction_id AS "transactionId", t.user_id AS "userId", t.action, t.outcome, t.side, t.shares_micros AS shares,
      t.redeemed_micros AS redeemed,
      (SELECT json_agg(json_build_object('account', e.account_id, 'micros', e.amount_micros::text) ORDER BY e.position)
        FROM ledger_entries e WHERE e.transaction_id = t.transaction_id) AS entries,
      (SELECT json_agg(json_build_object('user', o.user_id, 'action', o.action, 'outcome', o.outcome, 'side', o.side,
          'shares', l.shares_micros::text) ORDER BY l.number)
        FROM trade_legs l JOIN limit_orders o ON o.id = l.order_id WHERE l.trade_id = t.id) AS fills
    FROM trades t WHERE t.question_id = ${questionId}::uuid AND t.made_at >= ${knownAt} ORDER BY t.number`;
  const all = Array.from({ length: outcomes }, (_, i) => i);
  return rows.map((row) => ({
    transactionId: row.transactionId,
    moves: row.entries.map(({ account, micros }) => ({ accountId: account, micros: BigInt(micros) })),
    changes: [
      { userId: row.userId, outcomes: outcomesOfStake(row, outcomes), sharesMicros: signed(row.action, row.shares) },
      { userId: row.userId, outcomes: all, sharesMicros: -row.redeemed },
      ...(row.fills ?? []).map((fill) => ({
        userId: fill.user,
        outcomes: outcomesOfStake(fill, outcomes),
        sharesMicros: signed(fill.action, BigInt(fill.shares)),
      })),
    ],
  }));
}

const signed = (action: Action, shares: bigint) => (action === "buy" ? shares : -shares);

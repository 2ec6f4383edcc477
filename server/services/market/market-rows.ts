import { sumMicros } from "#core/ledger/micros.ts";
import type { ExecutedTrade } from "#core/market/executed-trade.ts";
import type { Position } from "#core/market/position.ts";
import type { Tx } from "#db/client.ts";
import type { transactionRows } from "#services/ledger/post-transactions.ts";
import { eventParts } from "#services/outbox/record-events.ts";

export interface WrittenTrade {
  readonly id: string;
  readonly number: number;
  readonly madeAt: Date;
}

const texts = (amounts: readonly bigint[]) => amounts.map(String);

/** A trade as a row. */
export function tradeRow(trade: ExecutedTrade, row: { id: string; number: number; transactionId: string }) {
  return {
    id: row.id,
    number: row.number,
    user_id: trade.userId,
    order_id: trade.order?.id,
    action: trade.action,
    outcome: trade.outcome,
    side: trade.side,
    shares: String(trade.sharesMicros),
    cost: String(trade.costMicros),
    redeemed: String(trade.redeemedMicros),
    sold_before: texts(trade.soldBefore),
    sold_after: texts(trade.soldAfter),
    prices_after: trade.pricesAfter,
    transaction_id: row.transactionId,
  };
}

/** What a trade met, as rows. */
export function legRows(trade: ExecutedTrade, id: string) {
  return trade.legs.map((leg, number) => ({
    trade_id: id,
    number,
    order_id: leg.order?.id,
    shares: String(leg.sharesMicros),
    taker: String(leg.takerMicros),
    owner: String(leg.ownerMicros),
  }));
}

/** What people hold, as rows. */
export function positionRows(positions: ReadonlyMap<string, Position>) {
  return [...positions].map(([userId, position]) => ({
    user_id: userId,
    shares: texts(position.sharesMicros),
    reserved: texts(position.reservedMicros),
    basis: texts(position.basisMicros),
    realised: String(position.realisedMicros),
  }));
}

/** The credits that trades moved, whichever way. */
export function volumeOf(trades: readonly ExecutedTrade[]): string {
  return String(sumMicros(trades.map(({ costMicros }) => (costMicros < 0n ? -costMicros : costMicros))));
}

type TradeRow = ReturnType<typeof tradeRow>;

/** Everything that acts on one market write, as rows of SQL's `json_to_recordset`. */
export interface ActRows extends ReturnType<typeof transactionRows> {
  readonly trades: readonly (TradeRow & {
    readonly idempotency_key?: string;
    readonly request_hash?: string;
    readonly made_at?: string | undefined;
    readonly import_batch_id?: string;
  })[];
  readonly legs: ReturnType<typeof legRows>;
  readonly orders: readonly {
    readonly id: string;
    readonly remaining: string;
    readonly reserved: string;
    readonly closed_by: string | null;
  }[];
  readonly positions: ReturnType<typeof positionRows>;
  readonly market: { readonly sold: readonly string[]; readonly volume: string };
}

/** Writes the rows under the market's lock. As one JSON text: the database takes them in one statement. */
export function insertActs(tx: Tx, questionId: string, rows: ActRows): Promise<WrittenTrade[]> {
  const json = JSON.stringify(rows);
  const made = rows.trades.filter(({ import_batch_id }) => !import_batch_id).map(({ id }) => id);
  const happened = made.length > 0 ? [{ kind: "market.traded", payload: { questionId, tradeIds: made } } as const] : [];
  return tx.$queryRaw<WrittenTrade[]>`
    WITH ${eventParts(happened)}, given AS MATERIALIZED (SELECT ${json}::json AS rows),
    transactions AS (
      INSERT INTO ledger_transactions (id, kind, question_id, note)
      SELECT t.* FROM given, json_to_recordset(rows -> 'transactions') AS t (id uuid, kind text, question_id uuid, note text)),
    entries AS (
      INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
      SELECT e.* FROM given, json_to_recordset(rows -> 'entries') AS e
        (transaction_id uuid, position int, account_id text, amount_micros bigint)),
    done AS (
      INSERT INTO trades (id, question_id, number, user_id, order_id, action, outcome, side, shares_micros, cost_micros,
        redeemed_micros, sold_before, sold_after, prices_after, transaction_id, idempotency_key, request_hash, made_at, import_batch_id)
      SELECT id, ${questionId}::uuid, number, user_id, order_id, action, outcome, side, shares, cost, redeemed, sold_before, sold_after,
        prices_after, transaction_id, idempotency_key, request_hash, COALESCE(made_at, now()), import_batch_id
      FROM given, json_to_recordset(rows -> 'trades') AS t (id uuid, number int, user_id uuid, order_id uuid, action text, outcome int,
        side text, shares bigint, cost bigint, redeemed bigint, sold_before bigint[], sold_after bigint[], prices_after float8[],
        transaction_id uuid, idempotency_key text, request_hash text, made_at timestamptz, import_batch_id uuid)
      RETURNING id, number, made_at),
    legs AS (
      INSERT INTO trade_legs (trade_id, number, order_id, shares_micros, taker_micros, owner_micros)
      SELECT l.* FROM given, json_to_recordset(rows -> 'legs') AS l
        (trade_id uuid, number int, order_id uuid, shares bigint, taker bigint, owner bigint)),
    orders AS (
      UPDATE limit_orders o SET remaining_micros = n.remaining, reserved_micros = n.reserved, closed_by = n.closed_by,
        closed_at = CASE WHEN n.closed_by IS NULL THEN NULL ELSE clock_timestamp() END
      FROM given, json_to_recordset(rows -> 'orders') AS n (id uuid, remaining bigint, reserved bigint, closed_by text)
      WHERE o.id = n.id),
    held AS (
      INSERT INTO positions (question_id, user_id, shares_micros, reserved_micros, basis_micros, realised_micros)
      SELECT ${questionId}::uuid, p.* FROM given, json_to_recordset(rows -> 'positions') AS p
        (user_id uuid, shares bigint[], reserved bigint[], basis bigint[], realised bigint)
      ON CONFLICT (question_id, user_id) DO UPDATE SET shares_micros = EXCLUDED.shares_micros,
        reserved_micros = EXCLUDED.reserved_micros, basis_micros = EXCLUDED.basis_micros, realised_micros = EXCLUDED.realised_micros),
    maker AS (
      UPDATE markets m SET sold_micros = n.sold, volume_micros = m.volume_micros + n.volume,
        trade_count = m.trade_count + json_array_length(rows -> 'trades')
      FROM given, json_to_record(rows -> 'market') AS n (sold bigint[], volume bigint)
      WHERE m.question_id = ${questionId}::uuid)
    SELECT id, number, made_at AS "madeAt" FROM done ORDER BY number`;
}

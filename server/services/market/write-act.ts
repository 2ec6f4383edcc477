import { marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import type { ExecutedTrade, MarketAct } from "#core/market/market-act.ts";
import { noPosition, type Position } from "#core/market/position.ts";
import { positionsAfter } from "#core/market/positions-after.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import { tradeMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts, transactionRows } from "../ledger/post-transactions.ts";
import { timeOrderedId } from "../time-ordered-id.ts";
import type { StoredMarket } from "./lock-market.ts";

/** How an act is written down besides what it came to. */
export interface ActRecord {
  readonly userId: string;
  readonly position: Position | null;
  /** The book that the act found. */
  readonly book: readonly RestingOrder[];
  /** What the first trade answers to when it is sent again. */
  readonly key?: { readonly idempotencyKey: string; readonly requestHash: string };
  /** A history brought in from elsewhere keeps its own time. */
  readonly past?: { readonly madeAt: Date; readonly importBatchId: string };
}

export interface WrittenTrade {
  readonly id: string;
  readonly number: number;
  readonly madeAt: Date;
}

async function loadPositions(tx: Tx, market: StoredMarket, userIds: readonly string[]): Promise<Map<string, Position>> {
  const outcomes = market.soldMicros.length;
  const found = new Map(userIds.map((id): [string, Position] => [id, noPosition(outcomes)]));
  if (userIds.length === 0) return found;
  const rows = await tx.$queryRaw<(Position & { userId: string })[]>`
    SELECT user_id AS "userId", shares_micros AS "sharesMicros", reserved_micros AS "reservedMicros",
      basis_micros AS "basisMicros", realised_micros AS "realisedMicros"
    FROM positions WHERE question_id = ${market.questionId}::uuid AND user_id = ANY (${userIds}::uuid[])`;
  for (const { userId, ...position } of rows) found.set(userId, position);
  return found;
}

/** What became of each order that an act touched. */
function orderRows(before: readonly RestingOrder[], act: MarketAct) {
  const after = new Map(act.state.book.map((order) => [order.id, order]));
  const replaced = new Map(act.trades.flatMap((trade) => trade.replaced.map((order) => [order.id, order] as const)));
  return before.flatMap((order) => {
    const left = after.get(order.id);
    if (left === order) return [];
    const withdrawn = replaced.get(order.id);
    const remaining = left ?? withdrawn;
    return {
      id: order.id,
      remaining: String(remaining?.remainingMicros ?? 0n),
      reserved: String(left?.reservedMicros ?? 0n),
      closed_by: left ? null : withdrawn ? "replaced" : "filled",
    };
  });
}

const texts = (amounts: readonly bigint[]) => amounts.map(String);

function tradeRow(trade: ExecutedTrade, row: { id: string; number: number; transactionId: string }) {
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

function legRows(trade: ExecutedTrade, id: string) {
  return trade.legs.map((leg, number) => ({
    trade_id: id,
    number,
    order_id: leg.order?.id,
    shares: String(leg.sharesMicros),
    taker: String(leg.takerMicros),
    owner: String(leg.ownerMicros),
  }));
}

/** All rows of an act, as one JSON text: the database takes them in one statement. */
function rowsOf(market: StoredMarket, act: MarketAct, record: ActRecord, positions: ReadonlyMap<string, Position>) {
  const moves = act.trades.map((trade) => tradeMoves(market.questionId, trade));
  const { transactions, entries } = transactionRows(
    moves.map((each) => ({ kind: "trade" as const, questionId: market.questionId, moves: each })),
  );
  const ids = act.trades.map(() => timeOrderedId());
  const named = act.trades.map((trade, i) => ({
    ...tradeRow(trade, {
      id: ids[i] as string,
      number: market.tradeCount + 1 + i,
      transactionId: transactions[i]?.id ?? "",
    }),
    ...(i === 0 && record.key
      ? { idempotency_key: record.key.idempotencyKey, request_hash: record.key.requestHash }
      : {}),
    ...(record.past ? { made_at: record.past.madeAt.toISOString(), import_batch_id: record.past.importBatchId } : {}),
  }));
  return {
    transactions,
    entries,
    trades: named,
    legs: act.trades.flatMap((trade, i) => legRows(trade, ids[i] as string)),
    orders: orderRows(record.book, act),
    positions: [...positions].map(([userId, position]) => ({
      user_id: userId,
      shares: texts(position.sharesMicros),
      reserved: texts(position.reservedMicros),
      basis: texts(position.basisMicros),
      realised: String(position.realisedMicros),
    })),
    market: {
      sold: texts(act.state.market.soldMicros),
      volume: String(sumMicros(act.trades.map(({ costMicros }) => (costMicros < 0n ? -costMicros : costMicros)))),
    },
  };
}

/** Everybody whose position an act changes, besides the one who acts. */
function othersIn(act: MarketAct, userId: string): string[] {
  const owners = act.trades.flatMap((trade) => trade.legs.map(({ order }) => order?.userId));
  const everybody = new Set([...owners, ...act.trades.map((trade) => trade.userId)]);
  everybody.delete(userId);
  return [...everybody].filter((id) => id !== undefined);
}

/** Writes what an act came to under the market's lock: ledger, trades, orders, positions and the maker's state. */
export async function writeAct(
  tx: Tx,
  market: StoredMarket,
  act: MarketAct,
  record: ActRecord,
): Promise<WrittenTrade[]> {
  const others = await loadPositions(tx, market, othersIn(act, record.userId));
  const before = new Map(others).set(record.userId, record.position ?? noPosition(market.soldMicros.length));
  const rows = rowsOf(market, act, record, positionsAfter(before, act.trades));
  const alone = [personAccount(record.userId), marketAccount(market.questionId)];
  const touched = rows.entries.map(({ account_id }) => account_id);
  // Only an act that reaches other people's accounts can be crossed by another market's.
  if (touched.some((id) => !alone.includes(id))) await lockAccounts(tx, touched);
  const json = JSON.stringify(rows);
  return tx.$queryRaw<WrittenTrade[]>`
    WITH given AS MATERIALIZED (SELECT ${json}::json AS rows),
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
      SELECT id, ${market.questionId}::uuid, number, user_id, order_id, action, outcome, side, shares, cost, redeemed, sold_before, sold_after,
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
      SELECT ${market.questionId}::uuid, p.* FROM given, json_to_recordset(rows -> 'positions') AS p
        (user_id uuid, shares bigint[], reserved bigint[], basis bigint[], realised bigint)
      ON CONFLICT (question_id, user_id) DO UPDATE SET shares_micros = EXCLUDED.shares_micros,
        reserved_micros = EXCLUDED.reserved_micros, basis_micros = EXCLUDED.basis_micros, realised_micros = EXCLUDED.realised_micros),
    maker AS (
      UPDATE markets m SET sold_micros = n.sold, volume_micros = m.volume_micros + n.volume,
        trade_count = m.trade_count + json_array_length(rows -> 'trades')
      FROM given, json_to_record(rows -> 'market') AS n (sold bigint[], volume bigint)
      WHERE m.question_id = ${market.questionId}::uuid)
    SELECT id, number, made_at AS "madeAt" FROM done ORDER BY number`;
}

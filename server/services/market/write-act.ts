import { marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import type { MarketAct } from "#core/market/market-act.ts";
import { noPosition, type Position } from "#core/market/position.ts";
import { positionsAfter } from "#core/market/positions-after.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import { tradeMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { transactionRows } from "#services/ledger/post-transactions.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import type { StoredMarket } from "./lock-market.ts";
import { insertActs, legRows, positionRows, tradeRow, volumeOf, type WrittenTrade } from "./market-rows.ts";

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
    positions: positionRows(positions),
    market: { sold: act.state.market.soldMicros.map(String), volume: volumeOf(act.trades) },
  };
}

/** The accounts that an act moves credits on. */
export function accountsOfAct(questionId: string, act: MarketAct): string[] {
  return act.trades.flatMap((trade) => tradeMoves(questionId, trade).map(({ accountId }) => accountId));
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
  return insertActs(tx, market.questionId, rows);
}

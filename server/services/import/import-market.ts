import { escrowAccount, HOUSE, marketAccount, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { historyFunding } from "#core/market/history-funding.ts";
import { subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { openingMoves } from "#core/market/opening-moves.ts";
import { type ReplayedMarket, replayedMarket, type ToldMarket } from "#core/market/replayed-market.ts";
import { type RestingOrder, reservationOf } from "#core/market/resting-order.ts";
import { type AccountMove, tradeMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts, lockRows } from "#db/locks.ts";
import { type NewTransaction, postTransactions, transactionRows } from "#services/ledger/post-transactions.ts";
import { insertActs, legRows, positionRows, tradeRow, volumeOf } from "#services/market/market-rows.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { databaseNow } from "#services/transact.ts";
import { type Importing, userOf } from "./importing.ts";
import { type MarketRecords, toldMarket } from "./stated-market.ts";

/**
 * Puts a market here as its record tells it: its terms, every order and trade with its own time, what everybody holds, and the
 * ledger behind it. Credits are no part of a bundle, so everybody is granted what they needed for these trades, and no more.
 */
export async function importMarket(
  tx: Tx,
  importing: Importing,
  questionId: string,
  title: string,
  records: MarketRecords,
): Promise<void> {
  const told = toldMarket(records, (forecasterId) => userOf(importing, forecasterId));
  const replayed = replayedMarket(told);
  if ("message" in replayed)
    throw new Error(
      `The market of “${title}” was not checked: ${typeof replayed.message === "string" ? replayed.message : replayed.message.code}`,
    );
  await writeMarket(tx, importing, questionId, records.market);
  await lockForHistory(tx, questionId, told);
  const subsidyMicros = subsidyOfMarket({ ...told, soldMicros: told.openingPrices.map(() => 0n) });
  await postTransactions(tx, [{ kind: "market_opening", questionId, moves: openingMoves(questionId, subsidyMicros) }]);
  const orderIds = await writeOrders(tx, importing, questionId, records.orders);
  const withIds = (order: RestingOrder) => ({ ...order, id: orderIds.get(Number(order.id)) ?? order.id });
  const trades = replayed.trades.map((trade) => ({
    ...trade,
    order: trade.order && withIds(trade.order),
    legs: trade.legs.map((leg) => ({ ...leg, order: leg.order && withIds(leg.order) })),
  }));
  const moves = trades.map((trade) => tradeMoves(questionId, trade));
  const { grants, reservations } = historyFunding(told.orders, moves);
  const note = `Play credits for the imported market of “${title}”`;
  const first: NewTransaction[] = [
    ...grants.map((each) => ({ kind: "grant" as const, moves: each, note })),
    ...reservations.map((each) => ({ kind: "order_reservation" as const, questionId, moves: each })),
  ];
  await postTransactions(tx, first);
  await writeTrades(tx, importing, questionId, { ...replayed, trades }, { moves, madeAt: records.trades });
}

async function writeMarket(tx: Tx, { importerId }: Importing, questionId: string, market: MarketRecords["market"]) {
  const { liquidityMicros, openingPrices, bucketBounds, openedAt } = market;
  const soldMicros = openingPrices.map(() => 0n);
  const subsidyMicros = subsidyOfMarket({ liquidityMicros, openingPrices, soldMicros });
  const opened = openedAt === undefined ? await databaseNow(tx) : new Date(openedAt);
  await tx.ledgerAccount.create({ data: { id: marketAccount(questionId), kind: "market" } });
  // By SQL text: Prisma's models round a list of floats in its last digit.
  await tx.$executeRaw`
    INSERT INTO markets (question_id, account_id, liquidity_micros, subsidy_micros, opening_prices, bucket_bounds, sold_micros, opened_by_id, opened_at)
    VALUES (${questionId}::uuid, ${marketAccount(questionId)}, ${liquidityMicros}, ${subsidyMicros}, ${openingPrices}::float8[],
      ${bucketBounds}::float8[], ${soldMicros.map(String)}::bigint[], ${importerId}::uuid, ${opened})`;
}

/** Everything that the market's history, and the answers that settle it, will lock, in the order of all locks. */
async function lockForHistory(tx: Tx, questionId: string, { orders, trades }: ToldMarket): Promise<void> {
  await lockRows(tx, "market", [questionId]);
  const people = [...orders, ...trades].map(({ userId }) => userId);
  const accounts = people.flatMap((id) => [personAccount(id), owedAccount(id), escrowAccount(id)]);
  await lockAccounts(tx, [HOUSE, marketAccount(questionId), ...accounts]);
}

/** Writes the orders as they were left; gives their ids by number. */
async function writeOrders(
  tx: Tx,
  importing: Importing,
  questionId: string,
  orders: MarketRecords["orders"],
): Promise<Map<number, string>> {
  const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const rows = orders
    .toSorted((one, other) => one.number - other.number)
    .map((order) => ({
      id: timeOrderedId(),
      number: order.number,
      user_id: userOf(importing, order.forecasterId),
      action: order.action,
      outcome: order.outcome,
      side: order.side,
      limit_micros: String(order.limitMicros),
      shares: String(order.sharesMicros),
      remaining: String(order.remainingMicros),
      reserved: String(order.closedAt === undefined ? reservationOf(order, order.remainingMicros) : 0n),
      placed_at: iso(order.placedAt),
      expires_at: iso(order.expiresAt),
      closed_at: iso(order.closedAt),
      closed_by: order.closedBy ?? null,
    }));
  await tx.$executeRaw`
    INSERT INTO limit_orders (id, question_id, user_id, action, outcome, side, limit_micros, shares_micros, remaining_micros, reserved_micros,
      placed_at, expires_at, closed_at, closed_by, import_batch_id)
    SELECT id, ${questionId}::uuid, user_id, action, outcome, side, limit_micros, shares, remaining, reserved, placed_at, expires_at,
      closed_at, closed_by, ${importing.batchId}::uuid
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS o (id uuid, number int, user_id uuid, action text, outcome int, side text,
      limit_micros bigint, shares bigint, remaining bigint, reserved bigint, placed_at timestamptz, expires_at timestamptz,
      closed_at timestamptz, closed_by text) ORDER BY number`;
  return new Map(rows.map(({ id, number }) => [number, id]));
}

async function writeTrades(
  tx: Tx,
  { batchId }: Importing,
  questionId: string,
  { trades, positions, soldMicros }: ReplayedMarket,
  { moves, madeAt }: { moves: readonly (readonly AccountMove[])[]; madeAt: MarketRecords["trades"] },
): Promise<void> {
  const { transactions, entries } = transactionRows(
    moves.map((each) => ({ kind: "trade" as const, questionId, moves: each })),
  );
  const times = new Map(madeAt.map((trade) => [trade.number, new Date(trade.madeAt).toISOString()]));
  const ids = trades.map(() => timeOrderedId());
  await insertActs(tx, questionId, {
    transactions,
    entries,
    trades: trades.map((trade, i) => ({
      ...tradeRow(trade, { id: ids[i] as string, number: i + 1, transactionId: transactions[i]?.id ?? "" }),
      made_at: times.get(i + 1),
      import_batch_id: batchId,
    })),
    legs: trades.flatMap((trade, i) => legRows(trade, ids[i] as string)),
    orders: [],
    positions: positionRows(positions),
    market: { sold: soldMicros.map(String), volume: volumeOf(trades) },
  });
}

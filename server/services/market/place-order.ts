import { ensure } from "#core/errors.ts";
import { escrowAccount, personAccount } from "#core/ledger/account-ids.ts";
import { sweepBook } from "#core/market/market-act.ts";
import { noPosition, type Position } from "#core/market/position.ts";
import { positionWith } from "#core/market/positions-after.ts";
import { type RestingOrder, reservationOf } from "#core/market/resting-order.ts";
import { reservationMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { postTransactions } from "#services/ledger/post-transactions.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { databaseNow, transact } from "#services/transact.ts";
import type { PlaceOrderInput } from "./input.ts";
import { loadMarketFacts, lockMarket, type StoredMarket } from "./lock-market.ts";
import { recordFilledOrders } from "./record-filled-orders.ts";
import { closedMarket, refusalOfTrade, uncovered } from "./refusal-of-trade.ts";
import { orderById, orderByKey, type ShownOrder } from "./shown-orders.ts";
import { requestHash, stakeOfRequest } from "./terms-of-request.ts";
import { accountsOfAct, writeAct } from "./write-act.ts";
import { writePosition } from "./write-position.ts";

type Request = PlaceOrderInput;

/** How many orders of one person may wait, in one market and in all: each is met, shown and expired by everybody's work. */
export const MAX_OPEN = { inMarket: 50, inAll: 200 } as const;

/** Throws when as many orders of somebody wait as may. Asked under the lock of their account, so that none slips past. */
async function ensureRoomForOrder(tx: Tx, userId: string, questionId: string): Promise<void> {
  const inAll = await tx.limitOrder.count({ where: { userId, closedAt: null } });
  const inMarket = await tx.limitOrder.count({ where: { userId, questionId, closedAt: null } });
  ensure(inMarket < MAX_OPEN.inMarket, "orders_must_stay_within_limit", { of: "market", max: MAX_OPEN.inMarket });
  ensure(inAll < MAX_OPEN.inAll, "orders_must_stay_within_limit", { of: "all", max: MAX_OPEN.inAll });
}

/** Writes the order, and sets aside what it needs: credits to buy with, or the shares to sell. */
async function reserve(
  tx: Tx,
  market: StoredMarket,
  order: RestingOrder,
  { held, balanceMicros }: { held: Position; balanceMicros: bigint },
  request: Request,
): Promise<Position> {
  const { questionId, idempotencyKey, expiresAt } = request;
  const position = positionWith(held, order);
  ensure(
    position.reservedMicros.every((reserved, i) => reserved <= (position.sharesMicros[i] ?? 0n)),
    "shares_must_be_held",
    { reason: "free", field: "sharesMicros" },
  );
  await tx.$executeRaw`
    INSERT INTO limit_orders (id, question_id, user_id, action, outcome, side, limit_micros, shares_micros, remaining_micros, reserved_micros,
      expires_at, idempotency_key, request_hash)
    VALUES (${order.id}::uuid, ${questionId}::uuid, ${order.userId}::uuid, ${order.action}, ${order.outcome}, ${order.side}, ${order.limitMicros},
      ${order.remainingMicros}, ${order.remainingMicros}, ${order.reservedMicros}, ${expiresAt ?? null}::timestamptz, ${idempotencyKey}, ${requestHash(request)})`;
  if (order.action === "sell") {
    await writePosition(tx, market.questionId, order.userId, position);
    return position;
  }
  if (balanceMicros < order.reservedMicros) throw uncovered();
  const moves = reservationMoves(order.userId, order.reservedMicros);
  await postTransactions(tx, [{ kind: "order_reservation", questionId, moves }]);
  return position;
}

async function place(tx: Tx, person: { id: string; now: Date }, request: Request): Promise<ShownOrder> {
  const { id: userId } = person;
  const market = await lockMarket(tx, request.questionId);
  const earlier = await orderByKey(tx, userId, request.idempotencyKey, requestHash(request));
  if (earlier) return earlier;
  const isInTime = !request.expiresAt || request.expiresAt > (await databaseNow(tx));
  ensure(isInTime, "order_must_expire_in_future", { field: "expiresAt" });
  const facts = await loadMarketFacts(tx, request.questionId, userId);
  if (!facts.isOpen) throw await closedMarket(tx, request.questionId, person.now);
  const { action, limitMicros, sharesMicros } = request;
  const order: RestingOrder = {
    id: timeOrderedId(),
    userId,
    ...stakeOfRequest(market, request),
    action,
    limitMicros,
    remainingMicros: sharesMicros,
    reservedMicros: reservationOf(request, sharesMicros),
  };
  const held = facts.position ?? noPosition(market.soldMicros.length);
  const book = [...facts.book, order];
  const act = sweepBook({ market, book });
  const own = personAccount(userId);
  // All at once, those of the orders that this one meets among them: two orders that meet each other's do not wait in turn.
  const reserving = [own, ...(action === "buy" ? [escrowAccount(userId)] : [])];
  const balances = await lockAccounts(tx, [...reserving, ...accountsOfAct(request.questionId, act)]);
  await ensureRoomForOrder(tx, userId, request.questionId);
  const position = await reserve(tx, market, order, { held, balanceMicros: balances.get(own) ?? 0n }, request);
  if (act.trades.length > 0) {
    const written = await writeAct(tx, market, act, { userId, position, book });
    await recordFilledOrders(tx, request.questionId, { book: facts.book, act, written });
  }
  return orderById(tx, order.id);
}

/**
 * A person places an order at a limit. What the market offers within it is traded at once; the rest waits until it is filled, cancelled,
 * expired, or the market is settled.
 */
export async function placeOrder(ctx: ServiceContext, request: PlaceOrderInput): Promise<ShownOrder> {
  const person = authorizePerson(ctx, "place_order");
  return refusalOfTrade(
    ctx,
    request.questionId,
    transact(ctx, (tx) => place(tx, { id: person.id, now: ctx.now }, request)),
  );
}

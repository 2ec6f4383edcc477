import { escrowAccount, marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import type { ExecutedTrade } from "./executed-trade.ts";
import { setsMade } from "./fill-order.ts";
import type { PositionChange } from "./position.ts";
import { type RestingOrder, remainderOf } from "./resting-order.ts";
import { outcomesOfStake } from "./stake.ts";

/** What one account gains, or loses. */
export interface AccountMove {
  readonly accountId: string;
  readonly micros: bigint;
}

/** A change of somebody's position. */
export interface PersonChange extends PositionChange {
  readonly userId: string;
}

/**
 * What a trade moves between accounts. The sum is zero.
 *
 * Formula: the taker pays from the own account, or from the order's escrow, whose surplus returns; an order met pays from its escrow; the market takes
 * what the maker is paid, a credit for each complete set made, and gives one for each taken apart.
 * Units: micro-credits; no account twice, none by nothing.
 * Source: own rule.
 *
 * @example
 * tradeMoves("q", { userId: "u", action: "buy", outcome: 0, side: "yes", order: null, sharesMicros: 2n, costMicros: 1n, redeemedMicros: 0n, legs: [{ order: null, sharesMicros: 2n, takerMicros: 1n, ownerMicros: 0n }], replaced: [], soldBefore: [0n, 0n], soldAfter: [2n, 0n], pricesAfter: [0.5, 0.5] }); // => [{ accountId: "market:q", micros: 1n }, { accountId: "person:u", micros: -1n }]
 */
export function tradeMoves(questionId: string, trade: ExecutedTrade): AccountMove[] {
  const moves: AccountMove[] = [{ accountId: marketAccount(questionId), micros: marketGain(trade) }];
  const move = (accountId: string, micros: bigint) => moves.push({ accountId, micros });
  const freed = trade.order
    ? trade.order.reservedMicros - remainderOf(trade.order, trade.sharesMicros).reservedMicros
    : 0n;
  move(escrowAccount(trade.userId), -freed);
  move(personAccount(trade.userId), freed - trade.costMicros + trade.redeemedMicros);
  for (const { order, ownerMicros } of trade.legs) {
    if (order) move((order.action === "buy" ? escrowAccount : personAccount)(order.userId), -ownerMicros);
  }
  for (const order of trade.replaced) {
    move(escrowAccount(order.userId), -order.reservedMicros);
    move(personAccount(order.userId), order.reservedMicros);
  }
  return netMoves(moves);
}

/** What the maker is paid, and what complete sets bring in and take out. */
function marketGain({ legs, action, redeemedMicros }: ExecutedTrade): bigint {
  const gains = legs.map(({ order, sharesMicros, takerMicros }) =>
    order ? setsMade(action, order.action, sharesMicros) : takerMicros,
  );
  return sumMicros(gains) - redeemedMicros;
}

/**
 * Moves with each account once, in the order of their ids, without those that come to nothing.
 *
 * Source: definition.
 *
 * @example
 * netMoves([{ accountId: "b", micros: 1n }, { accountId: "a", micros: 2n }, { accountId: "b", micros: -1n }]); // => [{ accountId: "a", micros: 2n }]
 */
export function netMoves(moves: Iterable<AccountMove>): AccountMove[] {
  const byAccount = new Map<string, bigint>();
  for (const { accountId, micros } of moves) byAccount.set(accountId, (byAccount.get(accountId) ?? 0n) + micros);
  return [...byAccount]
    .filter(([, micros]) => micros !== 0n)
    .map(([accountId, micros]) => ({ accountId, micros }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

/**
 * What a trade changes in the positions of everybody in it, the taker first.
 *
 * Source: own rule.
 *
 * @example
 * positionChanges({ userId: "u", action: "sell", outcome: 0, side: "yes", order: null, sharesMicros: 2n, costMicros: -1n, redeemedMicros: 0n, legs: [], replaced: [], soldBefore: [2n, 0n], soldAfter: [0n, 0n], pricesAfter: [0.5, 0.5] }); // => [{ userId: "u", outcomes: [0], sharesMicros: -2n, paidMicros: -1n, isReserved: false }]
 */
export function positionChanges(trade: ExecutedTrade): PersonChange[] {
  const { userId, action, sharesMicros, costMicros, redeemedMicros, legs, order, soldAfter } = trade;
  const count = soldAfter.length;
  const changes: PersonChange[] = [
    {
      userId,
      outcomes: outcomesOfStake(trade, count),
      sharesMicros: action === "buy" ? sharesMicros : -sharesMicros,
      paidMicros: costMicros,
      isReserved: order !== null && action === "sell",
    },
  ];
  for (const leg of legs)
    if (leg.order) changes.push(changeOfOwner(leg.order, leg.sharesMicros, leg.ownerMicros, count));
  if (redeemedMicros > 0n) {
    const outcomes = Array.from({ length: count }, (_, i) => i);
    changes.push({ userId, outcomes, sharesMicros: -redeemedMicros, paidMicros: -redeemedMicros });
  }
  return changes;
}

function changeOfOwner(order: RestingOrder, shares: bigint, paidMicros: bigint, count: number): PersonChange {
  const outcomes = outcomesOfStake(order, count);
  const isSale = order.action === "sell";
  return { userId: order.userId, outcomes, sharesMicros: isSale ? -shares : shares, paidMicros, isReserved: isSale };
}

/**
 * What an order to buy sets aside: credits, from its owner's account into escrow.
 *
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * reservationMoves("u", 5n); // => [{ accountId: "escrow:u", micros: 5n }, { accountId: "person:u", micros: -5n }]
 */
export function reservationMoves(userId: string, micros: bigint): AccountMove[] {
  return [
    { accountId: escrowAccount(userId), micros },
    { accountId: personAccount(userId), micros: -micros },
  ];
}

/**
 * What returns to the owner of an order that ends: the reverse of its reservation.
 *
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * returnMoves("u", 5n); // => [{ accountId: "escrow:u", micros: -5n }, { accountId: "person:u", micros: 5n }]
 */
export function returnMoves(userId: string, micros: bigint): AccountMove[] {
  return reservationMoves(userId, -micros);
}

import type { ExecutedTrade } from "./executed-trade.ts";
import { type Position, positionAfter } from "./position.ts";
import type { RestingOrder } from "./resting-order.ts";
import { outcomesOfStake } from "./stake.ts";
import { positionChanges } from "./trade-entries.ts";

/**
 * A position once an order no longer holds back its shares.
 *
 * Source: definition.
 *
 * @example
 * positionWithout({ sharesMicros: [5n, 0n], reservedMicros: [4n, 0n], basisMicros: [0n, 0n], realisedMicros: 0n }, { action: "sell", outcome: 0, side: "yes", remainingMicros: 3n }).reservedMicros; // => [1n, 0n]
 */
export function positionWithout(
  position: Position,
  order: Pick<RestingOrder, "action" | "outcome" | "side" | "remainingMicros">,
): Position {
  return order.action === "buy" ? position : holding(position, order, -order.remainingMicros);
}

/**
 * A position once an order holds back the shares that it wants to sell.
 *
 * Source: definition.
 *
 * @example
 * positionWith({ sharesMicros: [5n, 0n], reservedMicros: [0n, 0n], basisMicros: [0n, 0n], realisedMicros: 0n }, { action: "sell", outcome: 0, side: "yes", remainingMicros: 3n }).reservedMicros; // => [3n, 0n]
 */
export function positionWith(
  position: Position,
  order: Pick<RestingOrder, "action" | "outcome" | "side" | "remainingMicros">,
): Position {
  return order.action === "buy" ? position : holding(position, order, order.remainingMicros);
}

function holding(position: Position, order: Pick<RestingOrder, "outcome" | "side">, more: bigint): Position {
  const reserved = [...position.reservedMicros];
  for (const i of outcomesOfStake(order, reserved.length)) reserved[i] = (reserved[i] ?? 0n) + more;
  return { ...position, reservedMicros: reserved };
}

/**
 * What everybody holds after some trades. Whoever trades is in the map; what somebody's withdrawn orders held back is free before the trade.
 *
 * Errors: as `positionAfter`.
 * Source: own rule.
 *
 * @example
 * positionsAfter(new Map(), []).size; // => 0
 */
export function positionsAfter(
  before: ReadonlyMap<string, Position>,
  trades: readonly ExecutedTrade[],
): Map<string, Position> {
  const positions = new Map(before);
  const update = (userId: string, next: (position: Position) => Position) => {
    const held = positions.get(userId);
    if (held) positions.set(userId, next(held));
  };
  for (const trade of trades) {
    for (const order of trade.replaced) update(trade.userId, (held) => positionWithout(held, order));
    for (const { userId, ...change } of positionChanges(trade)) {
      update(userId, (held) => positionAfter(held, change, trade.pricesAfter));
    }
  }
  return positions;
}

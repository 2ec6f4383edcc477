import { HOUSE } from "#core/ledger/account-ids.ts";
import type { ToldOrder } from "./replayed-market.ts";
import { reservationOf } from "./resting-order.ts";
import { type AccountMove, reservationMoves } from "./trade-entries.ts";

/** What must have been moved before the trades of a market that is brought in whole; each list of moves sums to zero. */
export interface HistoryFunding {
  /** Credits from the house, so much that nobody's account is ever below zero. */
  readonly grants: readonly (readonly AccountMove[])[];
  /** What orders to buy set aside, of which their trades are paid. */
  readonly reservations: readonly (readonly AccountMove[])[];
}

/**
 * The credits that the history of a market needs, where only the market is known and not what people had.
 *
 * Formula: an order to buy reserves what was traded of it, and what still rests, at its limit. Everybody is granted the least that
 * keeps their account from going below zero while the reservations and then the trades happen one after another.
 * Units: micro-credits.
 * Source: own rule.
 *
 * @example
 * historyFunding([], [[{ accountId: "market:q", micros: 3n }, { accountId: "person:u", micros: -3n }]]).grants; // => [[{ accountId: "house", micros: -3n }, { accountId: "person:u", micros: 3n }]]
 */
export function historyFunding(
  orders: readonly ToldOrder[],
  trades: readonly (readonly AccountMove[])[],
): HistoryFunding {
  const reservations = orders.flatMap((order) => {
    const kept = order.isOpen ? order.sharesMicros : order.sharesMicros - order.remainingMicros;
    const micros = reservationOf(order, kept);
    return micros === 0n ? [] : [reservationMoves(order.userId, micros)];
  });
  const balances = new Map<string, { now: bigint; least: bigint }>();
  for (const { accountId, micros } of [...reservations, ...trades].flat()) {
    if (!accountId.startsWith("person:")) continue;
    const { now, least } = balances.get(accountId) ?? { now: 0n, least: 0n };
    const after = now + micros;
    balances.set(accountId, { now: after, least: after < least ? after : least });
  }
  const grants = [...balances].flatMap(([accountId, { least }]) => {
    if (least === 0n) return [];
    return [
      [
        { accountId: HOUSE, micros: least },
        { accountId, micros: -least },
      ],
    ];
  });
  return { grants, reservations };
}

import { escrowAccount, personAccount } from "#core/ledger/account-ids.ts";
import { positionWithout } from "#core/market/positions-after.ts";
import type { Action, Side } from "#core/market/stake.ts";
import { netMoves, returnMoves } from "#core/market/trade-entries.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { postTransactions } from "#services/ledger/post-transactions.ts";
import { writePosition } from "./write-position.ts";

export interface ClosedOrder {
  readonly id: string;
  readonly userId: string;
  readonly action: Action;
  readonly outcome: number;
  readonly side: Side;
  readonly remainingMicros: bigint;
  readonly reservedMicros: bigint;
}

/** Frees the shares that sell orders held back. */
async function freeShares(tx: Tx, questionId: string, orders: readonly ClosedOrder[]): Promise<void> {
  for (const order of orders) {
    if (order.action !== "sell") continue;
    const position = await tx.position.findUniqueOrThrow({
      where: { questionId_userId: { questionId, userId: order.userId } },
      select: { sharesMicros: true, reservedMicros: true, basisMicros: true, realisedMicros: true },
    });
    await writePosition(tx, questionId, order.userId, positionWithout(position, order));
  }
}

/** Ends orders under their market's lock, and returns what they set aside. */
export async function closeOrders(
  tx: Tx,
  questionId: string,
  orders: readonly ClosedOrder[],
  closedBy: "cancelled" | "expired" | "settled",
): Promise<void> {
  if (orders.length === 0) return;
  await freeShares(tx, questionId, orders);
  const buying = orders.filter(({ reservedMicros }) => reservedMicros > 0n);
  await lockAccounts(
    tx,
    buying.flatMap(({ userId }) => [escrowAccount(userId), personAccount(userId)]),
  );
  await tx.$executeRaw`
    UPDATE limit_orders SET reserved_micros = 0, closed_at = clock_timestamp(), closed_by = ${closedBy}
    WHERE id = ANY (${orders.map(({ id }) => id)}::uuid[]) AND closed_at IS NULL`;
  await postTransactions(
    tx,
    buying.map((order) => ({
      kind: "order_return" as const,
      questionId,
      moves: netMoves(returnMoves(order.userId, order.reservedMicros)),
      note: closedBy,
    })),
  );
}

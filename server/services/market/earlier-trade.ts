import type { Action, Side } from "#core/market/stake.ts";
import type { Tx } from "#db/client.ts";
import { keyReused } from "./refusal-of-trade.ts";

interface Row {
  id: string;
  number: number;
  madeAt: Date;
  action: Action;
  outcome: number;
  side: Side;
  sharesMicros: bigint;
  costMicros: bigint;
  redeemedMicros: bigint;
  pricesAfter: number[];
  requestHash: string;
}

/** The trade that a key made before, when it is the same one; a key with another body is refused. */
export async function earlierTrade(tx: Tx, userId: string, key: { idempotencyKey: string; requestHash: string }) {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, number, made_at AS "madeAt", action, outcome, side, shares_micros AS "sharesMicros", cost_micros AS "costMicros",
      redeemed_micros AS "redeemedMicros", prices_after AS "pricesAfter", request_hash AS "requestHash"
    FROM trades WHERE user_id = ${userId}::uuid AND idempotency_key = ${key.idempotencyKey}`;
  if (!row) return null;
  const { requestHash, ...trade } = row;
  if (requestHash !== key.requestHash) throw keyReused();
  const legs = await tx.tradeLeg.findMany({ where: { tradeId: trade.id }, orderBy: { number: "asc" } });
  return {
    ...trade,
    legs: legs.map(({ orderId, sharesMicros, takerMicros }) => ({
      counterpart: orderId ? ("order" as const) : ("maker" as const),
      sharesMicros,
      costMicros: takerMicros,
    })),
  };
}

import { quoteTrade } from "#core/market/quote-trade.ts";
import { outcomesOfStake, type Side } from "#core/market/stake.ts";
import type { Db } from "#db/client.ts";

const same = (a: readonly bigint[], b: readonly bigint[]) =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/**
 * Replays a market's trades in their order with the pure market maker, and tells what does not follow: each trade must begin where the one before
 * ended, each leg with the maker must have cost what the maker asks, each leg with an order what the order's limit says.
 */
export async function chainFaults(db: Db, questionId: string): Promise<string[]> {
  const market = await db.market.findUniqueOrThrow({ where: { questionId } });
  const trades = await db.trade.findMany({
    where: { questionId },
    orderBy: { number: "asc" },
    include: { legs: { orderBy: { number: "asc" }, include: { order: true } } },
  });
  const faults: string[] = [];
  let sold = market.soldMicros.map(() => 0n);
  for (const [i, trade] of trades.entries()) {
    const fault = (what: string) => faults.push(`${questionId} trade ${trade.number}: ${what}`);
    if (trade.number !== i + 1) fault(`is the ${i + 1}th`);
    if (!same(trade.soldBefore, sold)) fault("does not begin where the one before ended");
    const sign = trade.action === "buy" ? 1n : -1n;
    const outcomes = outcomesOfStake({ outcome: trade.outcome, side: trade.side as Side }, sold.length);
    let state = [...trade.soldBefore];
    let cost = 0n;
    for (const leg of trade.legs) {
      cost += leg.takerMicros;
      if (!leg.order) {
        const maker = {
          liquidityMicros: market.liquidityMicros,
          openingPrices: market.openingPrices,
          soldMicros: state,
        };
        const asked = quoteTrade(maker, { outcomes, sharesMicros: sign * leg.sharesMicros });
        if (asked.costMicros !== leg.takerMicros)
          fault(`paid ${leg.takerMicros} where the maker asks ${asked.costMicros}`);
        state = state.map((held, k) => (outcomes.includes(k) ? held + sign * leg.sharesMicros : held));
        continue;
      }
      const price = (leg.sharesMicros / 1000n) * (leg.order.limitMicros / 1000n);
      const own = leg.order.side === trade.side ? price : leg.sharesMicros - price;
      if (leg.takerMicros !== sign * own) fault("was not filled at the order's price");
      if (leg.order.action === trade.action) state = state.map((held) => held + sign * leg.sharesMicros);
    }
    state = state.map((held) => held - trade.redeemedMicros);
    if (cost !== trade.costMicros) fault("did not cost what its legs cost");
    if (!same(state, trade.soldAfter)) fault("did not end where its legs lead");
    sold = [...trade.soldAfter];
  }
  if (!same(sold, market.soldMicros)) faults.push(`${questionId}: the maker is not where the last trade ended`);
  return faults;
}

/** Positions that are not what the maker has sold, or orders whose escrow is not what they reserve. */
export async function holdingFaults(db: Db): Promise<unknown[]> {
  return db.$queryRaw<unknown[]>`
    SELECT m.question_id::text, sold.place, sold.shares, held.shares AS held FROM markets m,
      unnest(m.sold_micros) WITH ORDINALITY AS sold (shares, place),
      LATERAL (SELECT COALESCE(sum(p.shares_micros[sold.place]), 0) AS shares FROM positions p WHERE p.question_id = m.question_id) AS held
    WHERE sold.shares <> held.shares
    UNION ALL
    SELECT a.id, 0, a.balance_micros, open.reserved FROM ledger_accounts a,
      LATERAL (SELECT COALESCE(sum(o.reserved_micros), 0) AS reserved FROM limit_orders o WHERE o.user_id = a.user_id) AS open
    WHERE a.kind = 'escrow' AND a.balance_micros <> open.reserved`;
}

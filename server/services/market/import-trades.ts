import { escrowAccount, marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import { tradeAtOnce } from "#core/market/market-act.ts";
import { noPosition } from "#core/market/position.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { loadMarketFacts, lockMarket } from "./lock-market.ts";
import { termsOfRequest } from "./terms-of-request.ts";
import { writeAct } from "./write-act.ts";

/** A trade toward a probability, with the time it was made elsewhere. */
export interface HistoricalTrade {
  readonly userId: string;
  readonly madeAt: Date;
  readonly outcome: number;
  readonly probability: number;
  readonly budgetMicros: bigint;
}

/**
 * Brings in trades of one market, marked as imported, the earliest first; one that moves nothing, or that its trader could not pay, is left out. The
 * caller holds the transaction and has checked who may import. Gives how many were made.
 */
export async function importTrades(
  tx: Tx,
  importBatchId: string,
  questionId: string,
  history: readonly HistoricalTrade[],
): Promise<number> {
  let made = 0;
  const { book } = await loadMarketFacts(tx, (await lockMarket(tx, questionId)).questionId, null);
  const people = new Set([...history, ...book].map(({ userId }) => userId));
  const accounts = [...people].flatMap((id) => [personAccount(id), escrowAccount(id)]);
  await lockAccounts(tx, [marketAccount(questionId), ...accounts]);
  for (const { userId, madeAt, ...asked } of history.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime())) {
    const market = await lockMarket(tx, questionId);
    const { book, position, balanceMicros } = await loadMarketFacts(tx, questionId, userId);
    const held = position ?? noPosition(market.soldMicros.length);
    const terms = termsOfRequest(market, userId, { kind: "toward", questionId, ...asked });
    const act = tradeAtOnce({ market, book }, terms, held);
    const [trade] = act.trades;
    if (!trade || trade.costMicros > balanceMicros) continue;
    await writeAct(tx, market, act, { userId, position: held, book, past: { madeAt, importBatchId } });
    made += 1;
  }
  return made;
}

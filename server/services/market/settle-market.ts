import { escrowAccount, HOUSE, marketAccount, owedAccount, personAccount } from "#core/ledger/account-ids.ts";
import { sumMicros } from "#core/ledger/micros.ts";
import { paidInOf } from "#core/market/position.ts";
import { financed } from "#core/market/settlement-financing.ts";
import { type SettlementPlan, settlementPlan } from "#core/market/settlement-plan.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { type NewTransaction, postTransactions } from "#services/ledger/post-transactions.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { closeOrders } from "./close-orders.ts";
import { lateTrades } from "./late-trades.ts";
import { lockMarket, type StoredMarket } from "./lock-market.ts";
import { exchangeResults } from "./profit-entries.ts";
import { orderSelect, shownOrder } from "./shown-orders.ts";
import { type SettlingAnswer, winningOutcome } from "./winning-outcome.ts";

interface Ids {
  readonly questionId: string;
  readonly resolutionId: string;
}

/** Locks every account that a settlement may move credits on, all at once: later ones would come against the order. */
async function lockEveryAccount(tx: Tx, questionId: string): Promise<void> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM positions WHERE question_id = ${questionId}::uuid
    UNION SELECT user_id FROM limit_orders WHERE question_id = ${questionId}::uuid AND closed_at IS NULL`;
  const own = people.flatMap(({ id }) => [personAccount(id), owedAccount(id), escrowAccount(id)]);
  await lockAccounts(tx, [HOUSE, marketAccount(questionId), ...own]);
}

/** Ends every order of the market: what it set aside returns before anything is paid. */
async function endOrders(tx: Tx, questionId: string): Promise<void> {
  const rows = await tx.limitOrder.findMany({
    where: { questionId, closedAt: null },
    select: { ...orderSelect, userId: true },
    orderBy: { sequence: "asc" },
  });
  await closeOrders(tx, questionId, rows.map(shownOrder), "settled");
}

/** The counter-entries that take the settlement before this one back; what was owed for it is worked out anew. */
async function takeBack(tx: Tx, questionId: string): Promise<NewTransaction[]> {
  const before = await tx.marketSettlement.findFirst({ where: { questionId }, orderBy: { number: "desc" } });
  if (!before) return [];
  const rows = await tx.ledgerTransaction.findMany({
    where: { settlementId: before.id, kind: { in: ["trade_reversal", "payout", "refund", "residue"] } },
    include: { entries: { orderBy: { position: "asc" } } },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, entries }) => ({
    kind: "settlement_reversal" as const,
    questionId,
    reversesId: id,
    moves: entries.map(({ accountId, amountMicros }) => ({ accountId, micros: -amountMicros })),
  }));
}

async function plan(tx: Tx, market: StoredMarket, back: readonly NewTransaction[], answer: SettlingAnswer) {
  const { questionId } = market;
  const { knownAt } = answer;
  const outcome = await winningOutcome(tx, questionId, answer.resolved);
  const account = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: marketAccount(questionId) } });
  const positions = await tx.position.findMany({ where: { questionId }, orderBy: { userId: "asc" } });
  const late = await lateTrades(tx, questionId, knownAt, market.soldMicros.length);
  const returned = back.flatMap(({ moves }) => moves).filter(({ accountId }) => accountId === account.id);
  const settled = settlementPlan({
    questionId,
    outcome,
    cashMicros: sumMicros([account.balanceMicros, ...returned.map(({ micros }) => micros)]),
    holdings: positions.map((position) => ({ ...position, paidInMicros: paidInOf(position) })),
    late,
  });
  return { outcome, knownAt, ...settled };
}

function transactionsOf(questionId: string, settled: SettlementPlan & { outcome: number | null }): NewTransaction[] {
  const paying = settled.outcome === null ? ("refund" as const) : ("payout" as const);
  return [
    ...settled.reversals.map((reversal) => ({ kind: "trade_reversal" as const, questionId, ...reversal })),
    { kind: paying, questionId, moves: settled.payout },
    { kind: "residue" as const, questionId, moves: settled.residue },
  ].filter(({ moves }) => moves.length > 0);
}

/** Writes the settlement and all it moves. What somebody cannot give back is owed; what was owed is paid from what comes in. */
async function pay(
  tx: Tx,
  settlementId: string,
  { questionId }: Ids,
  transactions: readonly NewTransaction[],
): Promise<void> {
  const touched = new Set(transactions.flatMap(({ moves }) => moves.map(({ accountId }) => accountId)));
  const people = [...touched].filter((id) => id.startsWith("person:")).map((id) => id.slice("person:".length));
  const balances = await lockAccounts(tx, [
    HOUSE,
    marketAccount(questionId),
    ...people.flatMap((id) => [personAccount(id), owedAccount(id)]),
  ]);
  const moves = transactions.flatMap((transaction) => transaction.moves);
  const extra = financed(people, moves, balances).map((each) => ({ questionId, ...each }));
  await postTransactions(
    tx,
    [...extra, ...transactions].map((transaction) => ({ ...transaction, settlementId })),
  );
}

/**
 * Pays a question's market out by one of its resolutions, in the transaction that makes the resolution final and under the question's lock. A later
 * resolution takes the settlement before it back by counter-entries first. Nothing happens where there is no market.
 */
export async function settleMarket(tx: Tx, ids: Ids, answer: SettlingAnswer): Promise<void> {
  const { questionId, resolutionId } = ids;
  const exists = await tx.market.findUnique({
    where: { questionId },
    select: { question: { select: { id: true, closesAt: true, topicId: true } } },
  });
  if (!exists) return;
  const market = await lockMarket(tx, questionId);
  await lockEveryAccount(tx, questionId);
  await endOrders(tx, questionId);
  const back = await takeBack(tx, questionId);
  const settled = await plan(tx, market, back, answer);
  const number = 1 + (await tx.marketSettlement.count({ where: { questionId } }));
  const { outcome, knownAt, paidOutMicros, residueMicros } = settled;
  const reversedTrades = settled.reversals.length;
  const { id } = await tx.marketSettlement.create({
    data: { questionId, resolutionId, number, outcome, knownAt, reversedTrades, paidOutMicros, residueMicros },
    select: { id: true },
  });
  await pay(tx, id, ids, [...back, ...transactionsOf(questionId, settled)]);
  await exchangeResults(tx, exists.question, settled.results);
  await recordEvents(tx, [{ kind: "market.settled", payload: { questionId, settlementId: id } }]);
}

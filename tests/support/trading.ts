import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { settleMarket } from "#services/market/settle-market.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { grantCredits, openMarket } from "#tests/support/as-requested.ts";
import { aQuestion, type QuestionRows } from "./forecasting.ts";
import { job, someone } from "./people.ts";

export const CREDIT = 1_000_000n;
let keys = 0;
export const aKey = () => `key-${++keys}`;

/** Somebody with credits to trade with. */
export async function aTrader(db: Db, credits = 1000n) {
  const person = await someone(db);
  await grantCredits(job(db), {
    userId: person.actor.id,
    amountMicros: credits * CREDIT,
    reason: "A test needs it.",
  });
  return person;
}

/** A published question with a market. */
export async function aMarket(db: Db, author: ServiceContext, rows: QuestionRows & { liquidity?: bigint } = {}) {
  const { liquidity = 100n, ...questionRows } = rows;
  const question = await aQuestion(db, author, questionRows);
  const market = await openMarket(author, { questionId: question.id, liquidityMicros: liquidity * CREDIT });
  return { ...question, market };
}

/** What the ledger says of itself: all zero when nothing is wrong. */
export async function ledgerFaults(db: Db) {
  const [faults] = await db.$queryRaw<{ sum: bigint; unbalanced: bigint; stale: bigint; negative: bigint }[]>`
    SELECT COALESCE((SELECT sum(amount_micros) FROM ledger_entries), 0)::bigint AS sum,
      (SELECT count(*) FROM (SELECT FROM ledger_entries GROUP BY transaction_id HAVING sum(amount_micros) <> 0) AS t)::bigint AS unbalanced,
      (SELECT count(*) FROM ledger_accounts a WHERE balance_micros <>
        COALESCE((SELECT sum(amount_micros) FROM ledger_entries e WHERE e.account_id = a.id), 0))::bigint AS stale,
      (SELECT count(*) FROM ledger_accounts WHERE balance_micros < 0 AND kind IN ('person', 'escrow', 'market'))::bigint AS negative`;
  return faults;
}

export const NO_FAULTS = { sum: 0n, unbalanced: 0n, stale: 0n, negative: 0n };

/** Writes an answer known at an instant, makes it final and settles the market by it, as an approval does. */
export function settledBy(db: Db, questionId: string, outcome: string | null, knownAt: Date): Promise<void> {
  return transact({ db }, async (tx) => {
    await tx.$executeRaw`SELECT FROM questions WHERE id = ${questionId}::uuid FOR UPDATE`;
    const { id: resolutionId } = await tx.resolution.create({
      data: {
        questionId,
        version: 1 + (await tx.resolution.count({ where: { questionId } })),
        outcome,
        voidReason: outcome === null ? "flawed_question" : null,
        effectiveAt: knownAt,
        knownAt,
        challengeUntil: knownAt,
      },
    });
    const answer = { resolutionId, finalAt: await databaseNow(tx) };
    await tx.finalResolution.upsert({ where: { questionId }, create: { questionId, ...answer }, update: answer });
    const ids = { questionId, resolutionId };
    await settleMarket(tx, ids, await loadScoreSubject(tx, ids));
  });
}

import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { DomainError, ensure } from "#core/errors.ts";
import { HOUSE, marketAccount } from "#core/ledger/account-ids.ts";
import { pricesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { openingMoves } from "#core/market/opening-moves.ts";
import { ensureBoundsAreSound } from "#core/market/outcome-buckets.ts";
import type { Tx } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { postTransactions } from "#services/ledger/post-transactions.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { loadQuestionLocked } from "#services/question/load-question.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { OpenMarketInput } from "./input.ts";
import type { openedMarketOutput } from "./output.ts";

/** How many outcomes a market trades: yes and no, the options, or the buckets of a range. */
async function outcomesOf(
  tx: Tx,
  question: { id: string; type: string; options: readonly unknown[] },
  bounds: readonly number[],
): Promise<number> {
  const range = rangeOf(await tx.question.findUniqueOrThrow({ where: { id: question.id }, select: rangeColumns }));
  if (range) {
    ensureBoundsAreSound(range, bounds);
    return bounds.length + 1;
  }
  ensure(bounds.length === 0, "market_buckets_must_fit_question", { field: "bucketBounds" });
  return question.type === "binary" ? 2 : question.options.length;
}

/**
 * Opens the market of a published question. The house sets aside the most that its maker can lose. Where the crowd is hidden,
 * trading begins when it is revealed.
 */
export async function openMarket(
  ctx: ServiceContext,
  input: OpenMarketInput,
): Promise<z.input<typeof openedMarketOutput>> {
  authorize(ctx, "open_market");
  const { questionId, liquidityMicros, bucketBounds, openingPrices } = input;
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    ensure(question.publication, "question_must_be_published");
    ensure(!question.final, "question_must_be_open", { reason: "has_answer" });
    const { revealAt, closesAt } = question;
    ensure(revealAt === null || revealAt < closesAt, "market_must_have_time_to_trade");
    const outcomes = await outcomesOf(tx, question, bucketBounds);
    const opening = openingPrices ?? Array.from({ length: outcomes }, () => 1 / outcomes);
    ensure(opening.length === outcomes, "probabilities_must_fit_question", {
      of: "opening",
      expected: outcomes,
      field: "openingPrices",
    });
    ensure(Math.abs(opening.reduce((sum, price) => sum + price, 0) - 1) < 1e-9, "probabilities_must_sum_to_one", {
      of: "opening",
      field: "openingPrices",
    });
    if (await tx.market.findUnique({ where: { questionId }, select: { questionId: true } })) {
      throw new DomainError("market_must_not_exist");
    }
    const market = { liquidityMicros, openingPrices: opening, soldMicros: opening.map(() => 0n) };
    const subsidyMicros = subsidyOfMarket(market);
    await tx.ledgerAccount.create({ data: { id: marketAccount(questionId), kind: "market" } });
    const openedById = accountIdOf(ctx.actor);
    // By SQL text: Prisma's models round a list of floats in its last digit.
    await tx.$executeRaw`
      INSERT INTO markets (question_id, account_id, liquidity_micros, subsidy_micros, opening_prices, bucket_bounds, sold_micros, opened_by_id, opened_at)
      VALUES (${questionId}::uuid, ${marketAccount(questionId)}, ${liquidityMicros}, ${subsidyMicros}, ${opening}::float8[],
        ${bucketBounds}::float8[], ${market.soldMicros.map(String)}::bigint[], ${openedById}::uuid, clock_timestamp())`;
    await lockAccounts(tx, [HOUSE, marketAccount(questionId)]);
    await postTransactions(tx, [
      { kind: "market_opening", questionId, moves: openingMoves(questionId, subsidyMicros) },
    ]);
    await writeAudit(tx, ctx, {
      action: "open-market",
      subjectKind: "question",
      subjectId: questionId,
      details: {
        liquidityMicros: String(liquidityMicros),
        subsidyMicros: String(subsidyMicros),
        openingPrices: opening,
        ...(bucketBounds.length > 0 ? { bucketBounds } : {}),
      },
    });
    await recordEvents(tx, [{ kind: "market.opened", payload: { questionId } }]);
    return { questionId, subsidyMicros, prices: pricesOfMarket(market) };
  });
}

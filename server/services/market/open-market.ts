import type { z } from "zod";
import { DomainError, ensure } from "#core/errors.ts";
import { HOUSE, marketAccount } from "#core/ledger/account-ids.ts";
import { pricesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { openingMoves } from "#core/market/opening-moves.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { lockAccounts, postTransactions } from "../ledger/post-transactions.ts";
import { loadQuestionLocked } from "../question/load-question.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { type OpenMarketInput, openMarketInput } from "./input.ts";
import type { openedMarketOutput } from "./output.ts";

/** Outcomes that a market trades: yes and no, or the options. */
function outcomesOf(question: { type: string; options: readonly unknown[] }): number {
  if (question.type === "binary") return 2;
  ensure(
    question.type === "multiple_choice" && question.options.length > 1,
    "market_outcomes_must_be_fixed",
    "A market needs a question that ends in one of a few answers fixed beforehand.",
  );
  return question.options.length;
}

/** Opens the market of a published question. The house sets aside the most that its maker can lose. */
export async function openMarket(
  ctx: ServiceContext,
  input: OpenMarketInput,
): Promise<z.input<typeof openedMarketOutput>> {
  authorize(ctx, "open_market");
  const { questionId, liquidityMicros, openingPrices } = openMarketInput.parse(input);
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    ensure(question.publication, "question_must_be_published", "Only a published question has a market.");
    ensure(!question.final, "question_must_be_open", "This question has an answer already.");
    const outcomes = outcomesOf(question);
    const opening = openingPrices ?? Array.from({ length: outcomes }, () => 1 / outcomes);
    ensure(
      opening.length === outcomes,
      "probabilities_must_fit_question",
      `There are ${outcomes} outcomes.`,
      "openingPrices",
    );
    ensure(
      Math.abs(opening.reduce((sum, price) => sum + price, 0) - 1) < 1e-9,
      "probabilities_must_sum_to_one",
      "Opening prices sum to 1.",
      "openingPrices",
    );
    if (await tx.market.findUnique({ where: { questionId }, select: { questionId: true } })) {
      throw new DomainError("market_must_not_exist", "This question has a market already.");
    }
    const market = { liquidityMicros, openingPrices: opening, soldMicros: opening.map(() => 0n) };
    const subsidyMicros = subsidyOfMarket(market);
    await tx.ledgerAccount.create({ data: { id: marketAccount(questionId), kind: "market" } });
    const openedById = ctx.actor.kind === "user" ? ctx.actor.id : null;
    // By SQL text: Prisma's models round a list of floats in its last digit.
    await tx.$executeRaw`
      INSERT INTO markets (question_id, account_id, liquidity_micros, subsidy_micros, opening_prices, sold_micros, opened_by_id, opened_at)
      VALUES (${questionId}::uuid, ${marketAccount(questionId)}, ${liquidityMicros}, ${subsidyMicros}, ${opening}::float8[],
        ${market.soldMicros.map(String)}::bigint[], ${openedById}::uuid, clock_timestamp())`;
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
      },
    });
    return { questionId, subsidyMicros, prices: pricesOfMarket(market) };
  });
}

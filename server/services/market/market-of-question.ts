import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { pricesOfMarket } from "#core/market/lmsr-market.ts";
import { type Position, shownPosition, withoutValue } from "#core/market/position.ts";
import { SETTLEMENT_RULE, VOID_RULE } from "#core/market/settlement-words.ts";
import { takesForecasts } from "#core/question/question-status.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { factsSelect, questionFacts } from "#services/question/question-facts.ts";
import { hiddenUntil, visibleMarkets } from "#services/visibility.ts";
import { labelColumns, outcomeLabels } from "./outcome-labels.ts";
import type { marketOutput } from "./output.ts";

type Market = NonNullable<z.input<typeof marketOutput>>;
type Settlement = Extract<Market, { isHidden: false }>["settlement"];

function settlementOf(
  row: {
    outcome: number | null;
    knownAt: Date;
    settledAt: Date;
    reversedTrades: number;
    paidOutMicros: bigint;
    residueMicros: bigint;
  },
  result: { payoutMicros: bigint; profitMicros: bigint } | undefined,
): Settlement {
  return {
    ...row,
    rule: row.outcome === null ? VOID_RULE : SETTLEMENT_RULE,
    ownPayoutMicros: result?.payoutMicros ?? null,
    ownProfitMicros: result?.profitMicros ?? null,
  };
}

async function ownPart(ctx: ServiceContext, questionId: string) {
  const userId = accountIdOf(ctx.actor);
  if (userId === null) return { position: null, result: undefined };
  const key = { questionId_userId: { questionId, userId } };
  const position = await ctx.db.position.findUnique({ where: key });
  const result = await ctx.db.marketResult.findUnique({ where: key });
  return { position, result: result ?? undefined };
}

const shown = (position: Position | null, prices: readonly number[]) =>
  position ? shownPosition(position, prices) : null;

/** The market of a question as its page shows it, but for what would tell a crowd that is hidden; null when it has none. */
export async function marketOfQuestion(
  ctx: ServiceContext,
  { questionId }: { questionId: string },
): Promise<Market | null> {
  authorize(ctx, "read_public_pages");
  const row = await ctx.db.market.findFirst({
    where: { questionId, ...visibleMarkets(ctx) },
    include: {
      question: {
        select: {
          ...labelColumns,
          ...factsSelect,
          revealAt: true,
        },
      },
      settlements: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          outcome: true,
          knownAt: true,
          settledAt: true,
          reversedTrades: true,
          paidOutMicros: true,
          residueMicros: true,
        },
      },
      _count: { select: { positions: true } },
    },
  });
  if (!row) return null;
  const { question, settlements, _count, openedAt, liquidityMicros, subsidyMicros, openingPrices, soldMicros } = row;
  const { position, result } = await ownPart(ctx, questionId);
  const terms = {
    questionId,
    openedAt,
    outcomes: outcomeLabels(row),
    bucketBounds: row.bucketBounds,
    liquidityMicros,
    isSignedIn: accountIdOf(ctx.actor) !== null,
  };
  const hidden = hiddenUntil(ctx, question);
  if (hidden) return { ...terms, isHidden: true, revealAt: hidden, position: position && withoutValue(position) };
  const prices = pricesOfMarket(row);
  return {
    ...terms,
    isHidden: false,
    subsidyMicros,
    openingPrices,
    soldMicros,
    prices,
    tradeCount: row.tradeCount,
    volumeMicros: row.volumeMicros,
    traders: _count.positions,
    takesTrades: takesForecasts(questionFacts(question), ctx.now.getTime()),
    position: shown(position, prices),
    settlement: settlements[0] ? settlementOf(settlements[0], result) : null,
  };
}

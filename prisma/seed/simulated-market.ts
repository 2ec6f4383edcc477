import { createHash } from "node:crypto";
import { bucketProbabilities } from "#core/market/outcome-buckets.ts";
import { randomSequence } from "#core/random/random-sequence.ts";
import type { ServiceContext } from "#services/context.ts";
import { grantCredits } from "#services/ledger/grant-credits.ts";
import { type HistoricalTrade, importTrades } from "#services/market/import-trades.ts";
import { openMarket } from "#services/market/open-market.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { type Cast, SIMULATED_FORECASTERS } from "./people.ts";
import { simulatedHistory } from "./simulated-history.ts";
import type { Story, StoryQuestion } from "./story.ts";

const CREDIT = 1_000_000n;
const LIQUIDITY = 120n * CREDIT;
/** Every so many-th forecast is also put into the market. */
const EVERY = 2;

/** What a forecast says of each outcome that is traded: of a distribution, each bucket. */
function sharesOf({ range, bucketBounds }: StoryQuestion, probabilities: readonly number[]): readonly number[] {
  return range && bucketBounds ? bucketProbabilities(range, bucketBounds, probabilities) : probabilities;
}

/** What simulated forecasters stake on what they forecast: toward it, as far as a few credits go. */
function tradesOf(question: StoryQuestion, cast: Cast, now: number, seed: string): HistoricalTrade[] {
  const chance = randomSequence(seed);
  return simulatedHistory(question, cast.forecasters, now, seed)
    .filter((_, i) => i % EVERY === 0)
    .map(({ forecasterId, madeAt, probabilities }) => {
      const shares = sharesOf(question, probabilities);
      const outcome = chance.below(shares.length);
      const probability = Math.min(0.97, Math.max(0.03, shares[outcome] ?? 0.5));
      return {
        userId: forecasterId,
        madeAt,
        outcome,
        probability,
        budgetMicros: BigInt(5 + chance.below(25)) * CREDIT,
      };
    });
}

/** Two orders that rest about the price of an open market. */
async function rest(ctx: ServiceContext, cast: Cast, questionId: string): Promise<void> {
  for (const [i, side] of (["yes", "no"] as const).entries()) {
    const [id, name] = [cast.forecasters[i] ?? "", SIMULATED_FORECASTERS[i] ?? ""];
    await placeOrder(
      { ...ctx, now: new Date(), actor: { kind: "user", id, name, role: "forecaster" } },
      {
        questionId,
        outcome: 0,
        side,
        action: "buy",
        sharesMicros: 40n * CREDIT,
        limitMicros: 150_000n,
        idempotencyKey: `demonstration-${questionId}-${side}`,
      },
    );
  }
}

/** Opens the markets of a story, and lets its simulated forecasters trade in them as they forecast: with play credits, like everybody. */
export async function tradeInStory(
  ctx: ServiceContext,
  cast: Cast,
  story: Story,
  ids: readonly string[],
  now: number,
): Promise<void> {
  const traded = story.questions.flatMap((question, i) =>
    question.hasMarket ? [{ question, id: ids[i] as string }] : [],
  );
  if (traded.length === 0) return;
  for (const userId of cast.forecasters) {
    await grantCredits(ctx, { userId, amountMicros: 400n * CREDIT, reason: `Play credits for “${story.title}”` });
  }
  for (const { question, id } of traded) {
    const bucketBounds = [...(question.bucketBounds ?? [])];
    await openMarket(cast.moderator, { questionId: id, liquidityMicros: LIQUIDITY, bucketBounds });
    const seed = `${story.slug} market of ${question.title}`;
    await transact(ctx, async (tx) => {
      const sha256 = createHash("sha256").update(`${seed} ${now}`).digest("hex");
      const batch = await tx.importBatch.create({ data: { kind: "demonstration", sha256, counts: {} } });
      const trades = await importTrades(tx, batch.id, id, tradesOf(question, cast, now, seed));
      const details = { story: story.slug, trades };
      await writeAudit(tx, ctx, {
        action: "import-demonstration",
        subjectKind: "import",
        subjectId: batch.id,
        details,
      });
    });
    if (question.closesAt > ctx.now.getTime()) await rest(ctx, cast, id);
  }
}

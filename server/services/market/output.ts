import { z } from "zod";
import { microsOutput } from "#services/ledger/amount.ts";

const prices = z.array(z.number());

export const openedMarketOutput = z.object({
  questionId: z.string(),
  /** What lies in escrow for it: its worst loss. */
  subsidyMicros: microsOutput,
  prices,
});

const leg = z.object({
  /** The maker, or a resting order at its price. */
  counterpart: z.enum(["maker", "order"]),
  sharesMicros: microsOutput,
  /** Positive: paid. Negative: received. */
  costMicros: microsOutput,
});
const traded = {
  action: z.enum(["buy", "sell"]),
  outcome: z.number(),
  side: z.enum(["yes", "no"]),
  sharesMicros: microsOutput,
  /** Positive: paid. Negative: proceeds. */
  costMicros: microsOutput,
  /** Complete sets that the trade makes, handed back at once for one credit each. */
  redeemedMicros: microsOutput,
  pricesAfter: prices,
  legs: z.array(leg),
};
export const quoteOutput = z.object({
  ...traded,
  /** null: nothing can be traded on these terms (the price is there already, or the budget buys nothing). */
  isPossible: z.boolean(),
  pricesBefore: prices,
  /** Credits a share, on average. */
  averagePrice: z.number().nullable(),
});
export const tradeOutput = z.object({
  ...traded,
  id: z.string(),
  number: z.number(),
  madeAt: z.date(),
  balanceMicros: microsOutput,
});

const order = z.object({
  id: z.string(),
  questionId: z.string(),
  action: z.enum(["buy", "sell"]),
  outcome: z.number(),
  side: z.enum(["yes", "no"]),
  limitMicros: microsOutput,
  sharesMicros: microsOutput,
  remainingMicros: microsOutput,
  reservedMicros: microsOutput,
  placedAt: z.date(),
  expiresAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** filled | cancelled | expired | replaced | settled */
  closedBy: z.string().nullable(),
});
export const orderOutput = order;
export const ownOrdersOutput = z.array(order);

const position = z.object({
  sharesMicros: z.array(microsOutput),
  reservedMicros: z.array(microsOutput),
  basisMicros: z.array(microsOutput),
  /** At the maker's prices now; null while the crowd is hidden, and with it the prices. */
  valueMicros: microsOutput.nullable(),
  unrealisedMicros: microsOutput.nullable(),
  realisedMicros: microsOutput,
});

const marketTerms = {
  questionId: z.string(),
  openedAt: z.date(),
  /** Yes and No, the options’ labels, or the buckets of a range. */
  outcomes: z.array(z.string()),
  /** What divides the buckets; empty where the answers are fixed. */
  bucketBounds: z.array(z.number()),
  liquidityMicros: microsOutput,
  /** Who asks, and what they hold here; null when not signed in, or nothing held. */
  isSignedIn: z.boolean(),
  position: position.nullable(),
};
/** While the crowd is hidden, nobody trades, and nothing is told that comes of trades. */
const hiddenMarket = z.object({ ...marketTerms, isHidden: z.literal(true), revealAt: z.date() });
const shownMarket = z.object({
  ...marketTerms,
  isHidden: z.literal(false),
  subsidyMicros: microsOutput,
  openingPrices: prices,
  soldMicros: z.array(microsOutput),
  prices,
  tradeCount: z.number(),
  volumeMicros: microsOutput,
  traders: z.number(),
  takesTrades: z.boolean(),
  settlement: z
    .object({
      outcome: z.number().nullable(),
      knownAt: z.date(),
      settledAt: z.date(),
      reversedTrades: z.number(),
      paidOutMicros: microsOutput,
      residueMicros: microsOutput,
      /** How it was settled, in words. */
      rule: z.string(),
      /** What it came to for whoever asks. */
      ownPayoutMicros: microsOutput.nullable(),
      ownProfitMicros: microsOutput.nullable(),
    })
    .nullable(),
});
export const marketOutput = z.discriminatedUnion("isHidden", [hiddenMarket, shownMarket]).nullable();

export const priceHistoryOutput = z.array(z.object({ at: z.date(), prices }));
/** Resting orders added up per price of the outcome; bids buy it (or sell its opposite), asks the reverse. */
const depthStep = z.object({ priceMicros: microsOutput, sharesMicros: microsOutput });
export const depthOutput = z.array(
  z.object({ outcome: z.number(), bids: z.array(depthStep), asks: z.array(depthStep) }),
);
export const tradesOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      madeAt: z.date(),
      name: z.string(),
      isBot: z.boolean(),
      isSimulated: z.boolean(),
      action: z.enum(["buy", "sell"]),
      outcome: z.number(),
      side: z.enum(["yes", "no"]),
      sharesMicros: microsOutput,
      costMicros: microsOutput,
      pricesAfter: prices,
      byOrder: z.boolean(),
      /** Made at or after the instant at which the answer was known. */
      isReversed: z.boolean(),
    }),
  ),
  nextCursor: z.number().nullable(),
});
export const holdersOutput = z.array(
  z.object({
    outcome: z.number(),
    holders: z.array(
      z.object({ name: z.string(), isBot: z.boolean(), isSimulated: z.boolean(), sharesMicros: microsOutput }),
    ),
  }),
);

export const portfolioOutput = z.object({
  balanceMicros: microsOutput,
  reservedMicros: microsOutput,
  owedMicros: microsOutput,
  /** Of all open positions whose prices are shown, at the makers' prices. */
  valueMicros: microsOutput,
  unrealisedMicros: microsOutput,
  /** From sales in open markets, and of settled ones. */
  realisedMicros: microsOutput,
  positions: z.array(
    position.extend({
      slug: z.string(),
      title: z.string(),
      outcomes: z.array(z.string()),
      /** None while the crowd is hidden. */
      prices,
    }),
  ),
  orders: z.array(order.extend({ slug: z.string(), title: z.string(), outcomes: z.array(z.string()) })),
  results: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      /** The answer in words; null for a void. */
      answer: z.string().nullable(),
      settledAt: z.date(),
      payoutMicros: microsOutput,
      profitMicros: microsOutput,
    }),
  ),
});

export const profitBoardOutput = z.object({
  items: z.array(
    z.object({
      rank: z.number(),
      name: z.string(),
      isBot: z.boolean(),
      isSimulated: z.boolean(),
      markets: z.number(),
      profitMicros: microsOutput,
    }),
  ),
  nextCursor: z.string().nullable(),
});

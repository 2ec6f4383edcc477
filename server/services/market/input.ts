import { z } from "zod";
import { wholeLots } from "#core/market/resting-order.ts";
import { microsInput } from "#services/ledger/amount.ts";
import { instant } from "#services/safe-instant.ts";
import { ordinal, probability, quantity } from "#services/safe-number.ts";
import { listCursor, safeText, uuid } from "#services/safe-text.ts";

/** Beyond a million shares, or credits, the maker's arithmetic would lose micros. */
const MAX_TRADED = 1_000_000_000_000n;
const isWholeLots = (micros: bigint) => wholeLots(micros) === micros;
/** So that a lot of an order moves no price by much. */
const MIN_LIQUIDITY = 1_000_000n;
const traded = () => microsInput(MAX_TRADED);

export const openMarketInput = z.strictObject({
  questionId: uuid(),
  /** b: how many credits move a price. The worst loss is b·ln(1/least opening price). */
  liquidityMicros: microsInput(MAX_TRADED).refine((micros) => micros >= MIN_LIQUIDITY, "At least one credit."),
  /** Where prices begin, one per outcome, summing to 1; all equal when absent. A yes/no question has two: yes, no. */
  /** What cuts the range of a number or a date (epoch milliseconds) into the buckets that are traded, lowest first. */
  bucketBounds: z.array(quantity()).max(100).default([]),
  openingPrices: z.array(z.number().min(0.01).max(0.99)).min(2).max(100).optional(),
});

/** Which shares: those of an outcome (yes), or equal shares of all others (no). A yes/no question has the outcome 0. */
const what = {
  questionId: uuid(),
  outcome: z.int().min(0).max(99),
  side: z.enum(["yes", "no"]),
};
const buyShares = z.strictObject({
  kind: z.literal("buy_shares"),
  ...what,
  sharesMicros: traded(),
  /** The trade is refused when it would cost more. */
  maxCostMicros: traded().optional(),
});
const buyBudget = z.strictObject({
  kind: z.literal("buy_budget"),
  ...what,
  budgetMicros: traded(),
  /** The trade is refused when it would bring fewer. */
  minSharesMicros: traded().optional(),
});
const sellShares = z.strictObject({
  kind: z.literal("sell_shares"),
  ...what,
  sharesMicros: traded(),
  /** The trade is refused when it would bring less. */
  minProceedsMicros: traded().optional(),
});
/** Buys until the outcome's price is the probability, or the budget is spent. */
const toward = z.strictObject({
  kind: z.literal("toward"),
  questionId: uuid(),
  outcome: z.int().min(0).max(99),
  probability: probability(),
  budgetMicros: traded(),
});
/** Sent again with the same body, it answers with the trade it made the first time. */
const keyed = { idempotencyKey: safeText({ max: 200 }) };

export const quoteInput = z.discriminatedUnion("kind", [buyShares, buyBudget, sellShares, toward]);
export const tradeInput = z.discriminatedUnion("kind", [
  buyShares.extend(keyed),
  buyBudget.extend(keyed),
  sellShares.extend(keyed),
  toward.extend(keyed),
]);
export const placeOrderInput = z.strictObject({
  ...what,
  action: z.enum(["buy", "sell"]),
  /** Whole thousandths of a share. */
  sharesMicros: traded().refine(isWholeLots, "Whole thousandths of a share."),
  /** Credits for a whole share, in whole thousandths: at most this when buying, at least this when selling. */
  limitMicros: microsInput(999_000n).refine(isWholeLots, "Whole thousandths of a credit."),
  expiresAt: instant().optional(),
  ...keyed,
});
export const cancelOrderInput = z.strictObject({ orderId: uuid() });
export const marketInput = z.strictObject({ questionId: uuid() });
export const tradesInput = z.strictObject({
  questionId: uuid(),
  cursor: ordinal().optional(),
  limit: z.int().min(1).max(100).default(25),
});
export const profitBoardInput = z.strictObject({
  /** all | season:<slug> | topic:<id> */
  scope: z
    .string()
    .regex(/^(all|season:[0-9]{4}-q[1-4]|topic:[0-9a-f-]{36})$/)
    .default("all"),
  cursor: listCursor("profit"),
  limit: z.int().min(1).max(100).default(50),
});

export type OpenMarketInput = z.infer<typeof openMarketInput>;
export type QuoteInput = z.infer<typeof quoteInput>;
export type TradeInput = z.infer<typeof tradeInput>;
export type PlaceOrderInput = z.infer<typeof placeOrderInput>;
export type TradesInput = z.infer<typeof tradesInput>;
export type ProfitBoardInput = z.infer<typeof profitBoardInput>;

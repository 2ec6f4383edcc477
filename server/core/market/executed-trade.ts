import type { TradeTerms } from "./execute-trade.ts";
import type { TradeLeg } from "./fill-order.ts";
import type { RestingOrder } from "./resting-order.ts";

/** One trade as it is written down. */
export interface ExecutedTrade extends Pick<TradeTerms, "userId" | "action" | "outcome" | "side"> {
  /** The taker's order; null for a trade at once. */
  readonly order: RestingOrder | null;
  readonly sharesMicros: bigint;
  readonly costMicros: bigint;
  readonly redeemedMicros: bigint;
  readonly legs: readonly TradeLeg[];
  /** Of the taker's own orders, those that were in the way and are withdrawn. */
  readonly replaced: readonly RestingOrder[];
  readonly soldBefore: readonly bigint[];
  readonly soldAfter: readonly bigint[];
  readonly pricesAfter: readonly number[];
}

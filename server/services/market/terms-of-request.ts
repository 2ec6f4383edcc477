import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "#core/canonical-json.ts";
import { DomainError, ensure } from "#core/errors.ts";
import type { TradeTerms } from "#core/market/execute-trade.ts";
import { type LmsrMarket, pricesOfMarket } from "#core/market/lmsr-market.ts";
import { namedStake, type Stake } from "#core/market/stake.ts";
import type { quoteInput } from "./input.ts";

export type Request = z.output<typeof quoteInput>;

/** The stake that a request names, or a refusal when the market has no such outcome. */
export function stakeOfRequest(market: LmsrMarket, stake: Stake): Stake {
  const outcomes = market.soldMicros.length;
  ensure(stake.outcome < outcomes, "outcome_must_fit_question", { reason: "market", field: "outcome" });
  return namedStake(stake, outcomes);
}

/** A request as the terms of a trade by somebody. */
export function termsOfRequest(market: LmsrMarket, userId: string, request: Request): TradeTerms {
  if (request.kind === "toward") {
    const { outcome, probability, budgetMicros } = request;
    const price = pricesOfMarket(market)[outcome] ?? 0;
    const asked = stakeOfRequest(market, { outcome, side: probability > price ? "yes" : "no" });
    const stopPrice = asked.outcome === outcome ? probability : 1 - probability;
    return { userId, ...asked, action: "buy", sharesMicros: null, budgetMicros, stopPrice };
  }
  const stake = stakeOfRequest(market, request);
  return {
    userId,
    ...stake,
    action: request.kind === "sell_shares" ? "sell" : "buy",
    sharesMicros: request.kind === "buy_budget" ? null : request.sharesMicros,
    budgetMicros: request.kind === "buy_budget" ? request.budgetMicros : null,
    stopPrice: null,
  };
}

/** Refuses a trade that is worse than its limits allow. A quote is honoured or refused, never silently worse. */
export function ensureWithinLimits(request: Request, done: { sharesMicros: bigint; costMicros: bigint }): void {
  const worse = (reason: "cost" | "shares" | "proceeds") => new DomainError("price_must_stay_within_limit", { reason });
  if (request.kind === "buy_shares" && request.maxCostMicros !== undefined && done.costMicros > request.maxCostMicros)
    throw worse("cost");
  if (
    request.kind === "buy_budget" &&
    request.minSharesMicros !== undefined &&
    done.sharesMicros < request.minSharesMicros
  )
    throw worse("shares");
  if (
    request.kind === "sell_shares" &&
    request.minProceedsMicros !== undefined &&
    -done.costMicros < request.minProceedsMicros
  )
    throw worse("proceeds");
}

/** sha256 of what was asked: the same key with another body is another request. */
export function requestHash(request: object): string {
  const plain = Object.entries(request)
    .filter(([name, value]) => name !== "idempotencyKey" && value !== undefined)
    .map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : typeof value === "number" ? value : String(value),
    ]);
  return createHash("sha256")
    .update(canonicalJson(Object.fromEntries(plain)))
    .digest("hex");
}

import { microsOfText } from "#core/ledger/micros.ts";
import { withoutSign } from "./credits-text.ts";
import type { QuoteRequest, QuoteView, Side } from "./market-view.ts";

/** A trade as its form holds it, as typed. */
export interface TradeForm {
  readonly kind: "toward" | "buy_budget" | "sell_shares";
  readonly outcome: number;
  readonly side: Side;
  /** Credits to spend, or shares to sell. */
  readonly amount: string;
  /** In percent, for a trade toward a forecast. */
  readonly percent: number;
}

/** The request that the form makes of the market; null while the amount is none. */
export function quoteRequest(questionId: string, form: TradeForm): QuoteRequest | null {
  const micros = amountOf(form.amount);
  if (micros === null || micros === 0n) return null;
  const { outcome, side } = form;
  if (form.kind === "toward") {
    return { kind: "toward", questionId, outcome, probability: form.percent / 100, budgetMicros: micros };
  }
  return form.kind === "buy_budget"
    ? { kind: "buy_budget", questionId, outcome, side, budgetMicros: micros }
    : { kind: "sell_shares", questionId, outcome, side, sharesMicros: micros };
}

function amountOf(text: string): bigint | null {
  try {
    return microsOfText(text);
  } catch {
    return null;
  }
}

/** The request with the quote as its limit: what was shown is what is done, or nothing is. */
export function limitedRequest(request: QuoteRequest, quote: QuoteView): QuoteRequest {
  if (request.kind === "buy_budget") return { ...request, minSharesMicros: quote.sharesMicros };
  if (request.kind === "sell_shares") return { ...request, minProceedsMicros: withoutSign(quote.costMicros) };
  return request;
}

import { creditsText } from "#core/ledger/micros.ts";
import type { Action, Stake } from "./stake.ts";

/**
 * A trade in words, as a statement tells it.
 *
 * Units: micro-shares; the label is the option's, null for a yes/no question.
 * Source: own rule.
 *
 * @example
 * tradeWords({ action: "buy", outcome: 0, side: "no", sharesMicros: 2_500_000n, label: null }); // => "Bought 2.50 shares of no"
 * tradeWords({ action: "sell", outcome: 1, side: "no", sharesMicros: 1_000_000n, label: "Geneva" }); // => "Sold 1.00 shares against “Geneva”"
 */
export function tradeWords(
  trade: Stake & { readonly action: Action; readonly sharesMicros: bigint; readonly label: string | null },
): string {
  const { action, side, sharesMicros, label } = trade;
  const what = label === null ? `of ${side}` : side === "yes" ? `of “${label}”` : `against “${label}”`;
  return `${action === "buy" ? "Bought" : "Sold"} ${creditsText(sharesMicros)} shares ${what}`;
}

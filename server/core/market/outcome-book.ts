import type { DepthStep, OutcomeDepth } from "./depth-of-book.ts";
import { MICROS_PER_CREDIT } from "./lmsr-market.ts";
import type { OutcomeBook } from "./price-impact.ts";

const real = (micros: bigint) => Number(micros) / MICROS_PER_CREDIT;
const side = (steps: readonly DepthStep[]) =>
  steps.map(({ priceMicros, sharesMicros }) => ({ price: real(priceMicros), shares: real(sharesMicros) }));

/**
 * One outcome's price, liquidity and resting orders as real numbers, to draw curves of: nothing is paid by them.
 *
 * Formula: micros / 10⁶.
 * Units: micro-credits and micro-shares in, credits and shares out; the price is a probability.
 * Source: definition.
 *
 * @example
 * outcomeBook({ price: 0.5, liquidityMicros: 100_000_000n }, { bids: [], asks: [{ priceMicros: 600_000n, sharesMicros: 2_500_000n }] }).asks; // => [{ price: 0.6, shares: 2.5 }]
 */
export function outcomeBook(
  maker: { readonly price: number; readonly liquidityMicros: bigint },
  { bids, asks }: Pick<OutcomeDepth, "bids" | "asks">,
): OutcomeBook {
  return { price: maker.price, liquidity: real(maker.liquidityMicros), bids: side(bids), asks: side(asks) };
}

import { ensureArgument } from "#core/errors.ts";
import { lmsrPrices } from "./lmsr-prices.ts";
import { lmsrWorstLoss } from "./lmsr-worst-loss.ts";

/** How many micro-credits (or micro-shares) make one. */
export const MICROS_PER_CREDIT = 1_000_000;
/** More than the relative error of any cost computed here; charged to the trader, so that the maker's bound holds in whole micros. */
export const ROUNDING_MARGIN = 1e-12;

/** A market maker's state. Everything else follows from it. */
export interface LmsrMarket {
  readonly liquidityMicros: bigint;
  /** Where trading began, one per outcome, summing to 1. */
  readonly openingPrices: readonly number[];
  /** Shares that traders hold, one per outcome. A share pays one credit. */
  readonly soldMicros: readonly bigint[];
}

/**
 * A market's quantities as real numbers, opening prices included and the common part left out.
 *
 * Formula: qᵢ = (soldᵢ − min sold)/10⁶ + b·ln p₀ᵢ. Differences are taken as integers, so that no digit is lost to large totals.
 * Units: shares, and liquidity in credits.
 * Errors: `argument_must_be_in_domain` for a market without liquidity, with opening prices that are not positive or not 1 in sum, or with
 * amounts beyond 2⁵³.
 * Source: own rule; C(q + c) = C(q) + c.
 *
 * @example
 * quantitiesOfMarket({ liquidityMicros: 5_000_000n, openingPrices: [0.5, 0.5], soldMicros: [3_000_000n, 1_000_000n] }).liquidity; // => 5
 */
export function quantitiesOfMarket(market: LmsrMarket): { quantities: number[]; liquidity: number } {
  const { liquidityMicros, openingPrices, soldMicros } = market;
  const total = openingPrices.reduce((sum, price) => sum + price, 0);
  const least = soldMicros.reduce((low, sold) => (sold < low ? sold : low), soldMicros[0] ?? 0n);
  const gaps = soldMicros.map((sold) => Number(sold - least));
  ensureArgument(
    liquidityMicros > 0n &&
      openingPrices.length === soldMicros.length &&
      openingPrices.every((price) => price > 0) &&
      Math.abs(total - 1) < 1e-9 &&
      [Number(liquidityMicros), ...gaps].every(Number.isSafeInteger),
    "A market needs liquidity and opening prices that sum to 1.",
  );
  const liquidity = Number(liquidityMicros) / MICROS_PER_CREDIT;
  return {
    liquidity,
    quantities: gaps.map((gap, i) => gap / MICROS_PER_CREDIT + liquidity * Math.log(openingPrices[i] as number)),
  };
}

/**
 * A market's prices.
 *
 * Formula: the LMSR's prices of its quantities.
 * Range: 0..1, summing to 1.
 * Errors: as `quantitiesOfMarket`.
 * Source: R. Hanson (2003).
 *
 * @example
 * pricesOfMarket({ liquidityMicros: 5_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }); // => [0.5, 0.5]
 */
export function pricesOfMarket(market: LmsrMarket): number[] {
  const { quantities, liquidity } = quantitiesOfMarket(market);
  return lmsrPrices(quantities, liquidity);
}

/**
 * What must lie in escrow before a market opens: at least its worst loss.
 *
 * Formula: ⌈b·ln(1/min p₀)·(1 + 10⁻¹²)⌉.
 * Units: micro-credits.
 * Errors: as `quantitiesOfMarket`.
 * Source: R. Hanson (2003), the bound of the market maker’s loss; rounded up by an own rule.
 *
 * @example
 * subsidyOfMarket({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }); // => 69314719n
 */
export function subsidyOfMarket(market: LmsrMarket): bigint {
  const { liquidity } = quantitiesOfMarket(market);
  const loss = lmsrWorstLoss(market.openingPrices, liquidity) * MICROS_PER_CREDIT;
  return BigInt(Math.ceil(loss * (1 + ROUNDING_MARGIN)));
}

import { probabilityOfLogOdds } from "./lmsr-log-odds.ts";

/**
 * How many shares a budget buys, and the price it leaves.
 *
 * Formula: with m = M/b, shares = M + b·log1p(−expm1(−m)·(1−p)/p), price after = p − (1−p)·expm1(−m); λ the log-odds of what is bought.
 * Units: credits and shares; a budget that is not negative.
 * Range: the price after lies in [p, 1].
 * Source: R. Hanson (2003), solved for Δ.
 *
 * @example
 * lmsrSharesForBudget(0, 100, 0); // => { shares: 0, priceAfter: 0.5 }
 */
export function lmsrSharesForBudget(logOdds: number, liquidity: number, budget: number) {
  const spent = -Math.expm1(-budget / liquidity);
  const against = probabilityOfLogOdds(-logOdds);
  const ratio = Math.exp(-logOdds) * spent;
  // Where the odds overflow, ln(1 + x) is ln x.
  const gain = Number.isFinite(ratio) ? Math.log1p(ratio) : Math.log(spent) - logOdds;
  return {
    shares: budget + liquidity * gain,
    priceAfter: probabilityOfLogOdds(logOdds) + against * spent,
  };
}

import { probabilityOfLogOdds } from "./lmsr-log-odds.ts";

/** Below this the logarithm of what remains is taken directly, since 1 + s would lose digits. */
const MIN_SUM = -0.5;

/**
 * What a trade costs: the change of the cost function.
 *
 * Formula: C(q+Δ) − C(q) = b·log1p(p·expm1(Δ/b)), which keeps its digits for small Δ; for large ones b·(ln(1+e^(λ+Δ/b)) − ln(1+e^λ)), λ the
 * log-odds of what is traded and p its price.
 * Units: shares and credits; negative shares are a sale, whose cost is minus its proceeds.
 * Source: R. Hanson (2003); numerics own.
 *
 * @example
 * lmsrTradeCost(0, 100, 0); // => 0
 */
export function lmsrTradeCost(logOdds: number, liquidity: number, shares: number): number {
  const step = shares / liquidity;
  const sum = probabilityOfLogOdds(logOdds) * Math.expm1(step);
  if (sum > MIN_SUM && Number.isFinite(sum)) return liquidity * Math.log1p(sum);
  return liquidity * (softplus(logOdds + step) - softplus(logOdds));
}

/** ln(1 + eˣ). */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

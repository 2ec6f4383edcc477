import { ensureArgument } from "#core/errors.ts";
import { logSumExp } from "#core/market/log-sum-exp.ts";

/**
 * The logarithmic market maker's cost function: what traders have paid in when q shares are out, up to a constant.
 *
 * TeX: C(q)=b\,\ln\sum_i e^{q_i/b}
 * Formula: C(q) = b·ln Σ e^(qᵢ/b), computed around the largest q.
 * Units: credits; one share pays one credit. b > 0 is the liquidity.
 * Errors: `argument_must_be_in_domain` for fewer than two outcomes or b ≤ 0.
 * Source: R. Hanson, Information Systems Frontiers 5 (2003); Journal of Prediction Markets 1 (2007).
 *
 * @example
 * lmsrCost([0, 0], 100) === 100 * Math.log(2); // => true
 */
export function lmsrCost(quantities: readonly number[], liquidity: number): number {
  ensureArgument(quantities.length > 1 && liquidity > 0, "A market needs outcomes and liquidity.");
  const greatest = Math.max(...quantities);
  return greatest + liquidity * logSumExp(quantities.map((quantity) => (quantity - greatest) / liquidity));
}

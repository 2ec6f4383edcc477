/**
 * The pinball (quantile) loss of one predicted quantile.
 *
 * TeX: \bigl(\mathbf 1[y<q]-\tau\bigr)(q-y)
 * Formula: (1[y < q] − τ)(q − y). Units: those of y; 0 best. The expected loss is least at the τ-quantile.
 * Source: Koenker & Bassett (1978).
 *
 * @example
 * pinballLoss(8, 10, 0.75); // => 0.5
 */
export function pinballLoss(outcome: number, quantile: number, level: number): number {
  return ((outcome < quantile ? 1 : 0) - level) * (quantile - outcome);
}

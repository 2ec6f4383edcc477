/**
 * What a share cost, or brought, on average.
 *
 * Formula: |cost| / shares.
 * Units: micro-credits and micro-shares in, credits a share out.
 * Source: definition.
 *
 * @example
 * averagePrice(-5_124_948n, 10_000_000n); // => 0.5124948
 */
export function averagePrice(costMicros: bigint, sharesMicros: bigint): number {
  return Math.abs(Number(costMicros)) / Number(sharesMicros);
}

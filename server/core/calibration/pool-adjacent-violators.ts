/** Room for the pools of n points; only the first ones, as many as the function returns, hold a pool. */
export interface Pools {
  /** Index of the first and last point with weight in the pool. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly weight: Float64Array;
  readonly outcomes: Float64Array;
}

/**
 * Room for the pools of a number of points, to be used again and again.
 *
 * @example
 * roomForPools(3).first.length; // => 3
 */
export function roomForPools(points: number): Pools {
  return {
    first: new Uint32Array(points),
    last: new Uint32Array(points),
    weight: new Float64Array(points),
    outcomes: new Float64Array(points),
  };
}

/**
 * Pools neighbouring points until the rates rise strictly, and returns the number of pools. The result goes into `pools`, so that thousands of
 * resamples need no new memory.
 *
 * Formula: points from left to right; while the pool to the left has at least the rate of the newest one, both become one. Rates are compared
 * cross-multiplied, which is exact for whole counts. Points without weight are passed over.
 * Units: weights and outcomes of points in ascending order of probability. O(n).
 * Source: M. Ayer et al., Annals of Mathematical Statistics 26 (1955), 641–647.
 *
 * @example
 * poolAdjacentViolators([1, 1], [1, 0], roomForPools(2)); // => 1
 */
export function poolAdjacentViolators(weights: ArrayLike<number>, outcomes: ArrayLike<number>, pools: Pools): number {
  let count = 0;
  for (let i = 0; i < weights.length; i++) {
    let weight = weights[i] as number;
    if (weight === 0) continue;
    let hits = outcomes[i] as number;
    let first = i;
    while (count > 0) {
      const leftWeight = pools.weight[count - 1] as number;
      const leftHits = pools.outcomes[count - 1] as number;
      if (leftHits * weight < hits * leftWeight) break;
      weight += leftWeight;
      hits += leftHits;
      first = pools.first[count - 1] as number;
      count--;
    }
    pools.first[count] = first;
    pools.last[count] = i;
    pools.weight[count] = weight;
    pools.outcomes[count] = hits;
    count++;
  }
  return count;
}

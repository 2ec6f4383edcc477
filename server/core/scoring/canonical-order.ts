/**
 * The permutation that sorts rows by a key, then by the given tie-breaker: a natural merge sort.
 *
 * Rows read from a store are in time order already: that costs one comparison a row and nothing else. Any other order
 * costs O(F log F). `precedes(i, j)` is asked only where the keys of rows i and j are equal, and must be a total order
 * of all rows that differ in anything, so that the same rows in any order give the same sequence of values.
 *
 * @example
 * [...canonicalOrder(new Float64Array([5, 1, 5]), 3, (i, j) => i < j)]; // => [1, 0, 2]
 */
export function canonicalOrder(
  key: Float64Array,
  count: number,
  precedes: (i: number, j: number) => boolean,
): Uint32Array {
  let from = new Uint32Array(count);
  let runs: number[] = [];
  for (let i = 0; i < count; i++) {
    from[i] = i;
    if (i === 0 || follows(key, i - 1, i, precedes)) runs.push(i);
  }
  let to = runs.length > 1 ? new Uint32Array(count) : from;
  while (runs.length > 1) {
    const merged: number[] = [];
    for (let r = 0; r < runs.length; r += 2) {
      const low = runs[r] as number;
      merged.push(low);
      mergeRuns(key, precedes, from, to, low, runs[r + 1] ?? count, runs[r + 2] ?? count);
    }
    [from, to] = [to, from];
    runs = merged;
  }
  return from;
}

/** Whether row j must come before row i. */
function follows(key: Float64Array, i: number, j: number, precedes: (i: number, j: number) => boolean): boolean {
  const a = key[i] as number;
  const b = key[j] as number;
  return b < a || (b === a && precedes(j, i));
}

function mergeRuns(
  key: Float64Array,
  precedes: (i: number, j: number) => boolean,
  from: Uint32Array,
  to: Uint32Array,
  low: number,
  middle: number,
  high: number,
): void {
  let left = low;
  let right = middle;
  for (let out = low; out < high; out++) {
    const takeRight =
      left >= middle || (right < high && follows(key, from[left] as number, from[right] as number, precedes));
    to[out] = (takeRight ? from[right++] : from[left++]) as number;
  }
}

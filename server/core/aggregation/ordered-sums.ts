/**
 * A changing collection of numbers of which the smallest k can be summed at once: the trimmed mean and the median of
 * whoever stands, while they come and go. O(log V) a step in the number V of distinct values (a Fenwick tree).
 */
export class OrderedSums {
  private readonly values: Float64Array;
  private readonly counts: Int32Array;
  private readonly sums: Float64Array;
  private size = 0;

  /** All values that will ever be added, in any order. */
  constructor(values: Float64Array) {
    this.values = values
      .slice()
      .sort()
      .filter((value, i, sorted) => i === 0 || value !== sorted[i - 1]);
    this.counts = new Int32Array(this.values.length + 1);
    this.sums = new Float64Array(this.values.length + 1);
  }

  /** Adds a value, or with −1 takes it out again. */
  change(value: number, by: 1 | -1): void {
    this.size += by;
    for (let node = this.placeOf(value) + 1; node < this.counts.length; node += node & -node) {
      this.counts[node] = (this.counts[node] as number) + by;
      // An empty node is exactly empty: what rounding left goes.
      this.sums[node] = this.counts[node] === 0 ? 0 : (this.sums[node] as number) + by * value;
    }
  }

  /** Σ of the k smallest. */
  sumOfSmallest(k: number): number {
    let [left, sum, node] = [k, 0, 0];
    for (let step = 1 << Math.floor(Math.log2(this.counts.length)); step > 0; step >>= 1) {
      const next = node + step;
      if (next < this.counts.length && (this.counts[next] as number) <= left) {
        node = next;
        left -= this.counts[next] as number;
        sum += this.sums[next] as number;
      }
    }
    return left === 0 ? sum : sum + left * (this.values[node] as number);
  }

  /** The mean without a share of the values at each end; `trimmedMean` of what is in it. */
  trimmedMean(share: number): number {
    const cut = Math.round(share * this.size);
    return (this.sumOfSmallest(this.size - cut) - this.sumOfSmallest(cut)) / (this.size - 2 * cut);
  }

  /** The middle value, or the mean of the two middle ones. */
  median(): number {
    const [low, high] = [Math.floor((this.size - 1) / 2), Math.floor(this.size / 2) + 1];
    return (this.sumOfSmallest(high) - this.sumOfSmallest(low)) / (high - low);
  }

  private placeOf(value: number): number {
    let [low, high] = [0, this.values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.values[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

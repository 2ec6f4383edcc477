import { RecencyBlocks } from "./recency-blocks.ts";
import { type CrowdQuantiles, QUARTILES, recencyWeightedMedian } from "./recency-weighted-median.ts";
import { rankWeights } from "./recency-weights.ts";
import { ValueCells } from "./value-cells.ts";

/** A quantile closer than this share of the weight to falling on another value is decided by the plain definition. */
const DOUBT = 1e-8;
/** So few forecasts are put through the definition at once; two or fewer have equal weights anyway. */
const FEW = 8;

/**
 * The crowd's recency-weighted median and quartiles, kept up to date while forecasters come, update and leave.
 *
 * For each quantile a threshold rests on a value; `RecencyBlocks` gives the weight below it, its members the weight at
 * it, and the threshold walks to the value where the cumulative weight passes q. Two things make that cheap. One
 * change moves at most w(n) of the total W, so a threshold whose margin is greater than all changes since it was last
 * looked at need not be looked at. And sums known to `DOUBT` of the total decide nearly always; where they do not, the
 * definition itself is evaluated, so the result always is the definition's.
 */
export class CrowdQuantileTracker {
  private readonly values: Float64Array;
  private readonly cells: ValueCells;
  private readonly thresholds = new Int32Array(3);
  private readonly blocks: RecencyBlocks;
  private readonly below = new Float64Array(3);
  /** The share of the total weight that may yet move before a threshold could be wrong. */
  private readonly margins = new Float64Array(3);

  /** `values` are the distinct values that can occur, ascending; forecasters are numbered from 0. */
  constructor(values: Float64Array, forecasters: number) {
    this.values = values;
    this.cells = new ValueCells(values.length, forecasters);
    this.blocks = new RecencyBlocks(this.cells, this.thresholds);
  }

  get count(): number {
    return this.blocks.count;
  }

  /** The forecaster's newest forecast is the value of this number. */
  forecast(forecaster: number, value: number): void {
    this.takeOut(forecaster);
    this.cells.link(forecaster, value);
    this.blocks.append(forecaster);
    this.narrow(this.count);
  }

  /** The forecaster no longer stands. */
  withdraw(forecaster: number): void {
    if (this.takeOut(forecaster)) this.narrow(this.count + 1);
  }

  quantiles(): CrowdQuantiles {
    if (this.count <= FEW) return this.byDefinition();
    const { margins, thresholds, values } = this;
    if (!this.certain()) {
      this.blocks.sums(this.below);
      const sum = rankWeights(this.count).total[this.count] as number;
      for (let which = 0; which < 3; which++) margins[which] = this.settle(which, sum);
      if (!this.certain()) return this.byDefinition();
    }
    const value = (which: number) => values[thresholds[which] as number] as number;
    return { lower: value(0), median: value(1), upper: value(2) };
  }

  private certain(): boolean {
    const [lower, median, upper] = this.margins as unknown as [number, number, number];
    return lower > 0 && median > 0 && upper > 0;
  }

  private takeOut(forecaster: number): boolean {
    if ((this.cells.valueOf[forecaster] as number) < 0) return false;
    this.blocks.remove(forecaster);
    this.cells.unlink(forecaster);
    this.cells.valueOf[forecaster] = -1;
    return true;
  }

  /** One of n came or left: no share of the total weight changed by more than w(n)/W(n − 1), and that leaves less margin. */
  private narrow(n: number): void {
    const { weight, total } = rankWeights(n);
    const change = n <= FEW ? 1 : (weight[n] as number) / (total[n - 1] as number);
    for (let which = 0; which < 3; which++) this.margins[which] = (this.margins[which] as number) - change;
  }

  /** Walks one threshold to the value where the cumulative weight passes the goal; gives its margin, 0 when in doubt. */
  private settle(which: number, sum: number): number {
    const goal = (QUARTILES[which] as number) * sum;
    let under = this.below[which] as number;
    for (;;) {
      const value = this.thresholds[which] as number;
      const slack = (goal - under) / sum;
      if (Math.abs(slack) < DOUBT) return 0;
      if (slack < 0) {
        const next = this.cells.below(value);
        this.thresholds[which] = next;
        under -= this.crossAll(next, which, -1);
        continue;
      }
      const at = this.weightAt(value);
      const room = (under + at - goal) / sum;
      if (Math.abs(room) < DOUBT) return 0;
      if (room > 0) return Math.min(slack, room) - DOUBT;
      this.thresholds[which] = this.cells.above(value);
      this.crossAll(value, which, 1);
      under += at;
    }
  }

  private weightAt(value: number): number {
    let weight = 0;
    for (let who = this.cells.firstMember(value); who >= 0; who = this.cells.memberAfter(who)) {
      weight += this.blocks.weightOf(who);
    }
    return weight;
  }

  /** All members of a value come below a threshold, or no longer are; gives their weight. */
  private crossAll(value: number, which: number, sign: 1 | -1): number {
    let weight = 0;
    for (let who = this.cells.firstMember(value); who >= 0; who = this.cells.memberAfter(who)) {
      this.blocks.cross(who, which, sign);
      weight += this.blocks.weightOf(who);
    }
    return weight;
  }

  private byDefinition(): CrowdQuantiles {
    const active = this.blocks.oldestFirst();
    const values = new Float64Array(active.length);
    for (let k = 0; k < active.length; k++) {
      values[k] = this.values[this.cells.valueOf[active[k] as number] as number] as number;
    }
    return recencyWeightedMedian(values);
  }
}

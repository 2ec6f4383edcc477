import { ensureArgument } from "#core/errors.ts";
import { interpolationNodes, NODES } from "./interpolation-nodes.ts";
import { rankWeights } from "./recency-weights.ts";

const MIN_WIDTH = 32;

/** Neighbouring ranks, oldest first: who they are, and for each option Σ value·basis over their positions. */
interface Block {
  readonly members: string[];
  readonly shares: Float64Array;
}

/**
 * The recency-weighted mean of the active forecasts, kept up to date as they come, change and leave: the linear pool with the
 * weights of the crowd's median.
 *
 * Formula: Σ w_k p_k / Σ w_k by rank k of last update, w_k = e^(√k − √n), equal for n ≤ 2; each option by itself, so that
 * probabilities that sum to 1 give such a mean. Units: probability. NaN while no one stands.
 * Precision: ranks that an update shifts keep their share in their block's interpolation nodes (as in `RecencyBlocks`); the mean
 * is within 1e-9 of the one summed rank by rank. Cost: O(n^¼) blocks and members a change.
 * Errors: `argument_must_be_in_domain` above one million active.
 * Source: Metaculus' recency weighting; the structure is ours.
 *
 * @example
 * new RecencyMean(1).with("a", [0.25]).with("b", [0.75]).mean(); // => [0.5]
 * new RecencyMean(1).with("a", [0.25]).with("b", [0.75]).without("a").mean(); // => [0.75]
 */
export class RecencyMean {
  private readonly options: number;
  private readonly values = new Map<string, readonly number[]>();
  private readonly blockOf = new Map<string, Block>();
  private blocks: Block[] = [];
  private width = MIN_WIDTH;
  private nodes = interpolationNodes(MIN_WIDTH);

  constructor(options: number) {
    this.options = options;
  }

  /** How many stand. */
  get count(): number {
    return this.values.size;
  }

  /** Somebody forecasts, or updates, and is the newest. */
  with(forecaster: string, probabilities: readonly number[]): this {
    ensureArgument(
      probabilities.length === this.options,
      `A forecast must have ${this.options} probabilities, not ${probabilities.length}.`,
    );
    this.without(forecaster);
    this.values.set(forecaster, probabilities);
    this.append(forecaster);
    return this;
  }

  /** Somebody's forecast ends; nothing changes for someone who does not stand. */
  without(forecaster: string): this {
    const block = this.blockOf.get(forecaster);
    if (!block) return this;
    const at = block.members.indexOf(forecaster);
    this.addShares(block, forecaster, at + 1, this.nodes.basis, -1);
    // Only the ranks of this block move within their block; the blocks after it merely begin one rank lower.
    for (let later = at + 1; later < block.members.length; later++) {
      this.addShares(block, block.members[later] as string, later + 1, this.nodes.step, 1);
    }
    block.members.splice(at, 1);
    this.blockOf.delete(forecaster);
    this.values.delete(forecaster);
    return this;
  }

  /** One probability an option. */
  mean(): number[] {
    const { count } = this;
    const { weight, total } = rankWeights(count + this.width);
    const sums = new Array<number>(this.options).fill(0);
    let base = 0;
    for (const block of this.blocks) {
      const isCurved = count <= 2 || base < this.nodes.leastBase;
      if (isCurved) this.addOneByOne(block, base, count <= 2 ? null : weight, sums);
      else this.addByNodes(block, base, weight, sums);
      base += block.members.length;
    }
    const whole = count <= 2 ? count : (total[count] as number);
    return sums.map((sum) => sum / whole);
  }

  private addOneByOne({ members }: Block, base: number, weight: Float64Array | null, sums: number[]): void {
    for (const [at, member] of members.entries()) {
      const own = weight ? (weight[base + at + 1] as number) : 1;
      const values = this.values.get(member) as readonly number[];
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + own * (values[k] as number);
    }
  }

  private addByNodes({ shares }: Block, base: number, weight: Float64Array, sums: number[]): void {
    for (let j = 0; j < NODES; j++) {
      const own = weight[base + (this.nodes.positions[j] as number)] as number;
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + own * (shares[k * NODES + j] as number);
    }
  }

  private append(forecaster: string): void {
    let block = this.blocks.at(-1);
    if (!block || block.members.length === this.width) {
      if (this.blocks.length > 2 * (this.values.size / this.width) + 16) {
        this.rebuild();
        return;
      }
      block = { members: [], shares: new Float64Array(this.options * NODES) };
      this.blocks.push(block);
    }
    block.members.push(forecaster);
    this.blockOf.set(forecaster, block);
    this.addShares(block, forecaster, block.members.length, this.nodes.basis, 1);
  }

  /** Packs everybody into full blocks again, of a width that suits their number; a newcomer in no block yet is the last. */
  private rebuild(): void {
    // A map keeps the order in which its keys were set, which is that of the last updates.
    const everybody = [...this.values.keys()];
    this.width = Math.max(MIN_WIDTH, Math.round(10 * everybody.length ** 0.25));
    this.nodes = interpolationNodes(this.width);
    this.blocks = [];
    for (const forecaster of everybody) this.append(forecaster);
  }

  private addShares(block: Block, forecaster: string, position: number, table: Float64Array, sign: 1 | -1): void {
    const values = this.values.get(forecaster) as readonly number[];
    for (let k = 0; k < this.options; k++) {
      const value = sign * (values[k] as number);
      for (let j = 0; j < NODES; j++) {
        const index = k * NODES + j;
        block.shares[index] = (block.shares[index] as number) + value * (table[position * NODES + j] as number);
      }
    }
  }
}

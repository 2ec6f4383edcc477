import { type InterpolationNodes, interpolationNodes, NODES } from "./interpolation-nodes.ts";
import { rankWeights } from "./recency-weights.ts";
import type { ValueCells } from "./value-cells.ts";

/** Three thresholds; for each the set of active forecasts below it. */
const SETS = 3;
const STRIDE = SETS * NODES;
/** Ranks whose weight is e^(−27) of the newest one's are left out: with a million of them, 1e-9 of the sum. */
const NEGLIGIBLE = 27;
const MIN_WIDTH = 32;

/** How a block is summed: through its nodes, one by one (no shares are kept), or not at all (its members are unlinked). */
const BY_NODES = 0;
const ONE_BY_ONE = 1;
const RETIRED = 2;

/**
 * The active forecasts in the order of their last update, cut into blocks, so that the recency weight of "those below a
 * threshold" costs a few numbers per block, although every rank moves when one forecast leaves.
 *
 * When a forecaster updates, all later ranks sink by one and every weight e^(√rank) changes, each by another factor: no
 * sum of weights survives. What does survive is the *position inside a block*: only the block that lost a member is
 * renumbered, all others merely begin one rank lower. So a block keeps, for each threshold, not a sum of weights but the
 * shares of its members below the threshold in `NODES` interpolation nodes (Σ of Lagrange basis values at their
 * positions). The sum of their weights then is Σ_j share_j·e^√(base + x_j), for whatever base.
 *
 * Blocks of about 10·n^¼ ranks balance the renumbering of one block against the summing of all that matter, so that a
 * change costs O(n^¼). Blocks of low rank, where the weight bends too much, are summed one by one; there are few of
 * them, and none that matter above some thousand forecasters. Blocks whose weight is negligible retire: their members are
 * no members of the value cells, until withdrawals bring their rank back into sight. The error relative to the total weight is at most
 * `NODE_ERROR` by interpolation and 1e-9 by what is left out; callers must not decide anything closer than that.
 */
export class RecencyBlocks {
  private readonly cells: ValueCells;
  private readonly valueOf: Int32Array;
  private readonly thresholds: Int32Array;
  private readonly blockOf: Int32Array;
  private readonly positionOf: Int32Array;
  private nodes: InterpolationNodes = interpolationNodes(MIN_WIDTH);
  private width = MIN_WIDTH;
  private blocks = 0;
  private members = new Int32Array(0);
  private sizes = new Int32Array(0);
  private bases = new Int32Array(0);
  private manner = new Uint8Array(0);
  private shares = new Float64Array(0);
  private weight = rankWeights(0).weight;
  private size = 0;
  /** Blocks below this one are retired. */
  private retired = 0;

  /** Reads, by reference, the cells and the three thresholds. */
  constructor(cells: ValueCells, thresholds: Int32Array) {
    const { valueOf: values } = cells;
    this.cells = cells;
    this.valueOf = values;
    this.thresholds = thresholds;
    this.blockOf = new Int32Array(values.length);
    this.positionOf = new Int32Array(values.length);
    this.rebuild();
  }

  get count(): number {
    return this.size;
  }

  /** Appends a forecaster, whose value is set, as the newest. */
  append(forecaster: number): void {
    if (this.blocks === 0 || this.sizes[this.blocks - 1] === this.width) this.openBlock();
    const block = this.blocks - 1;
    const position = (this.sizes[block] as number) + 1;
    this.members[block * this.width + position - 1] = forecaster;
    this.sizes[block] = position;
    this.blockOf[forecaster] = block;
    this.positionOf[forecaster] = position;
    this.size++;
    if (this.manner[block] === BY_NODES)
      this.addShares(block, this.valueOf[forecaster] as number, position, this.nodes.basis, 1);
  }

  /** Takes a forecaster out, while their value is still set; those after them in the block move up by one. */
  remove(forecaster: number): void {
    const block = this.blockOf[forecaster] as number;
    const from = block * this.width - 1;
    const size = this.sizes[block] as number;
    const position = this.positionOf[forecaster] as number;
    const kept = this.manner[block] === BY_NODES;
    if (kept) this.addShares(block, this.valueOf[forecaster] as number, position, this.nodes.basis, -1);
    for (let at = position + 1; at <= size; at++) {
      const member = this.members[from + at] as number;
      this.members[from + at - 1] = member;
      this.positionOf[member] = at - 1;
      if (kept) this.addShares(block, this.valueOf[member] as number, at, this.nodes.step, 1);
    }
    this.sizes[block] = size - 1;
    this.size--;
  }

  /** Notes that a forecaster came below a threshold (sign 1) or no longer is (sign −1). */
  cross(forecaster: number, threshold: number, sign: 1 | -1): void {
    const block = this.blockOf[forecaster] as number;
    if (this.manner[block] !== BY_NODES) return;
    addNodes(
      this.shares,
      block * STRIDE + threshold * NODES,
      this.nodes.basis,
      (this.positionOf[forecaster] as number) * NODES,
      sign,
    );
  }

  /** The forecaster's weight, on the scale of `rankWeights`; valid after `sums`. */
  weightOf(forecaster: number): number {
    const base = this.bases[this.blockOf[forecaster] as number] as number;
    return this.weight[base + (this.positionOf[forecaster] as number)] as number;
  }

  /** The weight below each of the thresholds, on the scale of `rankWeights`. */
  sums(into: Float64Array): void {
    this.weight = rankWeights(this.size + this.width).weight;
    const root = Math.sqrt(this.size);
    const leastRank = root > NEGLIGIBLE ? (root - NEGLIGIBLE) ** 2 : 0;
    into.fill(0);
    let base = this.size;
    let block = this.blocks - 1;
    for (; block >= 0 && base >= leastRank; block--) {
      base -= this.sizes[block] as number;
      this.bases[block] = base;
      if ((this.sizes[block] as number) > 0) this.addBlock(block, base, into);
    }
    for (let old = block; old >= this.retired; old--) this.retire(old);
    this.retired = block + 1;
  }

  /** The forecasters who stand, oldest update first. */
  oldestFirst(): Int32Array {
    const all = new Int32Array(this.size);
    let at = 0;
    for (let block = 0; block < this.blocks; block++) {
      const from = block * this.width;
      const size = this.sizes[block] as number;
      all.set(this.members.subarray(from, from + size), at);
      at += size;
    }
    return all;
  }

  private addBlock(block: number, base: number, into: Float64Array): void {
    if (this.manner[block] === RETIRED) this.revive(block);
    if (base < this.nodes.leastBase) this.manner[block] = ONE_BY_ONE;
    if (this.manner[block] === BY_NODES) this.addByNodes(block, base, into);
    else this.addOneByOne(block, base, into);
  }

  private retire(block: number): void {
    this.manner[block] = RETIRED;
    const from = block * this.width;
    for (let at = from; at < from + (this.sizes[block] as number); at++) this.cells.unlink(this.members[at] as number);
  }

  private revive(block: number): void {
    this.manner[block] = BY_NODES;
    this.shares.fill(0, block * STRIDE, (block + 1) * STRIDE);
    for (let position = 1; position <= (this.sizes[block] as number); position++) {
      const member = this.members[block * this.width + position - 1] as number;
      const value = this.valueOf[member] as number;
      this.cells.link(member, value);
      this.addShares(block, value, position, this.nodes.basis, 1);
    }
  }

  private addByNodes(block: number, base: number, into: Float64Array): void {
    const { shares, weight } = this;
    const { positions } = this.nodes;
    const first = block * STRIDE;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let j = 0; j < NODES; j++) {
      const w = weight[base + (positions[j] as number)] as number;
      a += (shares[first + j] as number) * w;
      b += (shares[first + NODES + j] as number) * w;
      c += (shares[first + 2 * NODES + j] as number) * w;
    }
    into[0] = (into[0] as number) + a;
    into[1] = (into[1] as number) + b;
    into[2] = (into[2] as number) + c;
  }

  private addOneByOne(block: number, base: number, into: Float64Array): void {
    const from = block * this.width - 1;
    const size = this.sizes[block] as number;
    const [first, second, third] = this.thresholds as unknown as [number, number, number];
    let a = 0;
    let b = 0;
    let c = 0;
    for (let position = 1; position <= size; position++) {
      const value = this.valueOf[this.members[from + position] as number] as number;
      const w = this.weight[base + position] as number;
      if (value < first) a += w;
      if (value < second) b += w;
      if (value < third) c += w;
    }
    into[0] = (into[0] as number) + a;
    into[1] = (into[1] as number) + b;
    into[2] = (into[2] as number) + c;
  }

  /** Adds a table's row for a position to the shares of every set that the value belongs to. */
  private addShares(block: number, value: number, position: number, table: Float64Array, sign: 1 | -1): void {
    for (let q = 0; q < SETS; q++) {
      if (value < (this.thresholds[q] as number)) {
        addNodes(this.shares, block * STRIDE + q * NODES, table, position * NODES, sign);
      }
    }
  }

  private openBlock(): void {
    if (this.blocks === this.sizes.length) this.rebuild();
    if (this.blocks > 0 && (this.sizes[this.blocks - 1] as number) < this.width) return;
    this.manner[this.blocks++] = this.size < this.nodes.leastBase ? ONE_BY_ONE : BY_NODES;
  }

  /** Packs the members into new, full blocks of a width that suits their number; room is left for as many again. */
  private rebuild(): void {
    const all = this.oldestFirst();
    const width = Math.max(MIN_WIDTH, Math.round(10 * (all.length + 1) ** 0.25));
    if (width !== this.width) this.nodes = interpolationNodes(width);
    this.width = width;
    const capacity = 2 * Math.ceil(all.length / width) + 16;
    this.members = new Int32Array(capacity * width);
    this.sizes = new Int32Array(capacity);
    this.bases = new Int32Array(capacity);
    this.manner = new Uint8Array(capacity);
    this.shares = new Float64Array(capacity * STRIDE);
    this.blocks = 0;
    this.size = 0;
    this.retired = 0;
    for (const forecaster of all) {
      this.cells.unlink(forecaster);
      this.cells.link(forecaster, this.valueOf[forecaster] as number);
      this.append(forecaster);
    }
  }
}

function addNodes(shares: Float64Array, at: number, table: Float64Array, row: number, sign: 1 | -1): void {
  for (let j = 0; j < NODES; j++) shares[at + j] = (shares[at + j] as number) + sign * (table[row + j] as number);
}

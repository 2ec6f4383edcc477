import { ensureArgument } from "#core/errors.ts";
import { EMPTY_ROOT, nodeHash } from "./merkle-hashes.ts";

/**
 * A Merkle tree of which only the newest leaves are at hand. The ones before them are told by their peaks: the roots of
 * the largest whole subtrees, from left to right, at most one for each binary digit of their number.
 */
export interface MerkleTree {
  /** How many leaves there were before these. */
  readonly before: number;
  readonly peaks: readonly string[];
  /** The hashes of the leaves from number `before` on. */
  readonly leaves: readonly string[];
}

/**
 * The tree of all the leaves given.
 *
 * @example
 * wholeTree(["aa"]); // => { before: 0, peaks: [], leaves: ["aa"] }
 */
export function wholeTree(leaves: readonly string[]): MerkleTree {
  return { before: 0, peaks: [], leaves };
}

/**
 * How many leaves a tree has.
 *
 * @example
 * treeSize({ before: 2, peaks: ["aa"], leaves: ["bb"] }); // => 3
 */
export function treeSize({ before, leaves }: MerkleTree): number {
  return before + leaves.length;
}

/**
 * The root of a tree: one hash that stands for every leaf and their order.
 *
 * Formula: MTH({}) = SHA-256(); MTH({d}) = leaf hash; MTH(D[n]) = node hash of MTH(D[0:k]) and MTH(D[k:n]), k the largest
 * power of two below n.
 * Source: RFC 9162, section 2.1.1 (as RFC 6962).
 *
 * @example
 * merkleRoot(wholeTree(["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"])); // => "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
 */
export function merkleRoot(tree: MerkleTree): string {
  return treeSize(tree) === 0 ? EMPTY_ROOT : subtreeRoot(tree, 0, treeSize(tree));
}

/**
 * The peaks of a tree, so that more leaves can be put to it without those it has.
 *
 * Formula: the roots of the whole subtrees whose sizes are the binary digits of the number of leaves, the largest first.
 * Source: the "compact range" of RFC 9162's trees.
 *
 * @example
 * merklePeaks({ before: 4, peaks: ["aa"], leaves: ["bb"] }); // => ["aa", "bb"]
 */
export function merklePeaks(tree: MerkleTree): string[] {
  const peaks: string[] = [];
  for (let from = 0, rest = treeSize(tree); rest > 0; ) {
    const size = 2 ** Math.floor(Math.log2(rest));
    peaks.push(subtreeRoot(tree, from, from + size));
    from += size;
    rest -= size;
  }
  return peaks;
}

/**
 * The root of the leaves `from` to before `until`, which must be a subtree of the whole.
 *
 * Errors: `argument_must_be_in_domain` when it lies among the leaves that only their peaks tell of, and is none of those.
 *
 * @example
 * subtreeRoot({ before: 4, peaks: ["aa"], leaves: ["bb"] }, 0, 4); // => "aa"
 */
export function subtreeRoot(tree: MerkleTree, from: number, until: number): string {
  const known = until - from === 1 ? tree.leaves[from - tree.before] : undefined;
  const own = known ?? peakOver(tree, from, until);
  if (own !== undefined) return own;
  ensureArgument(until - from > 1, "This part of the tree is not at hand.");
  const middle = from + largestPowerBelow(until - from);
  return nodeHash(subtreeRoot(tree, from, middle), subtreeRoot(tree, middle, until));
}

/**
 * The largest power of two below a number above one: where a tree of so many leaves divides.
 *
 * @example
 * [2, 3, 4, 5].map(largestPowerBelow); // => [1, 2, 2, 4]
 */
export function largestPowerBelow(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

function peakOver({ before, peaks }: MerkleTree, from: number, until: number): string | undefined {
  if (until > before) return undefined;
  let start = 0;
  for (const peak of peaks) {
    const size = 2 ** Math.floor(Math.log2(before - start));
    if (start === from && start + size === until) return peak;
    start += size;
  }
  return undefined;
}

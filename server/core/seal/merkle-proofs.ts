import { ensureArgument } from "#core/errors.ts";
import { largestPowerBelow, type MerkleTree, subtreeRoot, treeSize } from "./merkle-tree.ts";

/**
 * The proof that a leaf is in a tree: the hashes beside its way to the root, the lowest first.
 *
 * Formula: PATH(m, D[n]) of the RFC.
 * Errors: `argument_must_be_in_domain` for a leaf that is not among those at hand.
 * Source: RFC 9162, section 2.1.3.1 (as RFC 6962).
 *
 * @example
 * inclusionProof({ before: 0, peaks: [], leaves: ["aa", "bb"] }, 1); // => ["aa"]
 */
export function inclusionProof(tree: MerkleTree, index: number): string[] {
  const isAtHand = Number.isInteger(index) && index >= tree.before && index < treeSize(tree);
  ensureArgument(isAtHand, "There is no such leaf among those at hand.");
  const path: string[] = [];
  let [from, until] = [0, treeSize(tree)];
  while (until - from > 1) {
    const middle = from + largestPowerBelow(until - from);
    path.push(index < middle ? subtreeRoot(tree, middle, until) : subtreeRoot(tree, from, middle));
    if (index < middle) until = middle;
    else from = middle;
  }
  return path.reverse();
}

/**
 * The proof that a tree begins with the leaves of an earlier one, unchanged and in order.
 *
 * Formula: PROOF(m, D[n]) of the RFC, with 0 < m ≤ n; nothing to prove from an empty tree.
 * Errors: `argument_must_be_in_domain` for an earlier tree that is larger, or lies among leaves not at hand.
 * Source: RFC 9162, section 2.1.4.1 (as RFC 6962).
 *
 * @example
 * consistencyProof({ before: 0, peaks: [], leaves: ["aa", "bb"] }, 1); // => ["bb"]
 */
export function consistencyProof(tree: MerkleTree, earlierSize: number): string[] {
  ensureArgument(earlierSize >= 0 && earlierSize <= treeSize(tree), "No earlier tree.");
  if (earlierSize === 0) return [];
  const path: string[] = [];
  let [from, until] = [0, treeSize(tree)];
  // Whether what is left of the earlier tree is its own root, which whoever checks knows.
  let isRootKnown = true;
  while (earlierSize < until) {
    const middle = from + largestPowerBelow(until - from);
    if (earlierSize <= middle) {
      path.push(subtreeRoot(tree, middle, until));
      until = middle;
    } else {
      path.push(subtreeRoot(tree, from, middle));
      from = middle;
      isRootKnown = false;
    }
  }
  if (!isRootKnown) path.push(subtreeRoot(tree, from, until));
  return path.reverse();
}

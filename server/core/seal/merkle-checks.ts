import { nodeHash } from "./merkle-hashes.ts";

/** What is claimed of one leaf: that the tree of this size and root has it, at this place. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly root: string;
}

/**
 * Whether a proof shows that a leaf is in the tree of a root, at its place.
 *
 * Formula: the path is folded from the leaf up; at each level the leaf's side is told by its number and the tree's size.
 * Source: RFC 9162, section 2.1.3.2.
 *
 * @example
 * isIncluded({ index: 0, size: 1, leaf: "aa", path: [], root: "aa" }); // => true
 * isIncluded({ index: 1, size: 1, leaf: "aa", path: [], root: "aa" }); // => false
 */
export function isIncluded({ index, size, leaf, path, root }: Inclusion): boolean {
  if (!isPlace(index, size)) return false;
  let [own, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      hash = nodeHash(beside, hash);
      // The right edge of a tree that is not whole has no neighbour on its lower levels.
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else hash = nodeHash(hash, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && hash === root;
}

/** What is claimed of two trees: that the later one begins with the leaves of the earlier one. */
export interface Consistency {
  readonly earlierSize: number;
  readonly earlierRoot: string;
  readonly size: number;
  readonly root: string;
  readonly path: readonly string[];
}

/**
 * Whether a proof shows that a later tree only adds to an earlier one.
 *
 * Formula: the path is folded into both roots at once. Every tree adds to the empty one.
 * Source: RFC 9162, section 2.1.4.2.
 *
 * @example
 * isConsistent({ earlierSize: 1, earlierRoot: "aa", size: 1, root: "aa", path: [] }); // => true
 * isConsistent({ earlierSize: 1, earlierRoot: "aa", size: 1, root: "bb", path: [] }); // => false
 */
export function isConsistent({ earlierSize, earlierRoot, size, root, path }: Consistency): boolean {
  if (earlierSize === 0) return path.length === 0;
  if (!isPlace(earlierSize - 1, size)) return false;
  if (earlierSize === size) return path.length === 0 && earlierRoot === root;
  const [first, ...rest] = Number.isInteger(Math.log2(earlierSize)) ? [earlierRoot, ...path] : path;
  if (first === undefined) return false;
  let [own, last] = [earlierSize - 1, size - 1];
  while (own % 2 === 1) [own, last] = [half(own), half(last)];
  let [earlier, later] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      earlier = nodeHash(beside, earlier);
      later = nodeHash(beside, later);
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else later = nodeHash(later, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && earlier === earlierRoot && later === root;
}

const half = (n: number) => Math.floor(n / 2);

function isPlace(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

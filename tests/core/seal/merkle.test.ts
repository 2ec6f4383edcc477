import { createHash } from "node:crypto";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfHex, hexOfBytes } from "#core/seal/hex.ts";
import { isConsistent, isIncluded } from "#core/seal/merkle-checks.ts";
import { EMPTY_ROOT, leafHash } from "#core/seal/merkle-hashes.ts";
import { consistencyProof, inclusionProof } from "#core/seal/merkle-proofs.ts";
import { merklePeaks, merkleRoot, treeSize, wholeTree } from "#core/seal/merkle-tree.ts";
import { times } from "#tests/support/chance.ts";

/** The eight inputs and the roots of 1..8 of them that certificate-transparency's reference implementation tests with. */
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const textOf = (hex: string) => new TextDecoder().decode(bytesOfHex(hex));
const LEAVES = INPUTS.map((hex) => leafHash(textOf(hex)));
const someLeaves = fc
  .integer({ min: 1, max: 70 })
  .map((n) => Array.from({ length: n }, (_, i) => leafHash(`leaf ${i}`)));

describe("SHA-256", () => {
  test("is the one that Node computes, of any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hexOfBytes(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
      { numRuns: times(500) },
    );
  });

  test("pads at every length around a block", () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = new Uint8Array(length).fill(length);
      expect(hexOfBytes(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });
});

describe("roots", () => {
  test("are those of the known trees of no leaf to eight", () => {
    expect(EMPTY_ROOT).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(merkleRoot(wholeTree([]))).toBe(EMPTY_ROOT);
    expect(ROOTS.map((_, i) => merkleRoot(wholeTree(LEAVES.slice(0, i + 1))))).toEqual(ROOTS);
  });

  test("of a tree told by its peaks and newest leaves are those of the whole tree", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(70), (leaves, cut) => {
        const before = Math.min(cut, leaves.length);
        const peaks = merklePeaks(wholeTree(leaves.slice(0, before)));
        const tree = { before, peaks, leaves: leaves.slice(before) };
        expect(treeSize(tree)).toBe(leaves.length);
        expect(merkleRoot(tree)).toBe(merkleRoot(wholeTree(leaves)));
        expect(merklePeaks(tree)).toEqual(merklePeaks(wholeTree(leaves)));
      }),
    );
  });
});

describe("inclusion", () => {
  test("proofs of the known tree are those of the reference implementation", () => {
    const tree = wholeTree(LEAVES);
    expect(inclusionProof(tree, 0)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(inclusionProof(wholeTree(LEAVES.slice(0, 3)), 2)).toEqual([ROOTS[1]]);
  });

  test("of every leaf of every tree is proved, and of no other leaf, place or root", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (leaves, pick, cut) => {
        const index = pick % leaves.length;
        const before = Math.min(cut % (leaves.length + 1), index);
        const peaks = merklePeaks(wholeTree(leaves.slice(0, before)));
        const path = inclusionProof({ before, peaks, leaves: leaves.slice(before) }, index);
        const claim = { index, size: leaves.length, leaf: leaves[index]!, path, root: merkleRoot(wholeTree(leaves)) };
        expect(path).toEqual(inclusionProof(wholeTree(leaves), index));
        expect(isIncluded(claim)).toBe(true);
        expect(isIncluded({ ...claim, leaf: leafHash("another") })).toBe(false);
        expect(isIncluded({ ...claim, root: leafHash("another") })).toBe(false);
        expect(isIncluded({ ...claim, path: [...path, leafHash("more")] })).toBe(false);
        if (path.length > 0) expect(isIncluded({ ...claim, path: path.slice(1) })).toBe(false);
        if (leaves.length > 1) expect(isIncluded({ ...claim, index: (index + 1) % leaves.length })).toBe(false);
      }),
    );
  });

  test("of a leaf that is not at hand is refused", () => {
    const tree = { before: 4, peaks: [ROOTS[3]!], leaves: LEAVES.slice(4) };
    expect(() => inclusionProof(tree, 3)).toThrow("no such leaf");
    expect(() => inclusionProof(tree, 8)).toThrow("no such leaf");
  });
});

describe("consistency", () => {
  test("proofs of the known tree are those of the reference implementation", () => {
    expect(consistencyProof(wholeTree(LEAVES), 6)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(consistencyProof(wholeTree(LEAVES), 8)).toEqual([]);
  });

  test("of every earlier tree is proved, also from its peaks, and of no tree with another leaf in it", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (leaves, pick, other) => {
        const earlierSize = pick % (leaves.length + 1);
        const earlier = wholeTree(leaves.slice(0, earlierSize));
        const path = consistencyProof(wholeTree(leaves), earlierSize);
        const tree = { before: earlierSize, peaks: merklePeaks(earlier), leaves: leaves.slice(earlierSize) };
        expect(consistencyProof(tree, earlierSize)).toEqual(path);
        const claim = {
          earlierSize,
          earlierRoot: merkleRoot(earlier),
          size: leaves.length,
          root: merkleRoot(wholeTree(leaves)),
          path,
        };
        expect(isConsistent(claim)).toBe(true);
        if (earlierSize === 0) return;
        const forged = leaves.with(other % earlierSize, leafHash("forged"));
        expect(isConsistent({ ...claim, root: merkleRoot(wholeTree(forged)) })).toBe(false);
        expect(isConsistent({ ...claim, earlierRoot: merkleRoot(wholeTree(forged.slice(0, earlierSize))) })).toBe(
          false,
        );
        expect(isConsistent({ ...claim, path: [...path, leafHash("more")] })).toBe(false);
      }),
    );
  });
});

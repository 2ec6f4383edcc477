/** A repeatable sequence of chance: the same seed gives the same numbers on every machine. */
export interface RandomSequence {
  /** The next number in [0, 1), a multiple of 2⁻³². */
  next(): number;
  /** The next whole number in 0 … bound−1, bound ≤ 2³². */
  below(bound: number): number;
}

const TWO_TO_32 = 2 ** 32;

/**
 * A deterministic pseudo-random sequence for resampling. Never for secrets: anyone who knows the seed knows the rest.
 *
 * Formula: xoshiro128** on four 32-bit words, filled by SplitMix32 from a 32-bit FNV-1a hash of the seed's UTF-16 units.
 * Range: [0, 1); period 2¹²⁸ − 1. Integers use multiplication, with a bias below bound/2³².
 * Source: D. Blackman & S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 *
 * @example
 * randomSequence("a seed").next() === randomSequence("a seed").next(); // => true
 */
export function randomSequence(seed: string): RandomSequence {
  const fill = splitMix32(fnv1a(seed));
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  function word(): number {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  }
  return {
    next: () => word() / TWO_TO_32,
    below: (bound) => Math.floor((word() / TWO_TO_32) * bound),
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function splitMix32(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

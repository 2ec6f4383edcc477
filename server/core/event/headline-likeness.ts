const MIN_LETTERS = 3;

/** The words of a headline that tell: lower case, without marks above or below letters, of three letters or more. */
function wordsOf(headline: string): Set<string> {
  const plain = headline.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= MIN_LETTERS));
}

/**
 * How alike two headlines are in their words, in whatever order.
 *
 * Formula: Dice's coefficient 2·|A ∩ B| / (|A| + |B|) of the sets of words of three letters or more.
 * Units: 0..1; 0 where one has no such word. Source: Dice 1945.
 *
 * @example
 * headlineLikeness("Envoys meet in Muscat", "In Muscat, envoys meet again"); // => 0.8571428571428571
 */
export function headlineLikeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

/** A run of words that two texts share, or that only the earlier or only the later has. */
export interface WordRun {
  readonly kind: "same" | "gone" | "come";
  readonly text: string;
}

/**
 * How one text became another, word by word: the runs in order of reading, what went before what came.
 *
 * Formula: a longest common subsequence of the words, parted at spaces. O(n·m) in their numbers: for sentences, not books.
 *
 * @example
 * wordChanges("by 1 May", "by 9 May"); // => [{ kind: "same", text: "by" }, { kind: "gone", text: "1" }, { kind: "come", text: "9" }, { kind: "same", text: "May" }]
 * wordChanges("a", "a"); // => [{ kind: "same", text: "a" }]
 */
export function wordChanges(before: string, after: string): WordRun[] {
  const [old, now] = [before.split(" "), after.split(" ")];
  const lengths = commonLengths(old, now);
  const words: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]];
    const isSame = gone !== undefined && gone === come;
    const drops = come === undefined || (gone !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1));
    words.push({ kind: isSame ? "same" : drops ? "gone" : "come", text: (drops || isSame ? gone : come) ?? "" });
    if (isSame || drops) i++;
    if (isSame || !drops) j++;
  }
  return joined(words);
}

/** The lengths of the longest common subsequences of all pairs of ends. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = old.map(() => new Array<number>(now.length).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i] as number[];
    for (let j = now.length - 1; j >= 0; j--) {
      const longest = Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      row[j] = old[i] === now[j] ? 1 + at(lengths, i + 1, j + 1) : longest;
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** Neighbours of one kind as one run. */
function joined(words: readonly WordRun[]): WordRun[] {
  const runs: WordRun[] = [];
  for (const { kind, text } of words) {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: `${last.text} ${text}` };
    else runs.push({ kind, text });
  }
  return runs;
}

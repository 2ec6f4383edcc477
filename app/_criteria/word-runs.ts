import { diffArrays } from "diff";

/** A run of words that two texts share, or that only the earlier or only the later has. */
export interface WordRun {
  readonly kind: "same" | "gone" | "come";
  readonly text: string;
}

/** Comparing takes time with the words times the changes; texts that differ in more than this are shown as two. */
const MAX_CHANGED_WORDS = 500;

/** How one text became another, word by word: the runs in order of reading, what went before what came. */
export function wordRuns(before: string, after: string): WordRun[] {
  const [old, now] = [before.split(" "), after.split(" ")];
  const changes = diffArrays(old, now, { maxEditLength: MAX_CHANGED_WORDS }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  return changes.map(({ added, removed, value }) => {
    return { kind: added ? "come" : removed ? "gone" : "same", text: value.join(" ") };
  });
}

import type { NoteRule, Remark, RowRule } from "./row-problems.ts";

/** A remark on a row of a file, by where the row lies. */
export interface PlacedRemark<Rule extends string> extends Remark<Rule> {
  readonly line: number;
  /** Which record of a JSON file it is about, from 1; null in a table. */
  readonly record: number | null;
}
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** What became of the rows of a file, or of a part of one: each was added, known, repeated or left out. */
export interface RowCounts {
  readonly rows: number;
  /** New in the topic's inbox. */
  readonly added: number;
  /** Had come into the topic before. */
  readonly known: number;
  /** Had come earlier in the same file. */
  readonly repeated: number;
  readonly leftOut: number;
  readonly byType: readonly NamedCount[];
  /** The rows left out, by the rule they break. */
  readonly byRule: readonly NamedCount[];
  /** What has no type of ours, and how often. */
  readonly unmapped: readonly NamedCount[];
  /** One for each row that was left out. */
  readonly faults: readonly PlacedRemark<RowRule>[];
  /** What was taken in otherwise than it is written. */
  readonly notes: readonly PlacedRemark<NoteRule>[];
  /** The notes by their rule: all of them, where the list has only the first. */
  readonly byNote: readonly NamedCount[];
}

/** So many faults, and notes, of a file are shown. */
export const MAX_SHOWN = 50;

/**
 * The report on a file from those on its parts.
 *
 * Formula: the sums of the counts; of the faults and notes the first fifty.
 *
 * @example
 * addedReports([]).rows; // => 0
 */
export function addedReports(parts: readonly RowCounts[]): RowCounts {
  const sum = (count: (part: RowCounts) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    rows: sum(({ rows }) => rows),
    added: sum(({ added }) => added),
    known: sum(({ known }) => known),
    repeated: sum(({ repeated }) => repeated),
    leftOut: sum(({ leftOut }) => leftOut),
    byType: addedCounts(parts.flatMap(({ byType }) => byType)),
    byRule: addedCounts(parts.flatMap(({ byRule }) => byRule)),
    unmapped: addedCounts(parts.flatMap(({ unmapped }) => unmapped)),
    byNote: addedCounts(parts.flatMap(({ byNote }) => byNote)),
    faults: parts.flatMap(({ faults }) => faults.slice(0, MAX_SHOWN)).slice(0, MAX_SHOWN),
    notes: parts.flatMap(({ notes }) => notes.slice(0, MAX_SHOWN)).slice(0, MAX_SHOWN),
  };
}

/**
 * Counts by name, those of one name added, the most frequent first. The names are others' words, and so keys of a map.
 *
 * @example
 * addedCounts([{ name: "__proto__", count: 1 }, { name: "a", count: 2 }, { name: "__proto__", count: 3 }]); // => [{ name: "__proto__", count: 4 }, { name: "a", count: 2 }]
 */
export function addedCounts(counts: readonly NamedCount[]): NamedCount[] {
  const sums = new Map<string, number>();
  for (const { name, count } of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

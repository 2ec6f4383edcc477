/** What became of the rows of a file, or of a part of one. */
export interface RowCounts {
  readonly rows: number;
  readonly added: number;
  readonly repeated: number;
  readonly faulty: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byReason: Readonly<Record<string, number>>;
  readonly unmapped: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly line: number; readonly reason: string; readonly message: string }[];
}

const MOST_FAULTS = 50;

/**
 * The report on a file from those on its parts.
 *
 * Formula: the sums of the counts; of the faults the first fifty.
 *
 * @example
 * addedReports([]).rows; // => 0
 */
export function addedReports(parts: readonly RowCounts[]): RowCounts {
  const sum = (count: (part: RowCounts) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    rows: sum(({ rows }) => rows),
    added: sum(({ added }) => added),
    repeated: sum(({ repeated }) => repeated),
    faulty: sum(({ faulty }) => faulty),
    byType: addedCounts(parts.map(({ byType }) => byType)),
    byReason: addedCounts(parts.map(({ byReason }) => byReason)),
    unmapped: addedCounts(parts.map(({ unmapped }) => unmapped)),
    faults: parts.flatMap(({ faults }) => faults).slice(0, MOST_FAULTS),
  };
}

function addedCounts(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

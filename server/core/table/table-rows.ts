import { lineAt, type ScannedRow, scannedRow } from "./scanned-row.ts";
import type { Delimiter } from "./table-delimiter.ts";

/** A row of a table as it lies in a file. */
export interface TableRow {
  /** The line, from 1, that it begins on. */
  readonly line: number;
  /** Where in the text it begins, and where its line end does. */
  readonly at: number;
  readonly end: number;
  readonly cells: readonly string[];
  /** What spoils it: a quote that never closes, or another number of cells than there are columns. */
  readonly spoiled: "quote" | "cells" | null;
}

interface Form {
  readonly delimiter: Delimiter;
  /** How many cells a row must have; null where any number will do. */
  readonly columns: number | null;
  /** The line that the text begins on. */
  readonly fromLine: number;
}

/** How many lines are looked at to tell where a spoiled row ends. */
const MAX_LINES = 30;

/**
 * The rows of a table one by one, each with the line it begins on; empty lines are none. A row that is spoiled ends as early as
 * it can, so that it spoils no other: with its first line, unless the lines after it make it whole.
 *
 * @example
 * [...tableRows('1,"a\nb"\n\n2,c\n', { delimiter: ",", columns: 2, fromLine: 2 })].map(({ line, cells }) => [line, ...cells]); // => [[2, "1", "a\nb"], [5, "2", "c"]]
 * [...tableRows('1,"a\n2,b', { delimiter: ",", columns: 2, fromLine: 1 })].map(({ line, spoiled }) => [line, spoiled]); // => [[1, "quote"], [2, null]]
 */
export function* tableRows(text: string, form: Form): Generator<TableRow> {
  const { delimiter, columns } = form;
  let line = form.fromLine;
  for (let at = 0; at < text.length; ) {
    const scanned = scannedRow(text, at, delimiter);
    const spoiled = spoilOf(scanned, columns);
    const row = spoiled ? spoiledRow(text, at, scanned, form) : scanned;
    if (text.slice(at, row.end).trim() !== "") yield { line, at, end: row.end, cells: scanned.cells, spoiled };
    line += row.lines;
    at = row.next;
  }
}

function spoilOf({ isUnclosed, cells }: ScannedRow, columns: number | null): TableRow["spoiled"] {
  if (isUnclosed) return "quote";
  return columns !== null && cells.length !== columns ? "cells" : null;
}

type Extent = Pick<ScannedRow, "end" | "next" | "lines">;

/**
 * How far a spoiled row reaches. The first line alone where it has as many cells as there are columns, or where a whole row
 * begins within: then it was its quote that ran on. Else as far as its quotes reach, or as its cells make a row.
 */
function spoiledRow(text: string, from: number, scanned: ScannedRow, { delimiter, columns }: Form): Extent {
  const first = { ...lineAt(text, from), lines: 1 };
  if (columns === null || (!scanned.isUnclosed && scanned.lines === 1)) return scanned.isUnclosed ? first : scanned;
  const cellsIn = (at: number, end: number) => text.slice(at, end).split(delimiter).length;
  let cells = cellsIn(from, first.end);
  if (cells === columns) return first;
  const most = scanned.isUnclosed ? MAX_LINES : Math.min(MAX_LINES, scanned.lines);
  let at = first.next;
  for (let lines = 2; lines <= most && at < text.length; lines++) {
    const line = lineAt(text, at);
    const own = cellsIn(at, line.end);
    if (own >= columns && isWhole(scannedRow(text, at, delimiter), columns)) return first;
    cells += own - 1;
    if (scanned.isUnclosed && cells >= columns) return cells === columns ? { ...line, lines } : first;
    at = line.next;
  }
  return scanned.isUnclosed ? first : scanned;
}

const isWhole = (row: ScannedRow, columns: number) => spoilOf(row, columns) === null && !row.hasStrayQuote;

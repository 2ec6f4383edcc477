import { type ScannedRow, scannedRow } from "./scanned-row.ts";
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
const MOST_LINES = 100;

/**
 * The rows of a table one by one, each with the line it begins on; empty lines are none. A row that is spoiled ends as early as
 * it can, so that it spoils no other: with its first line, unless the lines after it make it whole.
 *
 * @example
 * [...tableRows('1,"a\nb"\n\n2,c\n', { delimiter: ",", columns: 2, fromLine: 2 })].map(({ line, cells }) => [line, ...cells]); // => [[2, "1", "a\nb"], [5, "2", "c"]]
 * [...tableRows('1,"a\n2,b', { delimiter: ",", columns: 2, fromLine: 1 })].map(({ line, spoiled }) => [line, spoiled]); // => [[1, "quote"], [2, null]]
 */
export function* tableRows(text: string, { delimiter, columns, fromLine }: Form): Generator<TableRow> {
  let line = fromLine;
  for (let at = 0; at < text.length; ) {
    const scanned = scannedRow(text, at, delimiter);
    const spoiled = spoilOf(scanned, columns);
    const row = spoiled ? spoiledRow(text, at, scanned, delimiter, columns) : scanned;
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

/** How far a spoiled row reaches. */
function spoiledRow(
  text: string,
  from: number,
  scanned: ScannedRow,
  delimiter: Delimiter,
  columns: number | null,
): Extent {
  const isSound = (at: number) => at < text.length && spoilOf(scannedRow(text, at, delimiter), columns) === null;
  const lines = linesFrom(text, from);
  const [first] = lines;
  if (!first || columns === null) return scanned;
  if (!scanned.isUnclosed) {
    // Its quotes close, and yet the cells are too few or too many: if a row begins within, they are not its own.
    const hidesRow = lines.slice(0, scanned.lines - 1).some(({ next }) => isSound(next));
    return scanned.lines > 1 && hidesRow ? first : scanned;
  }
  let cells = 0;
  for (const [index, { end, next }] of lines.entries()) {
    const begin = index === 0 ? from : (lines[index - 1]?.next ?? from);
    if (index > 0 && isSound(begin)) return first;
    cells += text.slice(begin, end).split(delimiter).length - (index === 0 ? 0 : 1);
    if (cells >= columns) return cells === columns ? { end, next, lines: index + 1 } : first;
  }
  return first;
}

/** The lines from a place on, as far as a spoiled row is looked at. */
function linesFrom(text: string, from: number): Extent[] {
  const lines: Extent[] = [];
  for (let at = from; at < text.length && lines.length < MOST_LINES; ) {
    const { end, next } = scannedRow(text, at, "\t");
    lines.push({ end, next, lines: 1 });
    at = next;
  }
  return lines;
}

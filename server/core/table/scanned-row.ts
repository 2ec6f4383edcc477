import type { Delimiter } from "./table-delimiter.ts";

const LINE_END = /\r\n|\n|\r/g;

/** A row as it is found in a text, from its first character to its line end. */
export interface ScannedRow {
  readonly cells: readonly string[];
  /** Where its line end begins, and where the next row does. */
  readonly end: number;
  readonly next: number;
  /** How many lines it takes. */
  readonly lines: number;
  /** Whether a quote was opened that is not closed before a delimiter or a line end. */
  readonly isUnclosed: boolean;
  /** Whether a cell that is not in quotes has one: it is a character, and seldom meant. */
  readonly hasStrayQuote: boolean;
}

/**
 * The row of a table that begins at a place of a text. Cells may be in quotes, a quote within them doubled, with line ends in
 * them; spaces around the quotes are not part of a cell. A quote in the middle of a cell is a character. A table parted by
 * tabs has no quoting. A row whose quotes do not close is given as its first line alone, split as if it had none.
 *
 * Units: places in the text; LF, CRLF and a lone CR end a line.
 * Source: RFC 4180; for tabs the IANA text/tab-separated-values.
 *
 * @example
 * scannedRow('a,"b ""c"", d"\r\ne', 0, ",").cells; // => ["a", 'b "c", d']
 * scannedRow('a\t"b\nc', 0, "\t"); // => { cells: ["a", '"b'], end: 4, next: 5, lines: 1, isUnclosed: false, hasStrayQuote: true }
 * scannedRow('a,"b\nc', 0, ","); // => { cells: ["a", '"b'], end: 4, next: 5, lines: 1, isUnclosed: true, hasStrayQuote: true }
 */
export function scannedRow(text: string, from: number, delimiter: Delimiter): ScannedRow {
  const first = lineAt(text, from);
  const line = text.slice(from, first.end);
  const hasStrayQuote = line.includes('"');
  const plain = { cells: line.split(delimiter), ...first, lines: 1, isUnclosed: false, hasStrayQuote };
  if (delimiter === "\t" || !hasStrayQuote) return plain;
  return quotedRow(text, from, delimiter) ?? { ...plain, isUnclosed: true };
}

interface Line {
  readonly end: number;
  readonly next: number;
}

/**
 * Where the line that a place is on ends, and where the next one begins.
 *
 * @example
 * lineAt("a\r\nb", 0); // => { end: 1, next: 3 }
 */
export function lineAt(text: string, from: number): Line {
  LINE_END.lastIndex = from;
  const found = LINE_END.exec(text);
  return found ? { end: found.index, next: LINE_END.lastIndex } : { end: text.length, next: text.length };
}

function quotedRow(text: string, from: number, delimiter: Delimiter): ScannedRow | null {
  const cells: string[] = [];
  let line = lineAt(text, from);
  let lines = 1;
  let hasStrayQuote = false;
  for (let at = from; ; ) {
    const opens = pastSpaces(text, at);
    let end: number;
    if (text[opens] === '"' && opens < line.end) {
      const cell = quotedCell(text, opens + 1);
      if (!cell) return null;
      end = pastSpaces(text, cell.end);
      while (end > line.end) [line, lines] = [lineAt(text, line.next), lines + 1];
      if (end < line.end && text[end] !== delimiter) return null;
      cells.push(cell.content);
    } else {
      const rest = text.slice(at, line.end);
      const found = rest.indexOf(delimiter);
      end = found < 0 ? line.end : at + found;
      const written = text.slice(at, end);
      hasStrayQuote ||= written.includes('"');
      cells.push(written);
    }
    if (end >= line.end) return { cells, ...line, lines, isUnclosed: false, hasStrayQuote };
    at = end + 1;
  }
}

/** What lies between quotes, and the place behind the closing one; null where none closes. */
function quotedCell(text: string, from: number): { content: string; end: number } | null {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    if (text[at + 1] !== '"') return { content: text.slice(from, at).replaceAll('""', '"'), end: at + 1 };
  }
}

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at++;
  return at;
}

import { lineAt, scannedRow } from "./scanned-row.ts";
import { type Delimiter, tableDelimiter } from "./table-delimiter.ts";

/** The line that names the columns of a table, and where the rows after it begin. */
export interface NamesLine {
  readonly text: string;
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
  readonly next: number;
  readonly nextLine: number;
}

/**
 * The line that names the columns of a table: the first that is not empty, which also tells what parts them; null where all are
 * empty. The rows after it are read with `tableRows`, from `next` on.
 *
 * @example
 * namesLine("\n\"id\";type\n1;AID", 1); // => { text: '"id";type', names: ["id", "type"], delimiter: ";", next: 11, nextLine: 3 }
 * namesLine("\n", 1); // => null
 */
export function namesLine(text: string, fromLine: number): NamesLine | null {
  let line = fromLine;
  for (let at = 0; at < text.length; line++) {
    const { end, next } = lineAt(text, at);
    const first = text.slice(at, end);
    if (first.trim() !== "") {
      const delimiter = tableDelimiter(first);
      const { cells, lines, ...found } = scannedRow(text, at, delimiter);
      const written = text.slice(at, found.end);
      return { text: written, names: cells, delimiter, next: found.next, nextLine: line + lines };
    }
    at = next;
  }
  return null;
}

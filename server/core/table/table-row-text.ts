import { guardedCell } from "./formula-guard.ts";
import type { Delimiter } from "./table-delimiter.ts";

/**
 * A row of a table as text, without a line end: cells that hold a delimiter, a quote or a line end are put in quotes, and none is a
 * formula to a spreadsheet. A table parted by tabs has no quoting: what it cannot hold becomes a space. The one writer of tables.
 *
 * @example
 * tableRowText(["a", 'b "c"', "d,e"], ","); // => 'a,"b ""c""","d,e"'
 * tableRowText(["a\tb", '"c'], "\t"); // => 'a b\t"c'
 * tableRowText(["=A1", "-1"], ","); // => "'=A1,-1"
 */
export function tableRowText(cells: readonly string[], delimiter: Delimiter): string {
  if (delimiter === "\t") return cells.map((cell) => guardedCell(cell.replaceAll(/[\t\r\n]/g, " "))).join("\t");
  const isBare = (cell: string) => !/["\r\n]/.test(cell) && !cell.includes(delimiter);
  return cells
    .map(guardedCell)
    .map((cell) => (isBare(cell) ? cell : `"${cell.replaceAll('"', '""')}"`))
    .join(delimiter);
}

import type { Delimiter } from "./table-delimiter.ts";

/**
 * A row of a table as text, without a line end: cells that hold a delimiter, a quote or a line end are put in quotes. A table
 * parted by tabs has no quoting: what it cannot hold becomes a space.
 *
 * @example
 * tableRowText(["a", 'b "c"', "d,e"], ","); // => 'a,"b ""c""","d,e"'
 * tableRowText(["a\tb", '"c'], "\t"); // => 'a b\t"c'
 */
export function tableRowText(cells: readonly string[], delimiter: Delimiter): string {
  if (delimiter === "\t") return cells.map((cell) => cell.replaceAll(/[\t\r\n]/g, " ")).join("\t");
  const isBare = (cell: string) => !/["\r\n]/.test(cell) && !cell.includes(delimiter);
  return cells.map((cell) => (isBare(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)).join(delimiter);
}

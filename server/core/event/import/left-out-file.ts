import { jsonRecords } from "#core/json/json-records.ts";
import { FAULT_COLUMN, isLeftOutTable } from "#core/table/fault-column.ts";
import { guardedText } from "#core/table/formula-guard.ts";
import { tableRowText } from "#core/table/table-row-text.ts";
import { type EventFormat, type FileRow, isJson, tableHeader } from "./event-file.ts";

/** A row that was left out, and why. */
export interface LeftOutRow extends FileRow {
  readonly message: string;
}

/**
 * The rows of a file that were left out, as a file of the same form, to be mended and brought in again. A table with names of
 * columns has one more, the last, which says what is wrong with each row; a row whose cells do not fit its columns keeps that
 * many, so that it is not taken for a whole one.
 *
 * @example
 * leftOutFile("csv", "id,type\n1,X\n", [{ line: 2, record: null, text: "1,X", at: 8, end: 11, cells: ["1", "X"], spoiled: null, message: "No type." }]); // => "id,type,fault\n1,X,No type.\n"
 * leftOutFile("json", "[{}, 5]", [{ line: 1, record: 2, text: "5", at: 5, end: 6, cells: [], spoiled: null, message: "No record." }]); // => "[\n5\n]\n"
 */
export function leftOutFile(format: EventFormat, text: string, rows: readonly LeftOutRow[]): string {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const written = rows.map((row) => row.text);
  if (isJson(format)) {
    const { isList } = jsonRecords(text);
    return isList ? `[\n${written.join(",\n")}\n]\n` : `${written.join("\n")}\n`;
  }
  const header = tableHeader({ format, header: "", text, fromLine: 1, fromRecord: 1 });
  if (!header) return rows.map(({ cells }) => `${tableRowText(cells, "\t")}${lineEnd}`).join("");
  const { delimiter, names } = header;
  const isNamed = isLeftOutTable(names);
  const own = isNamed ? names.length - 1 : names.length;
  const lines = rows.map(({ text: raw, cells, spoiled, message }) => {
    const fault = tableRowText([message], delimiter);
    if (spoiled === null) return `${tableRowText(cells.slice(0, own), delimiter)}${delimiter}${fault}`;
    const guarded = guardedText(raw, delimiter);
    return isNamed ? guarded : `${guarded}${delimiter}${fault}`;
  });
  const headed = guardedText(header.text, delimiter);
  const head = isNamed ? headed : `${headed}${delimiter}${FAULT_COLUMN}`;
  return [head, ...lines].map((line) => `${line}${lineEnd}`).join("");
}

import { DomainError } from "#core/errors.ts";
import { jsonRecords } from "#core/json/json-records.ts";
import { isLeftOutTable } from "#core/table/fault-column.ts";
import { unguardedCell } from "#core/table/formula-guard.ts";
import { type NamesLine, namesLine } from "#core/table/names-line.ts";
import { tableRows } from "#core/table/table-rows.ts";

/** The forms of files that events come in. */
export const EVENT_FORMATS = ["gdelt", "icews", "plover", "csv", "json"] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** A stretch of a file of events, whole or a part of it. */
export interface EventText {
  readonly format: EventFormat;
  /** The line that names the columns, where it is not the first of the text itself. */
  readonly header: string;
  readonly text: string;
  /** The line, and for JSON the record, that the text begins with. */
  readonly fromLine: number;
  readonly fromRecord: number;
}

/** A row of a table, or a record of JSON, as it lies in the file. */
export interface FileRow {
  readonly line: number;
  /** Which record of a JSON file it is, from 1; null for a row of a table. */
  readonly record: number | null;
  /** As it is written, and where in the text it begins and ends. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly cells: readonly string[];
  readonly spoiled: "quote" | "cells" | null;
}

/**
 * Whether a form of file is JSON, or a table whose first line names its columns. GDELT's is a table without names.
 *
 * @example
 * EVENT_FORMATS.map(isJson); // => [false, false, true, false, true]
 */
export const isJson = (format: EventFormat) => format === "plover" || format === "json";
/** Some write the names of GDELT's columns above its rows. */
const GDELT_FIRST_NAME = "GLOBALEVENTID";
const hasHeader = (format: EventFormat) => format === "icews" || format === "csv";

/**
 * The line that names the columns of a file: the first that is not empty. Null for a form that has none.
 *
 * Errors: `file_must_hold_rows` where every line is empty.
 *
 * @example
 * tableHeader({ format: "csv", header: "", text: "id;type\n1;AID", fromLine: 1, fromRecord: 1 }).delimiter; // => ";"
 */
export function tableHeader({ format, header, text, fromLine }: EventText): NamesLine | null {
  if (!hasHeader(format)) return null;
  const given = header === "" ? null : namesLine(header, 0);
  if (given) return { ...given, next: 0, nextLine: fromLine };
  const found = namesLine(text, fromLine);
  if (!found) throw new DomainError("file_must_hold_rows", { reason: "empty", field: "text" });
  return found;
}

/**
 * The rows or records of a file of events one by one, each with the line it begins on.
 *
 * @example
 * [...fileRows({ format: "csv", header: "", text: "id,type\n\n1,AID\n", fromLine: 1, fromRecord: 1 })].map(({ line, cells }) => [line, ...cells]); // => [[3, "1", "AID"]]
 */
export function* fileRows(part: EventText): Generator<FileRow> {
  const { format, text, fromLine, fromRecord } = part;
  if (isJson(format)) {
    for (const [index, { line, ...place }] of jsonRecords(text).records.entries()) {
      const written = { ...place, text: text.slice(place.at, place.end).trimEnd(), cells: [], spoiled: null };
      yield { line: fromLine - 1 + line, record: fromRecord + index, ...written };
    }
    return;
  }
  const header = tableHeader(part);
  const form = header
    ? { delimiter: header.delimiter, columns: header.names.length, fromLine: header.nextLine }
    : ({ delimiter: "\t", columns: null, fromLine } as const);
  const begin = header?.next ?? 0;
  // What was written here is read as it was; GDELT's table has no names to tell that by, and no cell that begins so.
  const isGuarded = header ? isLeftOutTable(header.names) : true;
  for (const { at, end, ...row } of tableRows(text.slice(begin), form)) {
    if (format === "gdelt" && row.cells[0] === GDELT_FIRST_NAME) continue;
    const place = { at: begin + at, end: begin + end };
    const cells = isGuarded ? row.cells.map(unguardedCell) : row.cells;
    yield { ...row, ...place, cells, text: text.slice(place.at, place.end), record: null };
  }
}

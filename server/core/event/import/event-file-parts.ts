import { DomainError } from "#core/errors.ts";
import { jsonRecords } from "#core/json/json-records.ts";
import { headerNotes } from "./event-columns.ts";
import { type EventFormat, type EventText, type FileRow, fileRows, isJson, tableHeader } from "./event-file.ts";

/** The most that one part of a file may hold, in characters and in rows. */
export const MAX_PART = 600_000;
export const MAX_PART_ROWS = 10_000;
/** The longest line of names, in characters. */
export const MAX_HEADER = 5_000;
/** No event that the log would take is as long as this, in characters. */
const MAX_ROW = MAX_PART / 2;
const ROWS_AT_ONCE = 2_000;

/** A stretch of a file of events that is imported at once. */
export interface FilePart extends EventText {
  readonly rows: readonly FileRow[];
  /** How far into the file it reaches, in characters. */
  readonly until: number;
  /** Whether it is one row that is too long to be sent anywhere. */
  readonly isTooLong: boolean;
}

/**
 * A file in parts that are small enough to import one by one. No row is cut, and each part of a table is given the line that
 * names its columns. The rows are those that `fileRows` finds in the whole file, and in each part.
 *
 * Errors: `file_must_hold_rows`, `columns_must_be_named`, `import_must_be_readable`.
 *
 * @example
 * [...eventFileParts("gdelt", "1\t20200101\n2\t20200102\n")].map(({ text, rows, until }) => [text, rows.length, until]); // => [["1\t20200101\n2\t20200102", 2, 21]]
 */
export function* eventFileParts(format: EventFormat, text: string): Generator<FilePart> {
  const whole = { format, header: "", text, fromLine: 1, fromRecord: 1 };
  const header = tableHeader(whole)?.text ?? "";
  if (header.length > MAX_HEADER) throw new DomainError("columns_must_be_named", { reason: "too_long", field: "text" });
  headerNotes(whole);
  const isList = isJson(format) && jsonRecords(text).isList;
  const partOf = (rows: readonly FileRow[], isTooLong: boolean): FilePart => {
    const [from, until] = [rows[0], rows.at(-1)?.end ?? 0];
    const written = text.slice(from?.at, until);
    const place = { format, header, fromLine: from?.line ?? 1, fromRecord: from?.record ?? 1 };
    return { ...place, text: isList ? `[${written}]` : written, rows, until, isTooLong };
  };
  let rows: FileRow[] = [];
  let isEmpty = true;
  for (const row of fileRows(whole)) {
    isEmpty = false;
    const isTooLong = row.end - row.at > MAX_ROW;
    const isFull = rows.length >= ROWS_AT_ONCE || row.end - (rows[0]?.at ?? row.at) > MAX_PART - 2;
    if (rows.length > 0 && (isTooLong || isFull)) {
      yield partOf(rows, false);
      rows = [];
    }
    if (isTooLong) yield partOf([row], true);
    else rows.push(row);
  }
  if (rows.length > 0) yield partOf(rows, false);
  if (isEmpty)
    throw new DomainError("file_must_hold_rows", { reason: isJson(format) ? "no_records" : "no_rows", field: "text" });
}

import { DomainError } from "#core/errors.ts";
import { eventColumns } from "#core/event/import/event-columns.ts";
import { type EventText, type FileRow, fileRows, tableHeader } from "#core/event/import/event-file.ts";
import { MAX_PART_ROWS } from "#core/event/import/event-file-parts.ts";
import { gdeltRow } from "#core/event/import/gdelt-row.ts";
import { icewsRow } from "#core/event/import/icews-row.ts";
import { listedEvent } from "#core/event/import/listed-event.ts";
import { faulty, type RowReading } from "#core/event/import/row-problems.ts";
import { readListedRecord, readPloverRecord } from "./read-record.ts";

export interface ReadRow {
  readonly line: number;
  readonly record: number | null;
  readonly reading: RowReading;
}

type Reader = (row: FileRow) => RowReading;

/** Every row of a part of a file, each read or found faulty on its own: one bad row spoils no other. */
export function* readEventRows(part: EventText): Generator<ReadRow> {
  const read = readerOf(part);
  let rows = 0;
  for (const row of fileRows(part)) {
    if (++rows > MAX_PART_ROWS) {
      throw new DomainError("import_must_be_readable", { reason: "too_many_rows", max: MAX_PART_ROWS, field: "text" });
    }
    const { line, record } = row;
    yield { line, record, reading: read(row) };
  }
  if (rows === 0) throw new DomainError("file_must_hold_rows", { reason: "no_rows_in_part", field: "text" });
}

function readerOf(part: EventText): Reader {
  const { format } = part;
  if (format === "plover") return ({ text }) => readPloverRecord(text);
  if (format === "json") return ({ text }) => readListedRecord(text);
  if (format === "gdelt") return ({ cells }) => gdeltRow(cells);
  const { places } = eventColumns(part);
  const count = tableHeader(part)?.names.length ?? 0;
  const read = format === "icews" ? icewsRow : listedEvent;
  return (row) =>
    spoilOf(row, count) ?? read(Object.fromEntries([...places].map(([name, place]) => [name, row.cells[place]])));
}

/** Why a row of a table cannot be told apart into its cells; null when it can. */
function spoilOf({ spoiled, text, cells, line }: FileRow, count: number): RowReading | null {
  if (spoiled === null) return null;
  if (spoiled === "quote") {
    return faulty(
      "quote_must_be_closed",
      null,
      text,
      `A quote that opens on line ${line} is not closed, or goes on behind its end.`,
    );
  }
  const message = `The row has ${cells.length} cells, where the first line names ${count} columns.`;
  return faulty("cells_must_fit_columns", null, text, message);
}

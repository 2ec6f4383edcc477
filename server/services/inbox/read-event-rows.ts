import { parse } from "csv-parse/sync";
import { DomainError } from "#core/errors.ts";
import type { EventFormat } from "#core/event/import/event-file-parts.ts";
import { gdeltRow } from "#core/event/import/gdelt-row.ts";
import { icewsRow } from "#core/event/import/icews-row.ts";
import { faulty, type RowReading } from "#core/event/import/imported-event.ts";
import { listedEvent } from "#core/event/import/listed-event.ts";
import { type PloverRecord, ploverRecord } from "#core/event/import/plover-record.ts";

export interface ReadRow {
  readonly line: number;
  readonly reading: RowReading;
}

interface Part {
  readonly format: EventFormat;
  readonly text: string;
  readonly header: string;
  readonly fromLine: number;
}

type Cells = Record<string, string>;

interface ParsedRow {
  readonly record: Cells;
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Every row of a part of a file, each read or found faulty on its own: one bad row spoils no other. */
export function readEventRows(part: Part): ReadRow[] {
  const { format, text, fromLine } = part;
  if (format === "gdelt") return lines(text, fromLine, (line) => gdeltRow(line.split("\t")));
  if (format === "plover") return records(text, fromLine, (record) => ploverRecord(record as PloverRecord));
  if (format === "json") return records(text, fromLine, (record) => listedEvent(cellsOf(record)));
  return table(part, format === "icews" ? icewsRow : listedEvent);
}

function lines(text: string, fromLine: number, read: (line: string) => RowReading): ReadRow[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: fromLine + index, text: line.replace(/\r$/, "") }))
    .filter((line) => line.text.trim() !== "")
    .map(({ line, text }) => ({ line, reading: read(text) }));
}

/** A table with names of columns, parted by commas or, where the names are, by tabs. */
function table({ header, text, fromLine }: Part, read: (row: Cells) => RowReading): ReadRow[] {
  const before = header === "" ? fromLine - 1 : fromLine - 2;
  try {
    const rows = parse(header === "" ? text : `${header}\n${text}`, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter: (header || text).slice(0, 2000).split("\n", 1)[0]?.includes("\t") ? "\t" : ",",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      info: true,
      raw: true,
    }) as unknown as ParsedRow[];
    return rows.map(({ record, raw, info }) => {
      // A row is told by the line it begins on; the parser has counted to the one it ends on.
      const begins = info.lines - (raw.trim().split("\n").length - 1);
      return { line: before + begins, reading: read(record) };
    });
  } catch (error) {
    throw new DomainError("import_must_be_readable", `This is no table: ${(error as Error).message}`, "text");
  }
}

/** A JSON array of records. */
function records(text: string, fromLine: number, read: (record: object) => RowReading): ReadRow[] {
  const found = parsed(text);
  if (!Array.isArray(found)) {
    throw new DomainError("import_must_be_readable", "The file must hold a JSON array of records.", "text");
  }
  return found.map((record: unknown, index) => ({
    line: fromLine + index,
    reading:
      typeof record === "object" && record !== null
        ? read(record)
        : faulty("columns_must_be_known", "This is no record."),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("import_must_be_readable", "The file is not JSON.", "text");
  }
}

/** A record as a row of cells: lists parted by semicolons, everything else as text. */
function cellsOf(record: object): Cells {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, Array.isArray(value) ? value.join(";") : String(value ?? "")]),
  );
}

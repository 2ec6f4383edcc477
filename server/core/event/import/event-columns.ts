import { DomainError } from "#core/errors.ts";
import { FAULT_COLUMN } from "#core/table/fault-column.ts";
import { type EventFormat, type EventText, tableHeader } from "./event-file.ts";
import { ICEWS_COLUMNS } from "./icews-row.ts";
import { LISTED_COLUMNS } from "./listed-event.ts";
import { quotable, type RowNote } from "./row-problems.ts";

const KNOWN: Readonly<Partial<Record<EventFormat, readonly string[]>>> = { icews: ICEWS_COLUMNS, csv: LISTED_COLUMNS };
const NEEDED: Readonly<Partial<Record<EventFormat, readonly string[]>>> = {
  icews: ["event_id", "event_date", "cameo_code"],
  csv: ["headline", "type", "date", "url"],
};

export interface HeaderNote extends RowNote {
  readonly line: number;
}

/** Which cell of a row holds which column that is read, and the columns that are not. */
export interface EventColumns {
  readonly places: ReadonlyMap<string, number>;
  readonly notes: readonly HeaderNote[];
}

/**
 * The columns of a table by their names, compared without case, spaces and underscores alike.
 *
 * Errors: `columns_must_be_named` where one that is needed is missing, or one that is read is there twice.
 *
 * @example
 * eventColumns({ format: "icews", header: "", text: "Event ID;Event Date;CAMEO Code;Mood", fromLine: 1, fromRecord: 1 }).notes.map(({ text }) => text); // => ["Mood"]
 */
export function eventColumns(part: EventText): EventColumns {
  const header = tableHeader(part);
  const known = KNOWN[part.format] ?? [];
  const places = new Map<string, number>();
  const notes: HeaderNote[] = [];
  for (const [place, name] of (header?.names ?? []).entries()) {
    const plain = plainName(name);
    if (known.includes(plain)) {
      if (places.has(plain))
        throw new DomainError("columns_must_be_named", { reason: "twice", column: plain, field: "text" });
      places.set(plain, place);
    } else if (plain !== FAULT_COLUMN) {
      const message =
        name.trim() === "" ? `Column ${place + 1} has no name.` : `The column “${quotable(name)}” is not known.`;
      const line = (header?.nextLine ?? 2) - 1;
      notes.push({
        line,
        rule: "column_is_not_read",
        column: name.trim() === "" ? null : quotable(name),
        message: `${message} It is not read.`,
        text: quotable(name),
      });
    }
  }
  const missing = (NEEDED[part.format] ?? []).filter((name) => !places.has(name));
  if (header && missing.length > 0) {
    throw new DomainError("columns_must_be_named", {
      reason: "missing",
      missing,
      line: quotable(header.text),
      delimiter: header.delimiter,
      field: "text",
    });
  }
  return { places, notes };
}

/**
 * What is to be said of the line that names the columns, once for the whole file.
 *
 * @example
 * headerNotes({ format: "gdelt", header: "", text: "1\t2", fromLine: 1, fromRecord: 1 }); // => []
 */
export function headerNotes(part: EventText): readonly HeaderNote[] {
  return eventColumns(part).notes;
}

const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");

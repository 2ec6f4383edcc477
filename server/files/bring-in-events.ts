import { DomainError } from "#core/errors.ts";
import { addedReports, type RowCounts } from "#core/event/import/added-reports.ts";
import { headerNotes } from "#core/event/import/event-columns.ts";
import type { EventFormat, EventText } from "#core/event/import/event-file.ts";
import { eventFileParts, type FilePart } from "#core/event/import/event-file-parts.ts";
import { type LeftOutRow, leftOutFile } from "#core/event/import/left-out-file.ts";
import { faulty } from "#core/event/import/row-problems.ts";

export interface BroughtIn {
  readonly report: RowCounts;
  /** The rows that were left out, as a file of the same form; null where there are none. */
  readonly leftOut: string | null;
  /** Why the file is none of its form at all; null where some of its rows are. */
  readonly formFault: DomainError | null;
}

interface Steps {
  /** Brings in one part, and tells what became of its rows. */
  readonly send: (part: EventText) => Promise<RowCounts>;
  /** How far it has come, from 0 to 1. */
  readonly advance: (share: number) => void;
}

/** Brings in a file of events part by part, the same from the browser and from the command line. */
export async function bringInEvents(format: EventFormat, text: string, { send, advance }: Steps): Promise<BroughtIn> {
  const reports: RowCounts[] = [headerReport(format, text)];
  const leftOut: LeftOutRow[] = [];
  for (const part of eventFileParts(format, text)) {
    const report = part.isTooLong ? tooLongReport(part) : await send(sentPart(part));
    reports.push(report);
    leftOut.push(...leftOutOf(part, report));
    advance(part.until / text.length);
  }
  const report = addedReports(reports);
  return {
    report,
    leftOut: leftOut.length > 0 ? leftOutFile(format, text, leftOut) : null,
    formFault: formFault(format, report),
  };
}

/** What the first part of a file is like, to look at before anything is brought in. */
export async function lookAtEvents<Report extends RowCounts>(
  format: EventFormat,
  text: string,
  send: (part: EventText) => Promise<Report>,
): Promise<Report> {
  for (const part of eventFileParts(format, text)) {
    if (part.isTooLong) continue;
    const report = await send(sentPart(part));
    return { ...report, notes: [...headerReport(format, text).notes, ...report.notes] };
  }
  throw new DomainError("row_must_stay_within_size");
}

function sentPart({ format, header, text, fromLine, fromRecord }: FilePart): EventText {
  return { format, header, text, fromLine, fromRecord };
}

const NOTHING: RowCounts = addedReports([]);

function headerReport(format: EventFormat, text: string): RowCounts {
  const notes = headerNotes({ format, header: "", text, fromLine: 1, fromRecord: 1 });
  const byNote = notes.map(({ rule }) => ({ name: rule, count: 1 }));
  return { ...NOTHING, notes: notes.map((note) => ({ ...note, record: null })), byNote };
}

function tooLongReport({ rows }: FilePart): RowCounts {
  const faults = rows.map(({ line, record, text }) => {
    const message = `The row has ${text.length} characters, more than any event.`;
    return { line, record, ...faulty("row_must_stay_within_size", null, text, message).fault };
  });
  const count = rows.length;
  return { ...NOTHING, rows: count, leftOut: count, byRule: [{ name: "row_must_stay_within_size", count }], faults };
}

function leftOutOf({ rows }: FilePart, { faults }: RowCounts): LeftOutRow[] {
  const messages = new Map(
    faults.map(({ line, record, column, message }) => {
      return [`${line} ${record}`, column === null ? message : `${column}: ${message}`];
    }),
  );
  return rows.flatMap((row) => {
    const message = messages.get(`${row.line} ${row.record}`);
    return message === undefined ? [] : [{ ...row, message }];
  });
}

/** A file of which no row has the form is another file, whatever is asked to be left out. */
function formFault(format: EventFormat, { rows, byRule }: RowCounts): DomainError | null {
  const of = (rule: string) => byRule.find(({ name }) => name === rule)?.count ?? 0;
  if (rows === 0 || of("columns_must_be_known") + of("record_must_be_json") < rows) return null;
  return new DomainError("file_must_be_of_its_form", { format });
}

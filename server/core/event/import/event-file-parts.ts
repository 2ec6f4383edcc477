/** The forms of files that events come in. */
export const EVENT_FORMATS = ["gdelt", "icews", "plover", "csv", "json"] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** The most that one part of a file may hold, in characters. */
export const MOST_PART = 600_000;
const RECORDS_AT_ONCE = 500;

/** A stretch of a file of events that is imported at once. */
export interface FilePart {
  /** The line, or for JSON the record, that it begins with. */
  readonly fromLine: number;
  /** The line that names the columns, where the form has one. */
  readonly header: string;
  readonly text: string;
}

/**
 * A file in parts that are small enough to import one by one: of lines, or of records where it is JSON. A row of a table
 * whose quoted cells hold line ends stays in one piece. What is no list of records is one part, so that whoever reads it
 * says what is wrong.
 *
 * @example
 * eventFileParts("csv", "type,url\nAID,https://example.org"); // => [{ fromLine: 2, header: "type,url", text: "AID,https://example.org" }]
 */
export function eventFileParts(format: EventFormat, text: string): FilePart[] {
  if (format === "plover" || format === "json") return partsOfRecords(text);
  const hasHeader = format !== "gdelt";
  const all = text.split("\n");
  const header = hasHeader ? (all[0] ?? "").replace(/\r$/, "") : "";
  const first = hasHeader ? 1 : 0;
  const parts: FilePart[] = [];
  let from = first;
  for (const until of [...partEnds(all, first, format === "csv"), all.length]) {
    const part = all.slice(from, until).join("\n");
    if (part.trim() !== "") parts.push({ fromLine: from + 1, header, text: part });
    from = until;
  }
  return parts;
}

/** The lines before which a part ends: as late as its size allows, and not within a quoted cell unless one is endless. */
function partEnds(all: readonly string[], first: number, isQuoted: boolean): number[] {
  const ends: number[] = [];
  let [from, size, sizeOfRow, rowBegins, isWithin] = [first, 0, 0, first, false];
  for (let line = first; line < all.length; line++) {
    const text = all[line] ?? "";
    if (!isWithin) [rowBegins, sizeOfRow] = [line, 0];
    if (size + text.length + 1 > MOST_PART) {
      const isEndless = rowBegins <= from;
      [from, size] = isEndless ? [line, 0] : [rowBegins, sizeOfRow];
      if (isEndless) isWithin = false;
      ends.push(from);
    }
    size += text.length + 1;
    sizeOfRow += text.length + 1;
    if (isQuoted && text.split('"').length % 2 === 0) isWithin = !isWithin;
  }
  return ends;
}

function partsOfRecords(text: string): FilePart[] {
  const records = recordsOf(text);
  if (!records) return [{ fromLine: 1, header: "", text }];
  return Array.from({ length: Math.ceil(records.length / RECORDS_AT_ONCE) }, (_, part) => {
    const from = part * RECORDS_AT_ONCE;
    return { fromLine: from + 1, header: "", text: JSON.stringify(records.slice(from, from + RECORDS_AT_ONCE)) };
  });
}

function recordsOf(text: string): unknown[] | null {
  try {
    const records: unknown = JSON.parse(text);
    return Array.isArray(records) ? records : null;
  } catch {
    return null;
  }
}

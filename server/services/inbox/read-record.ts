import { z } from "zod";
import { LISTED_COLUMNS, type ListedColumn, type ListedRow, listedEvent } from "#core/event/import/listed-event.ts";
import { ploverRecord } from "#core/event/import/plover-record.ts";
import { faulty, quotable, type RowFault, type RowNote, type RowReading } from "#core/event/import/row-problems.ts";
import { repeatedMember } from "#core/json/repeated-member.ts";
import { FAULT_COLUMN } from "#core/table/fault-column.ts";

const text = z.string().optional();
const actor = z.object({ code: text, sector: text, actorText: text });
/** Some records state no actor as an empty text. */
const actors = z.preprocess((value) => (value === "" ? [] : value), z.array(actor).optional());
/** A PLOVER record as far as it is read: what else it holds is left aside. */
const ploverOfRecord = z.object({
  id: text,
  date: text,
  event: text,
  mode: text,
  source: actors,
  target: actors,
  text,
  language: text,
  publication: text,
  url: text,
});

/** Nothing states nothing, as an empty cell does. */
const cell = z.string().nullish();
const cells = z.union([z.string(), z.array(z.string())], "must be text, or an array of texts").nullish();
const WHOLE = "must be text, or a whole number that can be kept";
const OF_COLUMN = {
  id: z.union([z.string(), z.number().refine(Number.isSafeInteger, WHOLE)], WHOLE).nullish(),
  magnitude: z.union([z.string(), z.number()], "must be a number that can be kept").nullish(),
  actors: cells,
  tags: cells,
} satisfies Partial<Record<ListedColumn, z.ZodType>>;
const ofColumns = Object.fromEntries(LISTED_COLUMNS.map((name) => [name, cell])) as Record<ListedColumn, typeof cell>;
/** A record with the names of Parley's own columns, as a row of cells: its lists parted by semicolons. */
const listedOfRecord = z.object({ ...ofColumns, ...OF_COLUMN }).transform((record): ListedRow => {
  const written = (value: unknown) => (Array.isArray(value) ? value.join(";") : String(value ?? ""));
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, written(value)]));
});

/** Reads a record in the PLOVER interchange format. */
export function readPloverRecord(written: string): RowReading {
  const { data, fault } = understood(written, ploverOfRecord);
  return fault ? { fault } : ploverRecord(data);
}

/** Reads a record with the names of Parley's own columns. */
export function readListedRecord(written: string): RowReading {
  const { data, fault, names } = understood(written, listedOfRecord);
  if (fault) return { fault };
  const reading = listedEvent(data);
  return "fault" in reading ? reading : { ...reading, notes: [...reading.notes, ...unread(names)] };
}

type Understood<T> =
  | { readonly data: T; readonly names: readonly string[]; readonly fault?: undefined }
  | { readonly fault: RowFault; readonly data?: undefined; readonly names?: undefined };

/** One record of a JSON file: what is no JSON, or has a member of another kind, is a fault of its own. */
function understood<T>(written: string, schema: z.ZodType<T>): Understood<T> {
  const found = parsed(written);
  if (!found) return faulty("record_must_be_json", null, written, "This is not JSON.");
  const { value } = found;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return faulty("columns_must_be_known", null, written, "This is no record: it must be an object in braces.");
  }
  const repeated = repeatedMember(written);
  if (repeated !== null) {
    const name = quotable(repeated);
    return faulty("member_must_be_of_its_kind", name, written, `The member “${name}” is given twice.`);
  }
  const { data, error } = schema.safeParse(value);
  return error ? kindFault(error, written, value) : { data, names: Object.keys(value) };
}

function parsed(written: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(written) };
  } catch {
    return null;
  }
}

const MAX_MESSAGES = 5;

/** Which members have another kind than they must, in one fault. */
function kindFault({ issues }: z.ZodError, written: string, record: object): { fault: RowFault } {
  const messages = issues.slice(0, MAX_MESSAGES).map((issue) => `${issue.path.join(".")} ${kindWords(issue)}.`);
  const [first = { path: [] }] = issues;
  const name = String(first.path[0]);
  const member: unknown = new Map(Object.entries(record)).get(name);
  const words = `${messages.join(" ")}${issues.length > MAX_MESSAGES ? " …" : ""}`;
  return faulty("member_must_be_of_its_kind", first.path.join("."), writtenMember(written, name, member), words);
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["array", "an array"],
  ["object", "an object"],
]);

function kindWords(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" ? `must be ${KINDS.get(issue.expected) ?? issue.expected}` : issue.message;
}

/** A member as it is written: a number may be another one once it is read. One nested too deeply is only hinted at. */
function writtenMember(written: string, name: string, value: unknown): string {
  let source: string | undefined;
  try {
    if (typeof value !== "number") return JSON.stringify(value) ?? "";
    JSON.parse(written, (key, read: unknown, context?: { source?: string }) => {
      if (key === name && read === value) source ??= context?.source;
      return read;
    });
  } catch {
    return "…";
  }
  return source ?? String(value);
}

const KNOWN: ReadonlySet<string> = new Set([...LISTED_COLUMNS, FAULT_COLUMN]);
const MAX_UNREAD = 10;

function unread(names: readonly string[]): RowNote[] {
  const unknown = names.filter((name) => !KNOWN.has(name)).slice(0, MAX_UNREAD);
  return unknown.map((name) => {
    const column = quotable(name);
    const message = `The member “${column}” is not known. It is not read.`;
    return { rule: "column_is_not_read", column, message, text: column };
  });
}

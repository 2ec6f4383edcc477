import type { FileFault, PlainBroken, RuleValues } from "#core/rule-values.ts";
import type { Catalogue, Say } from "#server/messages/catalogue.ts";

const FORMS = {
  gdelt: "a GDELT export: 61, 58 or 57 cells parted by tabs",
  icews: "ICEWS coded event data",
  plover: "PLOVER records",
  csv: "a table with Parley's own columns",
  json: "records with the names of Parley's own columns",
} as const;

const DELIMITERS = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" } as const;
const MEBIBYTE = 2 ** 20;

function problemText(problem: string | PlainBroken, say: Say): string {
  return typeof problem === "string" ? problem : say(problem);
}

function faultText(fault: FileFault, say: Say): string {
  return typeof fault === "string" ? fault : `${fault.at}: ${say(fault.broken)}${fault.whose}`;
}

function unreadable(values: RuleValues["import_must_be_readable"], say: Say): string {
  switch (values.reason) {
    case "unreadable":
      return `${values.file} cannot be read: ${values.detail}`;
    case "of_file":
      return `${values.file}: ${problemText(values.problem, say)}`;
    case "not_json":
      return `The bundle is not JSON: ${values.detail}`;
    case "too_large":
      return `The document is larger than ${values.maxBytes / MEBIBYTE} MiB. Write the bundle as one record a line (NDJSON), which is read line by line.`;
    case "too_many_rows":
      return `Bring in at most ${values.max} rows at once.`;
    case "faults":
      return [
        ...values.faults.map((fault) => faultText(fault, say)),
        ...(values.more > 0 ? [`and ${values.more} more`] : []),
      ].join("\n");
    case "never_ends":
      return `What begins on line ${values.line} never ends: the file may be cut off.`;
    case "more_behind":
      return `Line ${values.line} has more behind the end.`;
    case "array_more_behind":
      return `Line ${values.line} has more behind the end of the array.`;
    case "record_never_ends":
      return `Record ${values.record}, which begins on line ${values.line}, never ends: the file may be cut off.`;
    case "array_never_ends":
      return "The array never ends: the file may be cut off.";
    case "bracket_not_opened":
      return `Line ${values.line} closes a bracket that was not opened.`;
    case "quote_not_closed":
      return `Line ${values.line} opens a quote that is never closed.`;
    case "neither_json":
      return "This is neither a JSON object nor an array.";
    case "no_records":
      return "The file must hold a JSON array of records, or one record a line.";
    case "not_utf8":
      return "The text is not UTF-8. Save the file in that encoding.";
    case "empty":
      return "The file is empty.";
  }
}

function notUnpacked(values: RuleValues["file_must_unpack"]): string {
  switch (values.reason) {
    case "other_packing":
      return `The file is packed with ${values.packing}; gzip and zip are read. Unpack it first.`;
    case "damaged":
      return "The packed file is damaged or cut off. Was it downloaded whole?";
    case "office_document":
      return "This is an office document, and no table yet. Save it as CSV (UTF-8), and bring that in.";
    case "members": {
      const { count, names } = values;
      const held = count === 0 ? "none" : `${count}: ${names.join(", ")}${count > names.length ? ", …" : ""}`;
      return `The zip must hold one file; this one holds ${held}.`;
    }
    case "locked":
      return `${values.name} is locked with a password. Unpack it first.`;
    case "other_method":
      return `${values.name} is packed by a method that is not read here. Unpack it first.`;
    case "member_too_large":
      return `${values.name} is too large to be read here. Unpack it and split it.`;
    case "zip_cut_off":
      return "The zip is damaged: it ends before it should.";
    case "zip_without_directory":
      return "The zip is damaged: it has no directory at its end. Was it downloaded whole?";
    case "zip_directory_unreadable":
      return "The zip is damaged: its directory cannot be read.";
    case "zip_member_misplaced":
      return "The zip is damaged: its file does not lie where it should.";
  }
}

function columnsUnnamed(values: RuleValues["columns_must_be_named"]): string {
  if (values.reason === "twice") return `The column “${values.column}” is named twice.`;
  if (values.reason === "too_long")
    return "The first line must name the columns; this one is too long to be such a line.";
  const { missing, line, delimiter } = values;
  const found = `“${line}”, read as parted by ${DELIMITERS[delimiter]}`;
  return `The first line must name the columns, and lacks ${missing.join(", ")}. It is ${found}.`;
}

function notNew(values: RuleValues["import_must_be_new"]): string {
  if (values.reason !== "bundle") {
    return values.reason === "survey"
      ? "Everything in this folder has been imported already. Nothing was added."
      : "Another import brings in the same survey. Once it is done, import again what is missing.";
  }
  if (values.counts.length === 0) return "The bundle is empty. Nothing was added.";
  const counts = values.counts.map(([count, of]) => `${count} ${of}`).join(", ");
  return `Everything in this bundle is here already (${counts}). Nothing was added.`;
}

/** Rules of files that people bring or ask for. */
export const FILE_SENTENCES = {
  import_must_be_readable: unreadable,
  import_must_be_new: notNew,
  file_must_unpack: notUnpacked,
  file_must_stay_within_size: ({ maxBytes }) =>
    `The file holds more than ${Math.floor(maxBytes / MEBIBYTE)} MB. Split it, and bring in its parts one by one.`,
  file_must_be_text: ({ line }) =>
    `Line ${line} holds a NUL character: this is no text, or UTF-16 without its mark. Save it as UTF-8.`,
  file_must_be_utf8(values) {
    const { line, encoding } = values;
    if (encoding === "UTF-16")
      return `Line ${line} is not UTF-16, as the mark at the beginning says. Save the file as UTF-8.`;
    const byte = values.byte.toString(16).toUpperCase().padStart(2, "0");
    return `Line ${line} is not UTF-8: byte ${byte} is no letter there. The file may be Windows-1252 or Latin-1; save it as UTF-8.`;
  },
  file_must_hold_rows: ({ reason }) =>
    ({
      no_records: "The file has no records.",
      no_rows: "The file has no rows.",
      empty: "The file is empty.",
      no_rows_in_part: "There are no rows in it.",
    })[reason],
  file_must_be_of_its_form: ({ format }) => `No row of the file is one of ${FORMS[format]}. Is it another file?`,
  file_must_not_exist: ({ file }) => `${file} is there already. Name a new file.`,
  file_must_be_writable: ({ file, detail }) => `${file ?? "Standard output"} cannot be written: ${detail}`,
  columns_must_be_named: columnsUnnamed,
  row_must_stay_within_size: "Every row of the file is longer than any event.",
} as const satisfies Partial<Catalogue>;

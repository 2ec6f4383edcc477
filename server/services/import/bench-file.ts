import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "#core/errors.ts";
import { type JsonPart, jsonParts } from "#core/json/json-parts.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import { tableRows } from "#core/table/table-rows.ts";
import { textOfFile } from "#server/files/text-of-file.ts";
import { type BenchFault, type BenchPlace, shortText } from "./bench-fault.ts";

/** A file of a survey's folder, as text. */
export interface BenchFile {
  readonly name: string;
  readonly text: string;
}

/** Says which file cannot be read, and why. */
export function unreadableFile(name: string, problem: string | PlainBroken): DomainError {
  return new DomainError("import_must_be_readable", { reason: "of_file", file: name, problem });
}

/** Reads a file of the folder, by the one reader of files that people bring. */
export function benchFile(directory: string, name: string): BenchFile {
  const path = join(directory, name);
  try {
    return { name, text: textOfFile(readFileSync(path)).text };
  } catch (error) {
    throw unreadableFile(path, error instanceof DomainError ? error.broken : (error as Error).message);
  }
}

/** The members of a JSON object that is a whole file, by name. */
export function jsonMembers({ name, text }: BenchFile): ReadonlyMap<string, JsonPart> {
  return new Map(partsOf(name, text).map((part) => [part.key ?? "", part]));
}

/** A record of a list in a JSON file. */
export interface BenchRecord extends BenchPlace {
  readonly record: object;
}

/** The records of a list within a JSON file, each parsed by itself: one that cannot be read spoils no other. */
export function jsonRecords(
  { name }: BenchFile,
  list: JsonPart | undefined,
  listName: string,
): { records: BenchRecord[]; faults: BenchFault[] } {
  if (!list?.text.startsWith("[")) throw unreadableFile(name, `There is no list “${listName}”.`);
  const records: BenchRecord[] = [];
  const faults: BenchFault[] = [];
  for (const { text, line } of partsOf(name, list.text, list.line)) {
    const place = { file: name, line };
    const { record, reason } = recordOf(text);
    if (record) records.push({ ...place, record });
    else {
      const shown = shortText(text.replaceAll(/\s+/g, " "));
      faults.push({ ...place, column: "", rule: "record_must_be_readable", message: reason, text: shown });
    }
  }
  return { records, faults };
}

function partsOf(name: string, text: string, fromLine?: number): JsonPart[] {
  try {
    return jsonParts(text, fromLine);
  } catch (error) {
    if (error instanceof DomainError) throw unreadableFile(name, error.broken);
    throw error;
  }
}

function recordOf(text: string): { record: object | null; reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return { record: isRecord ? value : null, reason: "This is no record." };
  } catch (error) {
    return { record: null, reason: `This is not JSON: ${(error as Error).message}.` };
  }
}

/** What a JSON text says; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A line of a table; no cells where its quotes do not close. */
export interface TableLine {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

/** The rows of a table parted by commas that hold anything. */
export function tableLines({ text }: BenchFile): TableLine[] {
  const rows = tableRows(text, { delimiter: ",", columns: null, fromLine: 1 });
  return [...rows].map(({ line, at, end, cells, spoiled }) => {
    return { line, text: text.slice(at, end), cells: spoiled === "quote" ? null : cells };
  });
}

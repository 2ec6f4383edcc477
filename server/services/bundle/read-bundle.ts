import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { BUNDLE_KINDS, type BundleDocument, type BundleKind, bundleDocument, bundleHead } from "./bundle-document.ts";
import { refuseFaults, unreadable } from "./refuse-faults.ts";

/** A bundle with the way to name the place of each of its records in the file. */
export interface ReadBundle {
  readonly document: BundleDocument;
  readonly placeOf: (list: string, index: number) => string;
}

const NEWLINE = 10;
/** What an export of the record holds besides; it is for `verify` to read. */
const RECORD_LINES: readonly string[] = ["record", "leaf", "seal", "end"];
/** Of the first line of a bundle that has one record a line: it holds nothing but format and version. */
const LONGEST_HEAD = 1000;

/** Reads a bundle, one document or one record a line, or names every place that is wrong. */
export function readBundle(bytes: Buffer): ReadBundle {
  const end = bytes.indexOf(NEWLINE);
  const first = bytes.subarray(0, end < 0 ? bytes.length : end);
  return first.length <= LONGEST_HEAD && hasKind(first.toString("utf8")) ? readLines(bytes) : readDocument(bytes);
}

function hasKind(line: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(line), "kind");
  } catch {
    return false;
  }
}

function readDocument(bytes: Buffer): ReadBundle {
  const placeOf = (list: string, index: number) => `${list}[${index}]`;
  const parsed = bundleDocument.safeParse(jsonOf(bytes.toString("utf8"), "The bundle"));
  if (parsed.success) return { document: parsed.data, placeOf };
  throw unreadable(parsed.error.issues.map((issue) => `${pathText(issue)}: ${issue.message}`));
}

function readLines(bytes: Buffer): ReadBundle {
  const lists = new Map<string, unknown[]>();
  const lines = new Map<string, number[]>();
  const faults: string[] = [];
  let number = 0;
  for (const text of linesOf(bytes)) {
    number += 1;
    if (text.trim() === "") continue;
    const { kind, ...rest } = z
      .looseObject({ kind: z.string() })
      .catch({ kind: "" })
      .parse(jsonOf(text, `Line ${number}`));
    if (number === 1 || kind === "bundle") {
      const head = bundleHead.safeParse(rest);
      const isFirst = number === 1 && kind === "bundle";
      if (!isFirst) faults.push(`line ${number}: The first line, and no other, has the kind bundle.`);
      else faults.push(...(head.error?.issues ?? []).map((issue) => `line 1: ${pathText(issue)}: ${issue.message}`));
      continue;
    }
    if (RECORD_LINES.includes(kind)) continue;
    if (!Object.hasOwn(BUNDLE_KINDS, kind)) {
      faults.push(`line ${number}: kind: ${JSON.stringify(kind)} is none of ${Object.keys(BUNDLE_KINDS).join(", ")}.`);
      continue;
    }
    const { list, record } = BUNDLE_KINDS[kind as BundleKind];
    const parsed = record.safeParse(rest);
    faults.push(...(parsed.error?.issues ?? []).map((issue) => `line ${number}: ${pathText(issue)}: ${issue.message}`));
    push(lists, list, parsed.data);
    push(lines, list, number);
  }
  refuseFaults(faults);
  const listOf = (list: string) => lists.get(list) ?? [];
  const document = Object.fromEntries(Object.values(BUNDLE_KINDS).map(({ list }) => [list, listOf(list)]));
  return {
    document: { ...bundleHead.parse({ format: "parley-bundle", version: 1 }), ...document } as BundleDocument,
    placeOf: (list, index) => `line ${lines.get(list)?.[index]}`,
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Line by line, so that no text longer than a line is ever held. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const until = found < 0 ? bytes.length : found;
    yield bytes.toString("utf8", from, until);
    from = until + 1;
  }
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DomainError("import_must_be_readable", `${what} is not JSON: ${(error as Error).message}`);
  }
}

/** `forecasts[3].probability`, with the names of the unknown members where there are such. */
function pathText({ path, ...issue }: z.core.$ZodIssue): string {
  const place = path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "";
  return [place, unknown].filter((part) => part !== "").join(".") || "the bundle";
}

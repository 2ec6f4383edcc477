import { BUNDLE_KIND_NAMES, BUNDLE_KINDS, type BundleKind, bundleHead } from "./bundle-document.ts";
import type { BundleShape, FilePlace } from "./bundle-shape.ts";
import { type BundleSource, sourceLines } from "./bundle-source.ts";
import { issueFaults } from "./issue-text.ts";

/** What an export of the record holds besides; it is for `verify` to read. */
const RECORD_LINES: readonly string[] = ["record", "leaf", "seal", "end"];

/** Reads a bundle that has one record a line. A line that is wrong is a fault of that line, and the others are read. */
export function readLines(source: BundleSource, shape: BundleShape): void {
  let isFirst = true;
  for (const line of sourceLines(source)) {
    const place = { text: `line ${line.number}`, order: line.number };
    if ("fault" in line) {
      shape.wrong(place, line.fault);
      isFirst = false;
      continue;
    }
    if (line.text.trim() === "") continue;
    readLine(line.text, place, isFirst, shape);
    isFirst = false;
  }
}

function readLine(text: string, place: FilePlace, isFirst: boolean, shape: BundleShape): void {
  const value = parsed(text, place, shape);
  if (value === undefined) return;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    shape.wrong(place, "This must be a record with a kind.");
    return;
  }
  const { kind, ...record } = value as { kind?: unknown };
  if (isFirst || kind === "bundle") readHead(record, kind, { place, isFirst }, shape);
  if (kind === "bundle" || (typeof kind === "string" && RECORD_LINES.includes(kind))) return;
  if (typeof kind === "string" && Object.hasOwn(BUNDLE_KINDS, kind)) {
    shape.add(kind as BundleKind, record, place);
    return;
  }
  const given = kind === undefined ? "There is none; it" : `${JSON.stringify(kind)}`;
  shape.wrong(place, `${given} is none of ${BUNDLE_KIND_NAMES.join(", ")}.`, "kind");
}

function readHead(
  head: object,
  kind: unknown,
  { place, isFirst }: { place: FilePlace; isFirst: boolean },
  shape: BundleShape,
): void {
  if (!isFirst || kind !== "bundle") {
    shape.wrong(place, "The first line, and no other, has the kind bundle.");
    return;
  }
  for (const { field, message } of issueFaults(bundleHead.safeParse(head).error?.issues ?? [])) {
    shape.wrong(place, message, field);
  }
}

function parsed(text: string, place: FilePlace, shape: BundleShape): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    shape.wrong(place, `This is not JSON: ${(error as Error).message}`);
    return undefined;
  }
}

import { createHash } from "node:crypto";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { DomainError } from "#core/errors.ts";
import type { BundleDocument } from "./bundle-document.ts";
import { BundleShape, type FilePlace, type PlacedFault } from "./bundle-shape.ts";
import type { BundleSource } from "./bundle-source.ts";
import { readDocument } from "./read-document.ts";
import { readLines } from "./read-lines.ts";

/** A bundle as far as its records have the right shape, with the places of all of them in the file. */
export interface ReadBundle {
  /** The records that are well formed. */
  readonly document: BundleDocument;
  /** What is wrong with the others. */
  readonly faults: readonly PlacedFault[];
  /** Ids of records that are not well formed. */
  readonly elsewhere: NamedElsewhere;
  /** Where in the file the record at a place of a list of the document is. */
  readonly placeOf: (list: keyof BundleDocument, index: number) => FilePlace;
  /** Of all bytes of the file. */
  readonly sha256: string;
}

/** So much of a file tells whether it has one record a line. */
const HEAD_BYTES = 1 << 16;
const HEAD_LINES = 3;

/** Reads a bundle, one document or one record a line, and keeps what is wrong with the shape of its records by their places. */
export function readBundle(source: BundleSource | Buffer): ReadBundle {
  const hash = createHash("sha256");
  const pieces = hashed(Buffer.isBuffer(source) ? [source] : source, hash);
  const { head, all } = withHead(pieces);
  if (head.length === 0) throw new DomainError("import_must_be_readable", { reason: "empty" });
  const shape = new BundleShape();
  if (hasLines(head.toString("utf8"))) readLines(all, shape);
  else readDocument(all, shape);
  return { ...shape.read(), sha256: hash.digest("hex") };
}

function* hashed(source: BundleSource, hash: { update: (bytes: Uint8Array) => unknown }): Generator<Uint8Array> {
  for (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}

/** The beginning of a file, and the whole of it. */
function withHead(pieces: Generator<Uint8Array>): { head: Buffer; all: BundleSource } {
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { value, done } = pieces.next();
    if (done) break;
    taken.push(value);
    length += value.length;
  }
  const all = (function* () {
    yield* taken;
    yield* pieces;
  })();
  return { head: Buffer.concat(taken).subarray(0, HEAD_BYTES), all };
}

/** A document never begins with a kind, and no line within one is a whole record with a kind before its lists begin. */
function hasLines(head: string): boolean {
  const lines = head
    .replace(/^\uFEFF/, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.slice(0, HEAD_LINES).some((line) => /^\s*\{\s*"kind"\s*:/.test(line) || hasKind(line));
}

function hasKind(line: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(line), "kind");
  } catch {
    return false;
  }
}

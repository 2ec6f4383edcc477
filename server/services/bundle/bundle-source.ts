import { isUtf8 } from "node:buffer";
import { DomainError } from "#core/errors.ts";

/** The bytes of a file, one piece after another. */
export type BundleSource = Iterable<Uint8Array>;

const NEWLINE = 10;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const MEBIBYTE = 1 << 20;
/** A document is read as one text, of which a program can hold no more. */
const MAX_DOCUMENT_BYTES = 500 * MEBIBYTE;
const MAX_LINE_BYTES = 32 * MEBIBYTE;

/** One line of a file by its number, or what is wrong with it. */
export type SourceLine = { readonly number: number } & ({ readonly text: string } | { readonly fault: string });

/** The bytes without the mark that some programs put first. */
function* withoutMark(source: BundleSource): Generator<Buffer> {
  let begun: Buffer | null = Buffer.alloc(0);
  for (const piece of source) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (!begun) {
      yield bytes;
      continue;
    }
    begun = Buffer.concat([begun, bytes]);
    if (begun.length < BOM.length) continue;
    yield begun.subarray(0, BOM.length).equals(BOM) ? begun.subarray(BOM.length) : begun;
    begun = null;
  }
  if (begun) yield begun;
}

/** Line by line, so that no text longer than a line is ever held. */
export function* sourceLines(source: BundleSource): Generator<SourceLine> {
  let number = 0;
  let kept: Buffer[] = [];
  let length = 0;
  const line = (rest: Buffer): SourceLine => {
    number += 1;
    const bytes = Buffer.concat([...kept, rest]);
    const isTooLong = length + rest.length > MAX_LINE_BYTES;
    [kept, length] = [[], 0];
    if (isTooLong) return { number, fault: `The line is longer than ${MAX_LINE_BYTES / MEBIBYTE} MiB.` };
    return isUtf8(bytes) ? { number, text: bytes.toString("utf8") } : { number, fault: NOT_UTF8 };
  };
  for (const piece of withoutMark(source)) {
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      yield line(piece.subarray(from, at));
      from = at + 1;
    }
    length += piece.length - from;
    // Of a line that is too long, only that is told.
    if (length <= MAX_LINE_BYTES) kept.push(piece.subarray(from));
  }
  if (length > 0) yield line(Buffer.alloc(0));
}

const NOT_UTF8 = "The text is not UTF-8. Save the file in that encoding.";

/** The whole text of a file that is one document. */
export function sourceText(source: BundleSource): string {
  const pieces: Buffer[] = [];
  let length = 0;
  for (const piece of withoutMark(source)) {
    pieces.push(piece);
    length += piece.length;
    if (length <= MAX_DOCUMENT_BYTES) continue;
    throw new DomainError("import_must_be_readable", { reason: "too_large", maxBytes: MAX_DOCUMENT_BYTES });
  }
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) throw new DomainError("import_must_be_readable", { reason: "not_utf8" });
  return bytes.toString("utf8");
}

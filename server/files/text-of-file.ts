import { DomainError } from "#core/errors.ts";
import { lineOf } from "#core/table/line-of.ts";
import { firstNonUtf8 } from "./first-non-utf8.ts";
import { unpackedBytes } from "./unpacked-bytes.ts";

export interface FileText {
  readonly text: string;
  /** Whether the file begins with a byte order mark, which a spreadsheet needs to know UTF-8 by. The text has none. */
  readonly hasMark: boolean;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const MARKS: ReadonlyArray<readonly [Encoding, readonly number[]]> = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of a file, packed or not: UTF-8, or UTF-16 where a byte order mark says so. Nothing is guessed: bytes that are no
 * such text are refused with their line, since a letter that was read wrongly would go in as another.
 */
export function textOfFile(packed: Uint8Array): FileText {
  const bytes = unpackedBytes(packed);
  const [encoding, mark] = MARKS.find(([, start]) => start.every((byte, place) => bytes[place] === byte)) ?? [
    "utf-8",
    [],
  ];
  const text = decoded(bytes.subarray(mark.length), encoding);
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const line = lineOf(text.slice(0, nul));
    throw new DomainError("file_must_be_text", { line });
  }
  return { text, hasMark: mark.length > 0 };
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw encoding === "utf-8" ? notUtf8(bytes) : notUtf16(bytes, encoding);
  }
}

/** Names the first byte that is no UTF-8, and the line that it is on. */
function notUtf8(bytes: Uint8Array): DomainError {
  const at = firstNonUtf8(bytes);
  const line = lineOf(new TextDecoder().decode(bytes.subarray(0, at)));
  return new DomainError("file_must_be_utf8", { encoding: "UTF-8", line, byte: bytes[at] ?? 0 });
}

function notUtf16(bytes: Uint8Array, encoding: Encoding): DomainError {
  const text = new TextDecoder(encoding).decode(bytes);
  const line = lineOf(text.slice(0, Math.max(0, text.indexOf("\ufffd"))));
  return new DomainError("file_must_be_utf8", { encoding: "UTF-16", line });
}

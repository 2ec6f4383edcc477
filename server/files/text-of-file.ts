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
const NAMES = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16" } as const;

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
    const words = `Line ${line} holds a NUL character: this is no text, or UTF-16 without its mark. Save it as UTF-8.`;
    throw new DomainError("file_must_be_text", words);
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
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const words = `Line ${line} is not UTF-8: byte ${byte} is no letter there. The file may be Windows-1252 or Latin-1; save it as UTF-8.`;
  return new DomainError("file_must_be_utf8", words);
}

function notUtf16(bytes: Uint8Array, encoding: Encoding): DomainError {
  const text = new TextDecoder(encoding).decode(bytes);
  const line = lineOf(text.slice(0, Math.max(0, text.indexOf("\ufffd"))));
  const words = `Line ${line} is not ${NAMES[encoding]}, as the mark at the beginning says. Save the file as UTF-8.`;
  return new DomainError("file_must_be_utf8", words);
}

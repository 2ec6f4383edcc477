import { DomainError } from "#core/errors.ts";
import type { RuleValues } from "#core/rule-values.ts";

/** The one file that a zip holds, as its directory tells of it. */
export interface ZipMember {
  readonly packed: Uint8Array;
  readonly isStored: boolean;
  readonly size: number;
  readonly crc: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The size of the end record, and the most that a comment behind it may take. */
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** Stands where a number needs 64 bits. */
const BIG = 0xffffffff;
/** So many names of a zip that holds several files are shown. */
const MAX_NAMES = 5;

const refusal = (why: RuleValues["file_must_unpack"]) => new DomainError("file_must_unpack", why);

/**
 * The one file in a zip, found by the directory at its end. A zip that holds several, or none, is refused with their names:
 * which one is meant would be a guess.
 */
export function zipMember(bytes: Uint8Array): ZipMember {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const files = entriesOf(view, endOf(view)).filter(({ name }) => !name.endsWith("/"));
    if (files.some(({ name }) => name === "[Content_Types].xml")) {
      throw refusal({ reason: "office_document" });
    }
    const [file] = files;
    if (!file || files.length > 1)
      throw refusal({
        reason: "members",
        count: files.length,
        names: files.slice(0, MAX_NAMES).map(({ name }) => name),
      });
    return memberOf(bytes, view, file);
  } catch (error) {
    if (error instanceof RangeError) throw refusal({ reason: "zip_cut_off" });
    throw error;
  }
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

/** Where the directory begins, and of how many entries. */
function endOf(view: DataView): { at: number; count: number } {
  const least = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at--) {
    if (view.getUint32(at, true) === END)
      return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 8, true) };
  }
  throw refusal({ reason: "zip_without_directory" });
}

function entriesOf(view: DataView, { at: start, count }: { at: number; count: number }): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let place = 0; place < count; place++) {
    if (view.getUint32(at, true) !== ENTRY) throw refusal({ reason: "zip_directory_unreadable" });
    const nameSize = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameSize)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function memberOf(
  bytes: Uint8Array,
  view: DataView,
  { name, flags, method, crc, packedSize, size, at }: Entry,
): ZipMember {
  if (flags & 1) throw refusal({ reason: "locked", name });
  if (method !== 0 && method !== 8) throw refusal({ reason: "other_method", name });
  if ([packedSize, size, at].includes(BIG)) throw refusal({ reason: "member_too_large", name });
  if (view.getUint32(at, true) !== LOCAL) throw refusal({ reason: "zip_member_misplaced" });
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packedSize > bytes.length) throw refusal({ reason: "zip_cut_off" });
  return { packed: bytes.subarray(from, from + packedSize), isStored: method === 0, size, crc };
}

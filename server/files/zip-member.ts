import { DomainError } from "#core/errors.ts";

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
const MOST_COMMENT = 0xffff;
/** Stands where a number needs 64 bits. */
const BIG = 0xffffffff;

const refusal = (words: string) => new DomainError("file_must_unpack", words);

/**
 * The one file in a zip, found by the directory at its end. A zip that holds several, or none, is refused with their names:
 * which one is meant would be a guess.
 */
export function zipMember(bytes: Uint8Array): ZipMember {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const files = entriesOf(view, endOf(view)).filter(({ name }) => !name.endsWith("/"));
    if (files.some(({ name }) => name === "[Content_Types].xml")) {
      throw refusal("This is an office document, and no table yet. Save it as CSV (UTF-8), and bring that in.");
    }
    const [file] = files;
    if (!file || files.length > 1) throw refusal(`The zip must hold one file; ${inWords(files)}.`);
    return memberOf(bytes, view, file);
  } catch (error) {
    if (error instanceof RangeError) throw refusal("The zip is damaged: it ends before it should.");
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

function inWords(files: readonly Entry[]): string {
  if (files.length === 0) return "this one holds none";
  const names = files.slice(0, 5).map(({ name }) => name);
  return `this one holds ${files.length}: ${names.join(", ")}${files.length > names.length ? ", …" : ""}`;
}

/** Where the directory begins, and of how many entries. */
function endOf(view: DataView): { at: number; count: number } {
  const least = Math.max(0, view.byteLength - END_SIZE - MOST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at--) {
    if (view.getUint32(at, true) === END)
      return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 8, true) };
  }
  throw refusal("The zip is damaged: it has no directory at its end. Was it downloaded whole?");
}

function entriesOf(view: DataView, { at: start, count }: { at: number; count: number }): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let place = 0; place < count; place++) {
    if (view.getUint32(at, true) !== ENTRY) throw refusal("The zip is damaged: its directory cannot be read.");
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
  if (flags & 1) throw refusal(`${name} is locked with a password. Unpack it first.`);
  if (method !== 0 && method !== 8)
    throw refusal(`${name} is packed by a method that is not read here. Unpack it first.`);
  if ([packedSize, size, at].includes(BIG))
    throw refusal(`${name} is too large to be read here. Unpack it and split it.`);
  if (view.getUint32(at, true) !== LOCAL) throw refusal("The zip is damaged: its file does not lie where it should.");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packedSize > bytes.length) throw refusal("The zip is damaged: it ends before it should.");
  return { packed: bytes.subarray(from, from + packedSize), isStored: method === 0, size, crc };
}

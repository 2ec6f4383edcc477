import { Gunzip, Inflate } from "fflate";
import { DomainError } from "#core/errors.ts";
import { crc32 } from "./crc-32.ts";
import { zipMember } from "./zip-member.ts";

/** The most bytes that a file may hold once it is unpacked: more is split first. */
export const MAX_UNPACKED = 256 * 2 ** 20;
/** So few at a time that what they unpack to stays small, however tightly it is packed: at most a thousand times as much. */
const AT_ONCE = 16_384;
const TRAILER = 8;

/** What else files come packed in, by how they begin. */
const OTHER_PACKINGS: ReadonlyArray<readonly [name: string, bytes: readonly number[]]> = [
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["rar", [0x52, 0x61, 0x72, 0x21]],
];

/**
 * The bytes of a file, unpacked where they are packed with gzip or as the one file of a zip; checked against the sum that the
 * packing keeps, and never more than a limit. The browser and the command line unpack by this one code.
 */
export function unpackedBytes(bytes: Uint8Array, most = MAX_UNPACKED): Uint8Array {
  const begins = (...start: readonly number[]) => start.every((byte, place) => bytes[place] === byte);
  if (begins(0x1f, 0x8b)) return gunzipped(bytes, most);
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)) return unzipped(bytes, most);
  const other = OTHER_PACKINGS.find(([, start]) => begins(...start));
  if (other) {
    throw new DomainError("file_must_unpack", { reason: "other_packing", packing: other[0] });
  }
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
}

/** Keeps what is unpacked, with its sum, and stops where it grows too large. */
class Unpacking {
  readonly chunks: Uint8Array[] = [];
  size = 0;
  /** The sum and the size of the member that is read. */
  crc = 0;
  memberSize = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  readonly take = (chunk: Uint8Array): void => {
    this.size += chunk.length;
    if (this.size > this.#most) throw tooLarge(this.#most);
    this.crc = crc32(chunk, this.crc);
    this.memberSize = (this.memberSize + chunk.length) >>> 0;
    if (chunk.length > 0) this.chunks.push(chunk);
  };

  whole(): Uint8Array {
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

/** Every member of a gzip file, one after another: some tools write several. */
function gunzipped(bytes: Uint8Array, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacking = new Unpacking(most);
  const gunzip = new Gunzip(unpacking.take);
  const checkMember = (end: number) => {
    const isWhole =
      end >= TRAILER &&
      view.getUint32(end - TRAILER, true) === unpacking.crc &&
      view.getUint32(end - TRAILER / 2, true) === unpacking.memberSize;
    if (!isWhole) throw damaged();
    unpacking.crc = 0;
    unpacking.memberSize = 0;
  };
  gunzip.onmember = checkMember;
  pushAll(gunzip, bytes);
  checkMember(bytes.length);
  return unpacking.whole();
}

function unzipped(bytes: Uint8Array, most: number): Uint8Array {
  const { packed, isStored, size, crc } = zipMember(bytes);
  if (size > most) throw tooLarge(most);
  const unpacking = new Unpacking(most);
  if (isStored) unpacking.take(packed);
  else pushAll(new Inflate(unpacking.take), packed);
  if (unpacking.size !== size || unpacking.crc !== crc) throw damaged();
  return unpacking.whole();
}

function pushAll(stream: Gunzip | Inflate, bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      stream.push(bytes.subarray(at, at + AT_ONCE), at + AT_ONCE >= bytes.length);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw damaged();
  }
}

function damaged(): DomainError {
  return new DomainError("file_must_unpack", { reason: "damaged" });
}

function tooLarge(most: number): DomainError {
  return new DomainError("file_must_stay_within_size", { maxBytes: most });
}

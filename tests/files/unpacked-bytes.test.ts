import { crc32 as crcOfNode, gzipSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { DomainError } from "#core/errors.ts";
import { crc32 } from "#server/files/crc-32.ts";
import { unpackedBytes } from "#server/files/unpacked-bytes.ts";
import { times } from "#tests/support/chance.ts";

/** Bytes that pack well in part, and at times more than the unpacking takes at once. */
const bytes = fc
  .tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(400), fc.uint8Array({ maxLength: 40_000, size: "max" }))
  .map(([pattern, times, noise]) =>
    Buffer.concat([...Array.from({ length: times }, () => Buffer.from(pattern)), noise]),
  )
  .filter((all) => all[0] !== 0x1f && all[0] !== 0x50 && all.length > 0);
const level = fc.constantFrom(0, 1, 6, 9);
const same = (found: Uint8Array, given: Uint8Array) => expect(Buffer.compare(found, given)).toBe(0);
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const valuesOf = (packed: Uint8Array) => {
  try {
    unpackedBytes(packed);
    return {};
  } catch (error) {
    return (error as DomainError).values;
  }
};

describe("a packed file", () => {
  test("unpacks to what was packed: gzip of one member or several, and the one file of a zip, stored or deflated", () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 3 }), level, (members, at) => {
        const whole = Buffer.concat(members);
        same(unpackedBytes(Buffer.concat(members.map((member) => gzipSync(member, { level: at })))), whole);
        same(unpackedBytes(zipSync({ "a.csv": [whole, { level: at as 0 | 1 | 6 | 9 }] })), whole);
      }),
      { numRuns: times(40) },
    );
  });

  test("that is cut off, or changed in a byte of what it holds, is refused and never read in part", () => {
    const given = Buffer.from("id,type\n1,AID\n2,CONSULT\n".repeat(30));
    const gzip = gzipSync(given);
    const zip = zipSync({ "a.csv": given });
    for (const [packed, body] of [
      [gzip, 10],
      [zip, 35],
    ] as const) {
      fc.assert(
        fc.property(fc.integer({ min: 4, max: packed.length - 1 }), (length) => {
          expect(codeOf(() => unpackedBytes(packed.subarray(0, length)))).toBe("file_must_unpack");
        }),
      );
      fc.assert(
        fc.property(fc.integer({ min: body, max: 40 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
          const changed = Uint8Array.from(packed);
          changed[place] = (changed[place] ?? 0) ^ change;
          expect(codeOf(() => unpackedBytes(changed))).toBe("file_must_unpack");
        }),
      );
    }
  });

  test("that unpacks to more than the limit is stopped there, even where a zip tells a smaller size", () => {
    const large = new Uint8Array(5_000_000);
    expect(codeOf(() => unpackedBytes(gzipSync(large), 1_000_000))).toBe("file_must_stay_within_size");
    const zip = zipSync({ "a.csv": large });
    expect(codeOf(() => unpackedBytes(zip, 1_000_000))).toBe("file_must_stay_within_size");
    const directory = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(zip.buffer, zip.byteOffset).setUint32(directory + 24, 10, true);
    expect(codeOf(() => unpackedBytes(zip, 1_000_000))).toBe("file_must_stay_within_size");
    expect(codeOf(() => unpackedBytes(large, 1_000_000))).toBe("file_must_stay_within_size");
  });

  test("that is not one file in a zip or gzip is refused with what it is", () => {
    const some = Buffer.from("x");
    expect(valuesOf(zipSync({ "a.csv": some, "b.csv": some }))).toEqual({
      reason: "members",
      count: 2,
      names: ["a.csv", "b.csv"],
    });
    expect(valuesOf(zipSync({}))).toMatchObject({ reason: "members", count: 0 });
    expect(valuesOf(zipSync({ "[Content_Types].xml": some, "xl/workbook.xml": some }))).toEqual({
      reason: "office_document",
    });
    const locked = zipSync({ "a.csv": some });
    const directory = Buffer.from(locked).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked[directory + 8] = 1;
    expect(valuesOf(locked)).toEqual({ reason: "locked", name: "a.csv" });
    expect(valuesOf(Buffer.from("BZh91AY"))).toEqual({ reason: "other_packing", packing: "bzip2" });
    expect(valuesOf(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]))).toMatchObject({ packing: "xz" });
  });

  test("is checked by the sum that others compute", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        expect(crc32(other, crc32(one, 0))).toBe(crcOfNode(Buffer.concat([one, other])));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DomainError } from "#core/errors.ts";
import { firstNonUtf8 } from "#server/files/first-non-utf8.ts";
import { textOfFile } from "#server/files/text-of-file.ts";
import { times } from "#tests/support/chance.ts";

const MARK = "\ufeff";
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(MARK + text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};
/** Text as files have it: whole characters, without NUL, that does not begin with a mark of its own. */
const text = fc
  .string({ unit: fc.constantFrom("a", "é", "ن", "🕊", "\n", "\r", '"', ",", "\ufffd") })
  .filter((written) => !written.startsWith(MARK));
const fault = (bytes: Uint8Array) => {
  try {
    return textOfFile(bytes).text;
  } catch (error) {
    return error as DomainError;
  }
};

describe("the text of a file", () => {
  test("is read from UTF-8, with a mark or without, and from UTF-16 of both orders by its mark", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(textOfFile(Buffer.from(written))).toEqual({ text: written, hasMark: false });
        expect(textOfFile(Buffer.from(MARK + written))).toEqual({ text: written, hasMark: true });
        expect(textOfFile(utf16(written, false))).toEqual({ text: written, hasMark: true });
        expect(textOfFile(utf16(written, true))).toEqual({ text: written, hasMark: true });
      }),
    );
  });

  test("that is not UTF-8 is refused by the line and the byte, whatever ends its lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const bytes = Buffer.from(`id,headline${end}1,ok${end}2,\xc9lection`, "latin1");
      expect(fault(bytes)).toMatchObject({
        code: "file_must_be_utf8",
        values: { encoding: "UTF-8", line: 3, byte: 0xc9 },
      });
    }
    expect(fault(Buffer.from([0xff, 0xfe, 0x0a, 0x00, 0x00, 0xd8, 0x41, 0x00]))).toMatchObject({
      code: "file_must_be_utf8",
      values: { encoding: "UTF-16", line: 2 },
    });
    expect(fault(Buffer.from([0xff, 0xfe, 0x41]))).toMatchObject({ code: "file_must_be_utf8" });
  });

  test("holds no NUL, as UTF-16 without its mark does", () => {
    expect(fault(Buffer.from("id,type\n1,A", "utf16le"))).toMatchObject({
      code: "file_must_be_text",
      values: { line: 1 },
    });
  });

  test("is told bad exactly where a decoder refuses it", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const isGood = (bytes: Uint8Array) => {
      try {
        decoder.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const byte = fc.constantFrom(
      0x41,
      0x80,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0x90,
      0x8f,
      0xf4,
      0xf5,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (given) => {
        const bytes = Uint8Array.from(given);
        const at = firstNonUtf8(bytes);
        expect(at === bytes.length).toBe(isGood(bytes));
        expect(isGood(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: times(2000) },
    );
  });
});

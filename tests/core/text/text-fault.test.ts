import { describe, expect, test } from "vitest";
import { textFault, withoutUnseen } from "#core/text/text-fault.ts";

const points = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, i) => String.fromCodePoint(from + i));

describe("a text is refused for what nobody sees", () => {
  test.each([
    ["NUL", ["\0"]],
    ["controls", [...points(0x01, 0x08), "\v", "\f", ...points(0x0e, 0x1f), ...points(0x7f, 0x9f)]],
    [
      "marks, embeddings, overrides and isolates of direction",
      ["\u061c", "\u200e", "\u200f", ...points(0x202a, 0x202e), ...points(0x2066, 0x2069)],
    ],
    ["zero width", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u2061", "\u2064", "\u206a"]],
    ["fillers", ["\u115f", "\u1160", "\u3164", "\uffa0", "\u17b4"]],
    ["annotations and tags", ["\ufff9", "\ufffb", ...points(0xe0000, 0xe007f)]],
    ["selectors of variants", [...points(0xfe00, 0xfe0f), "\u{e0100}", "\u{e01ef}"]],
    ["halves of characters", ["\ud800", "\udfff", "\udc00\ud800"]],
    ["private use", ["\ue000", "\uf8ff", "\u{f0000}", "\u{10fffd}"]],
    ["code points that mean nothing", ["\ufffe", "\uffff", "\u{1ffff}", "\u0378", "\ufdd0"]],
    ["joiners between letters that do not join", ["\u200c", "\u200d"]],
  ])("%s", (_, characters) => {
    expect(characters.filter((character) => textFault(`a${character}b`) === null)).toEqual([]);
    expect(characters.map((character) => withoutUnseen(`a${character}b`))).toEqual(characters.map(() => "ab"));
  });

  test("and is told which character it is, and where, as people count", () => {
    expect(textFault("pay\u202Ecba")).toContain("Character 4 is U+202E");
    expect(textFault("👍🏽x\u200bx")).toContain("Character 4 is U+200B");
    expect(textFault("a\0")).toContain("Character 2 is U+0000");
    expect(textFault("\u{e0041}")).toContain("U+E0041");
  });
});

test.each([
  ["lines and tabs", "first\n\tsecond\r\nthird"],
  ["Persian with its half space, and the mark of the lunar year", "می‌خواهم در سال ۱۴۰۴ ه‍.ق"],
  ["Hindi with joiners", "क्‍ष और क्‌ष"],
  ["Malayalam and Sinhala", "ന്‍ ශ්‍රී"],
  ["Arabic with vowels and a number sign", "مُحَمَّد ؀۱۲"],
  ["Hebrew and Thai", "שָׁלוֹם สวัสดี"],
  ["Mongolian with its selectors", "ᠠ᠋ᠨ"],
  ["emoji", "👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️ ☎︎ 1️⃣ #️⃣ 🇮🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["decomposed letters", "e\u0301ire"],
  ["rare and old letters", "𐎠𐎼 𒀀 𠀀 ꙮ"],
])("a text is taken with %s, and nothing is taken out of it", (_, text) => {
  expect(textFault(text)).toBeNull();
  expect(withoutUnseen(text)).toBe(text);
});

test.each([
  ["tags after a flag that is none", "🏴\u{e0061}\u{e0062}\u{e007f}"],
  ["a joiner at the end of an emoji", "👍\u200d"],
  ["a selector after a digit that is no key", "1\ufe0f"],
  ["a selector after a selector", "❤\ufe0f\ufe0f"],
])("a text is refused with %s", (_, text) => {
  expect(textFault(text)).not.toBeNull();
});

test("a long text is read once", () => {
  const long = "می‌".repeat(50_000);
  expect(textFault(`${long}رود`)).toBeNull();
  expect(withoutUnseen("\u200b".repeat(100_000))).toBe("");
});

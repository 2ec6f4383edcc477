import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookAlikeKey } from "#core/text/look-alike-key.ts";
import { nameFault } from "#core/text/name-fault.ts";
import { keysOfName, nameKey } from "#core/text/name-key.ts";
import { times } from "#tests/support/chance.ts";

describe("a name", () => {
  test.each([
    "ada",
    "Ada_Lovelace-2.0",
    "O2",
    "Ægir",
    "Łukasz",
    "Nguyễn",
    "e\u0301ire",
    "हिन्दी",
    "বাংলা",
    "தமிழ்",
    "ไทยแลนด์",
    "မြန်မာ",
    "مُحَمَّد",
    "نازنین‌زهرا",
    "۱۲۳علی",
    "Ἀλέξανδρος",
    "Владимир",
    "שָׁלוֹם",
    "東京タワー",
    "東京Tower",
    "김철수",
    "ᏣᎳᎩ",
  ])("may be %s", (name) => expect(nameFault(name)).toBeNull());

  test.each([
    ["Cyrillic а among Latin letters", "аda"],
    ["Greek ο among Latin letters", "bοb"],
    ["Cyrillic among Greek letters", "Αнна"],
    ["Cherokee among Latin letters", "Ꭺda"],
    ["Armenian among Latin letters", "bօb"],
    ["Latin among Arabic letters", "عliع"],
    ["digits of two kinds", "علی1۲"],
    ["a direction", "ada\u202e"],
    ["zero width", "a\u200bda"],
    ["a joiner between Latin letters", "a\u200cda"],
    ["a mark before any letter", "\u0301ada"],
    ["a heap of marks", `a${"\u0301\u0302\u0303\u0304\u0305"}`],
    ["a space", "ada l"],
    ["a mark on a dot", "a.\u0301"],
    ["an emoji", "ada👍"],
    ["nothing", ""],
    ["a hyphen first", "-ada"],
    ["letters of a script that nobody writes names in", "𒀀𒀁"],
  ])("is refused with %s", (_, name) => expect(nameFault(name)).not.toBeNull());

  test("is one name in every form of its letters", () => {
    expect(new Set(["éire", "e\u0301ire", "ÉIRE", "E\u0301ire"].map(nameKey)).size).toBe(1);
    expect(new Set(["ﬁn", "fin", "FIN", "ｆｉｎ"].map(nameKey)).size).toBe(1);
    expect(nameKey("نازنین‌زهرا")).toBe(nameKey("نازنینزهرا"));
    expect(keysOfName("ς")).toContain("ς");
  });

  test("has a key that is the key of itself, in small letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
        expect(nameKey(name).toLowerCase()).toBe(nameKey(name));
      }),
      { numRuns: times(2000) },
    );
  });
});

describe("names look alike", () => {
  test.each([
    ["ada", "аdа"],
    ["coco", "сосо"],
    ["paypal", "раураӏ"],
    ["ada", "аԁа"],
    ["Adal", "AdaI"],
    ["user1", "userl"],
    ["bob0", "bobO"],
    ["mama", "rnarna"],
    ["scope", "ѕсоре"],
    ["ada", "a\u200bda"],
    ["AHA", "ΑΗΑ"],
    ["١٢", "۱۲"],
  ])("%s and %s", (one, other) => expect(lookAlikeKey(other)).toBe(lookAlikeKey(one)));

  test.each([
    ["ada", "eda"],
    ["ada", "adà"],
    ["Владимир", "Владимира"],
    ["हिन्दी", "हिंदी"],
  ])("but not %s and %s", (one, other) => expect(lookAlikeKey(other)).not.toBe(lookAlikeKey(one)));
});

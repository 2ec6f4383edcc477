import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParts } from "#core/json/json-parts.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";

const texts = (text: string) => jsonParts(text).map((part) => part.text);

test("The parts of a JSON value, parsed one by one, are the value, however it is laid out.", () => {
  const json = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
  fc.assert(
    fc.property(json, fc.constantFrom(0, 1, 4), (value, indent) => {
      const parts = jsonParts(JSON.stringify(value, null, indent));
      const parsed = parts.map(({ text }) => JSON.parse(text));
      if (Array.isArray(value)) expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
      else {
        expect(parts.map(({ key }) => key)).toEqual(Object.keys(value));
        expect(parsed).toEqual(Object.values(JSON.parse(JSON.stringify(value))));
      }
    }),
  );
});

test("Each part is told by the line it begins on, with any line ends.", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = [" {", '"a": 1,', '"b":', "[2,", "3]", "}", ""].join(end);
    expect(jsonParts(text).map(({ key, line }) => [key, line])).toEqual([
      ["a", 2],
      ["b", 4],
    ]);
    expect(jsonParts('["x",\n"y"]'.replace("\n", end), 10).map(({ line }) => line)).toEqual([10, 11]);
  }
});

test("One part that is no JSON spoils no other.", () => {
  expect(texts("[1, NaN, {'a': 2}, tru, 5]")).toEqual(["1", "NaN", "{'a': 2}", "tru", "5"]);
  expect(texts('[{"a": "unclosed},\n{"b": 2}]')).toEqual(['{"a": "unclosed}', '{"b": 2}']);
  expect(texts('[{"a": "unclosed\n},\n{"b": 2}]')).toEqual(['{"a": "unclosed\n}', '{"b": 2}']);
});

test("Signs within strings are text.", () => {
  expect(texts('["a]b", "c\\"]", "d\\\\", "{,:"]')).toEqual(['"a]b"', '"c\\"]"', '"d\\\\"', '"{,:"']);
});

test.each([
  ["nothing", ""],
  ["a number", "12"],
  ["a list that does not end", "[1, [2]"],
  ["a string that does not end", '["a'],
  ["more behind the end", "[1] 2"],
])("%s is refused", (_, text) => {
  expect(() => jsonParts(text)).toThrow(expect.objectContaining({ code: "import_must_be_readable" }));
});

test("Nesting a million deep is read, and a line of a million quotes that do not close.", () => {
  expect(() => jsonParts(`["${'\\"'.repeat(1_000_000)}`)).toThrow(
    brokenRule("import_must_be_readable", { reason: "never_ends", line: 1 }),
  );
  const deep = `[${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}]`;
  expect(jsonParts(deep)).toHaveLength(1);
});

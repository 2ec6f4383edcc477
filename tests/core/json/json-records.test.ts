import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonRecords } from "#core/json/json-records.ts";
import { repeatedMember } from "#core/json/repeated-member.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { times } from "#tests/support/chance.ts";

const textsOf = (text: string) => jsonRecords(text).records.map(({ at, end }) => text.slice(at, end).trim());
const space = fc.constantFrom("", " ", "\n", "\r\n", "\t\r");

describe("the records of a JSON file", () => {
  test("are those of the array, as they are written, whatever is in them and between them", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), space, fc.constantFrom(0, 2), (values, gap, indent) => {
        const written = values.map((value) => JSON.stringify(value, null, indent));
        const text = `${gap}[${gap}${written.join(`${gap},${gap}`)}${gap}]${gap}`;
        expect(textsOf(text)).toEqual(written);
        for (const { at, line } of jsonRecords(text).records) {
          expect(line).toBe(text.slice(0, at).split(/\r\n|\n|\r/).length);
        }
      }),
      { numRuns: times(300) },
    );
  });

  test("are one a line as well", () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        (values, end) => {
          const written = values.map((value) => JSON.stringify(value));
          expect(textsOf(written.join(end))).toEqual(written);
        },
      ),
    );
  });

  test("are told apart where one is no JSON: a value that is none, a text over two lines, a comma too many", () => {
    const broken = ['{"a": NaN}', '{"a": "two\nlines"}', '{"a": 1,}', '{"a": }', "nonsense", ""];
    for (const one of broken) {
      expect(textsOf(`[{"b": 1}, ${one}, {"c": "]"}]`)).toEqual(['{"b": 1}', one, '{"c": "]"}']);
    }
  });

  test("end where their brackets do: what never ends, or goes on behind the end, is refused by the line", () => {
    const refusals = [
      ['[{"a": 1}', { reason: "array_never_ends" }],
      ['[{"a": 1},\n{"b": [1', { reason: "record_never_ends", record: 2, line: 2 }],
      ['[{"a": 1},\n{"b": "never', { reason: "quote_not_closed", line: 2 }],
      ["[1]\n[2]", { reason: "array_more_behind", line: 2 }],
      ["[1}]", { reason: "bracket_not_opened", line: 1 }],
      ["5", { reason: "no_records" }],
      ["", { reason: "no_records" }],
    ] as const;
    for (const [text, why] of refusals)
      expect(() => jsonRecords(text), text).toThrow(brokenRule("import_must_be_readable", why));
  });
});

test("a member that is given twice is found at the outermost level alone, however its name is written", () => {
  const name = fc.string({ unit: fc.constantFrom("a", '"', "\\", "{", "é", ":"), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.jsonValue()), { maxLength: 6 }), (members) => {
      const text = `{${members.map(([key, value]) => `${JSON.stringify(key)} : ${JSON.stringify(value)}`).join(", ")}}`;
      const names = members.map(([key]) => key);
      const twice = names.find((key, index) => names.indexOf(key) < index) ?? null;
      expect(repeatedMember(text)).toBe(twice);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#core/canonical-json.ts";
import { times } from "#tests/support/chance.ts";

describe("the canonical text of a value", () => {
  test("is JSON that reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: times(300) },
    );
  });

  test("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
      { numRuns: times(300) },
    );
  });

  // The example of RFC 8785, §3.2.3: keys by UTF-16 code units.
  test("orders keys as RFC 8785 shows", () => {
    const value = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test("writes numbers as ECMAScript does", () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
    );
  });

  test("leaves out what is undefined in an object", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([[Number.NaN], [Infinity], [1n], [undefined], [new Date(0)], [() => 1], [[undefined]], [new Map()]])(
    "refuses what JSON cannot hold: %s",
    (value) => {
      expect(() => canonicalJson(value)).toThrowError(expect.objectContaining({ code: "value_must_be_canonical" }));
    },
  );
});

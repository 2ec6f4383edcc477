import { describe, expect, test } from "vitest";
import { cursorOf, placeInList, readCursor } from "#core/list-cursor.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";

const ID = "0198c0de-0000-7000-8000-000000000000";

describe("a cursor", () => {
  test("leads back to the place it was made of", () => {
    expect(readCursor("events", cursorOf("events", [-1_000_000_000_000, ID]))).toEqual(["-1000000000000", ID]);
    expect(readCursor("board", cursorOf("board", [50, 48, "-1.25e-7", ID]))).toEqual(["50", "48", "-1.25e-7", ID]);
    expect(readCursor("profit", cursorOf("profit", [3, -(2n ** 63n - 1n), ID]))).not.toBeNull();
    expect(readCursor("questions", cursorOf("questions", ["-1775606399.000000", ID]))).not.toBeNull();
  });

  test.each([
    ["events", "x"],
    ["events", `99999999999999999_${ID}`],
    ["events", `-99999999999999_${ID}`],
    ["events", "1770000000000_------------------------------------"],
    ["events", `1770000000000_${ID}\n`],
    ["inbox", `1770000000000_${ID}_1`],
    ["forecasts", "1770000000000_9223372036854775808"],
    ["statement", "9999999999999999999"],
    ["audit", "1; DROP"],
    ["questions", `1e999_${ID}`],
    ["questions", `NaN_${ID}`],
    ["board", `1_1_1e-400_${ID}`],
    ["board", `1_1_1.2.3_${ID}`],
    ["profit", `1_99999999999999999999_${ID}`],
    ["notices", ID.toUpperCase()],
    ["people", ""],
  ] as const)("of %s is refused as %j", (list, cursor) => {
    expect(readCursor(list, cursor)).toBeNull();
    expect(() => placeInList(list, cursor)).toThrow(brokenRule("cursor_must_be_of_this_list"));
  });
});

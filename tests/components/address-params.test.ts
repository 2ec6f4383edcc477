import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addressParams } from "#app/_address/address-params.ts";
import { boardParams } from "#app/_boards/board-params.ts";
import { calibrationParams } from "#app/_scores/calibration-params.ts";
import { ownPath } from "#core/request/own-path.ts";
import { textFault } from "#core/text/text-fault.ts";

const ID = "0198c0de-0000-7000-8000-000000000000";

describe("what an address says", () => {
  test("is read as what it should be", () => {
    const query = {
      q: "  e\u0301ire  talks ",
      topic: "muscat-channel",
      id: ID,
      actor: "irngov",
      before: "12",
      on: "2026-02-06",
    };
    const params = addressParams(query);
    expect(params.text("q")).toBe("éire talks");
    expect(params.slug("topic")).toBe("muscat-channel");
    expect(params.id("id")).toBe(ID);
    expect(params.actor("actor")).toBe("IRNGOV");
    expect(params.ordinal("before")).toBe(12);
    expect(params.day("on")).toBe("2026-02-06");
    expect(params.cursor("audit", "before")).toBe("12");
    expect(addressParams({ cursor: `-1770000000.000000_${ID}` }).cursor("questions")).toBeDefined();
  });

  test.each([
    ["a control", "\0"],
    ["nothing", ""],
    ["half of a character", "\ud800"],
    ["the name of what every object has", "constructor"],
    ["several at once", ["a", "b"]],
    ["a long text", "x".repeat(10_000)],
    ["a day that no calendar has", "2026-02-30"],
    ["a number too large", "99999999999999999999"],
    ["less than nothing", "-1"],
  ])("is left out when it is %s", (_, given) => {
    const params = addressParams({ given });
    expect([
      params.id("given"),
      params.ordinal("given"),
      params.day("given"),
      params.cursor("events", "given"),
    ]).toEqual([undefined, undefined, undefined, undefined]);
    expect(params.actor("constructor")).toBeUndefined();
  });

  test("is never a text that the API would refuse", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (q) => {
        const text = addressParams({ q }).text("q", 20) ?? "";
        expect(textFault(text)).toBeNull();
        expect(text.length).toBeLessThanOrEqual(20);
        expect(text).toBe(text.trim());
      }),
    );
  });

  test("names no board and no calibration that there cannot be", () => {
    for (const board of ["topic:-a", "topic:a--b", "season:0000-q1", "season:9999-q1", "x", "topic"]) {
      expect(boardParams({ board, cursor: "x" })).toMatchObject({ board: "all" });
      expect(boardParams({ board, cursor: "x" })).not.toHaveProperty("cursor");
      expect(calibrationParams({ of: board }).of).toBe("");
    }
  });
});

test.each([
  ["/questions/a?b#c", "/questions/a?b#c"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["//[", "/"],
  ["https://evil.example/", "/"],
  [undefined, "/"],
])("after signing in, %s leads to %s", (next, path) => expect(ownPath(next)).toBe(path));

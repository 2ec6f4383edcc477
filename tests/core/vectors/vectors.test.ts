import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkVectors } from "./check-vectors.ts";
import { difference } from "./difference.ts";
import type { VectorCase } from "./vector-case.ts";

const FILE = "../shared/vectors/scoring-vectors.json";
const present = existsSync(FILE);
if (!present) console.warn(`SKIPPED: ${FILE} is not there, so the published vectors were not checked.`);

describe.skipIf(!present)("the published vectors", () => {
  const cases = present ? (JSON.parse(readFileSync(FILE, "utf8")) as VectorCase[]) : [];
  const report = checkVectors(cases);

  test("all agree with what the core computes", () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(report.failures).toEqual([]);
  });

  test("are served but for fewer than 25 cases, each family with its reason", () => {
    const unserved = [...report.skipped.values()];
    expect(unserved.reduce((sum, { cases: n }) => sum + n, 0)).toBeLessThan(25);
    for (const { reason } of unserved) expect(reason).not.toBe("no function is mapped to this family");
  });
});

describe("a comparison", () => {
  test("sees a number outside its tolerance, a missing key and a wrong length", () => {
    expect(difference({ a: 1 }, { a: 1.1 }, 0.05)).toContain("value.a");
    expect(difference({}, { a: 1 }, 1)).toContain("value.a");
    expect(difference([1], [1, 2], 1)).toContain("1 entries");
    expect(difference(Number.NEGATIVE_INFINITY, "-Infinity", 0)).toBeNull();
    expect(difference(Number.NaN, null, 0)).toBeNull();
    expect(difference(0, null, 0)).not.toBeNull();
  });
});

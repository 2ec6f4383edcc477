import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { METRIC_METHODS } from "#app/_scores/metric-link.tsx";
import { mathMl } from "#app/(site)/methodology/_components/math-ml.ts";
import { BOARD_METRICS } from "#core/ranking/board-metrics.ts";
import type { Database } from "#db/client.ts";
import { coreHeaders } from "#services/methodology/core-headers.ts";
import { listMethods, METHOD_GROUPS } from "#services/methodology/list-methods.ts";
import { anonymous } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const formulasIn = (group: string) =>
  readdirSync(`server/core/${group}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => readFileSync(`server/core/${group}/${file}`, "utf8").match(/^ \* Formula:/gm) ?? []).length;

describe("the methodology", () => {
  test("is for everybody and has the parts in their order", () => {
    expect(listMethods(anonymous(database.prisma)).map(({ id }) => id)).toEqual([...METHOD_GROUPS]);
  });

  test("has a formula for every metric that pages link to", () => {
    const names = listMethods(anonymous(database.prisma)).flatMap(({ methods }) => methods.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(Object.values(METRIC_METHODS)));
    expect(Object.keys(METRIC_METHODS).sort()).toEqual(BOARD_METRICS.map(({ key }) => key).sort());
  });

  test.each(METHOD_GROUPS)("has every formula that the headers of core/%s state", (group) => {
    const { methods } = listMethods(anonymous(database.prisma)).find(({ id }) => id === group)!;
    expect(methods.length).toBeGreaterThan(3);
    expect(methods.length).toBe(formulasIn(group));
  });

  test("sets every TeX formula as MathML", () => {
    const tex = listMethods(anonymous(database.prisma)).flatMap(({ methods }) =>
      methods.flatMap((method) => method.tex ?? []),
    );
    expect(tex.length).toBeGreaterThan(20);
    for (const formula of tex) {
      expect(mathMl(formula), formula).toMatch(/^<math/);
      expect(mathMl(formula), formula).not.toContain("merror");
    }
  });

  test("tells each header's parts apart", () => {
    const source = `/**
 * The mean of two.
 *
 * TeX: \\frac{a+b}{2}
 * Formula: (a + b)/2, of
 * whatever. Units: those of \`a\`. Source: \`scoring.md\` §1 "Means"; Euclid.
 *
 * @example
 * mean(1, 2); // => 1.5
 */
export function mean(a: number, b: number) {}`;
    expect(coreHeaders(source)).toEqual([
      {
        name: "mean",
        says: "The mean of two.",
        tex: "\\frac{a+b}{2}",
        formula: "(a + b)/2, of whatever.",
        units: "those of a.",
        source: "Euclid.",
        examples: [{ expression: "mean(1, 2)", value: "1.5" }],
      },
    ]);
  });

  test("names no file that a reader cannot open", () => {
    const shown = JSON.stringify(listMethods(anonymous(database.prisma)));
    expect(shown).not.toContain("scoring.md");
  });
});

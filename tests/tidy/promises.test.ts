import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** How many promises there are of each kind. */
const KINDS = { M: 14, F: 10, R: 8, D: 10, A: 10, Z: 12, I: 10, O: 10 };
const NOT_YET = "not yet";

interface Row {
  readonly id: string;
  readonly tests: string;
  readonly brokenVariant: string;
}

function rowsOf(document: string): Row[] {
  return [...document.matchAll(/^\| ([A-Z]\d+) \|(.*)\|$/gm)].map(([, id = "", rest = ""]) => {
    const [, tests = "", , brokenVariant = ""] = rest.split(" | ").map((cell) => cell.trim());
    return { id, tests, brokenVariant };
  });
}

const testFiles = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => `tests/${name}.test.ts`);

/** What is wrong with a row: a file that is not there, none that speaks of the promise, or no word at all. */
function faultsOf({ id, tests, brokenVariant }: Row): string[] {
  const files = testFiles(tests).map((file) => (existsSync(`${file}x`) ? `${file}x` : file));
  if (files.length === 0) return tests === NOT_YET ? [] : [`${id} has neither a test nor the words “${NOT_YET}”`];
  const missing = files.filter((file) => !existsSync(file)).map((file) => `${id}: there is no ${file}`);
  return brokenVariant === "" ? [...missing, `${id} does not say what its test would catch`] : missing;
}

const rows = rowsOf(readFileSync("docs/promises.md", "utf8"));

test("each promise has its row, in order", () => {
  const expected = Object.entries(KINDS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => kind + (i + 1)),
  );
  expect(rows.map(({ id }) => id)).toEqual(expected);
});

test("a row names tests that are there and what they would catch, or says that it is not yet shown", () => {
  expect(rows.flatMap(faultsOf)).toEqual([]);
});

test("a row that names no test that is there is seen", () => {
  const row = { id: "M1", tests: "`races/no-such-test`", brokenVariant: "" };
  expect(faultsOf(row)).toHaveLength(2);
  expect(faultsOf({ ...row, tests: "" })).toHaveLength(1);
});

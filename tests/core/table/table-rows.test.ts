import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unguardedCell } from "#core/table/formula-guard.ts";
import { DELIMITERS } from "#core/table/table-delimiter.ts";
import { tableRowText } from "#core/table/table-row-text.ts";
import { tableRows } from "#core/table/table-rows.ts";
import { times } from "#tests/support/chance.ts";

const LINE_ENDS = ["\n", "\r\n", "\r"] as const;
const piece = fc.constantFrom("a", "é", "🕊", "7", " ", '"', ",", ";", "|", "\n", "\r\n", "\r", "=", "'");
const cell = fc.string({ unit: piece, maxLength: 8 });
const linesIn = (text: string) => text.split(/\r\n|\n|\r/).length;
const rowsOf = (width: number) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 });

describe("a table", () => {
  test("that is written with any delimiter, line end and quoting reads back to the same cells, by its true lines", () => {
    const form = fc.record({
      delimiter: fc.constantFrom(",", ";", "|" as const),
      lineEnd: fc.constantFrom(...LINE_ENDS),
      quoted: fc.boolean(),
      width: fc.integer({ min: 2, max: 5 }),
    });
    fc.assert(
      fc.property(
        form.chain(({ width, ...rest }) => fc.tuple(fc.constant({ width, ...rest }), rowsOf(width))),
        ([{ delimiter, lineEnd, quoted, width }, rows]) => {
          // What is written unquoted must be quoted where it holds any line end, or a space that is part of the cell.
          const options = { delimiter, record_delimiter: lineEnd, quoted, quoted_match: /[\r\n ]/ };
          const text = stringify(rows, options);
          const found = [...tableRows(text, { delimiter, columns: width, fromLine: 1 })];
          expect(found.map(({ cells }) => cells)).toEqual(rows);
          expect(found.every(({ spoiled }) => spoiled === null)).toBe(true);
          const lines = rows.map((_, index) => linesIn(stringify(rows.slice(0, index), options)));
          expect(found.map(({ line }) => line)).toEqual(lines);
        },
      ),
      { numRuns: times(500) },
    );
  });

  test("that is parted by tabs has no quoting", () => {
    const bare = fc.string({ unit: fc.constantFrom("a", '"', ",", " ", "é"), minLength: 1, maxLength: 6 });
    const rows = fc.array(fc.array(bare, { minLength: 3, maxLength: 3 }), { maxLength: 10 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...LINE_ENDS), (cells, end) => {
        fc.pre(cells.every((row) => row.join("").trim() !== ""));
        const text = cells.map((row) => row.join("\t")).join(end);
        const found = [...tableRows(text, { delimiter: "\t", columns: 3, fromLine: 1 })];
        expect(found.map((row) => [row.line, ...row.cells])).toEqual(cells.map((row, index) => [index + 1, ...row]));
      }),
    );
  });

  test("of n rows of which k are spoiled has n rows, those k by name, and the others whole", () => {
    const spoil = fc.constantFrom("unclosed", "closed early", "one short", "one over", null, null, null);
    const row = fc.tuple(spoil, fc.constantFrom("plain", '"a, ""b"""', '"two\nlines"', '""'));
    const written = (kind: string | null, text: string, id: number) => {
      if (kind === "unclosed") return `${id},"never,2026,u`;
      if (kind === "closed early") return `${id},"said "no" again",2026,u`;
      if (kind === "one short") return `${id},${text},2026`;
      return kind === "one over" ? `${id},${text},2026,u,v` : `${id},${text},2026,u`;
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom(...LINE_ENDS), (rows, end) => {
        const lines = rows.map(([kind, text], id) => written(kind, text, id));
        const found = [...tableRows(lines.join(end), { delimiter: ",", columns: 4, fromLine: 1 })];
        expect(found).toHaveLength(rows.length);
        const expected = rows.map(([kind], id) => [
          linesIn(`${lines.slice(0, id).join("\n")}${id ? "\n" : ""}`),
          kind !== null,
        ]);
        expect(found.map(({ line, spoiled }) => [line, spoiled !== null])).toEqual(expected);
      }),
      { numRuns: times(1000) },
    );
  });

  test("with a quote that never closes loses that row alone, however the rows after it are quoted", () => {
    const table = '1,"never,x\n2,"fine, ""so""",x\n3,"",x\n4,plain,x\n5,"two\nlines",x\n';
    const found = [...tableRows(table, { delimiter: ",", columns: 3, fromLine: 2 })];
    expect(found.map(({ line, spoiled, cells }) => [line, spoiled, spoiled ? null : cells[1]])).toEqual([
      [2, "quote", null],
      [3, null, 'fine, "so"'],
      [4, null, ""],
      [5, null, "plain"],
      [6, null, "two\nlines"],
    ]);
  });

  test("is written so that it reads back, by any delimiter", () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...DELIMITERS.filter((sign) => sign !== "\t")),
        (cells, delimiter) => {
          fc.pre(cells.every((written) => written.trim() === written));
          const [row] = tableRows(tableRowText(cells, delimiter), { delimiter, columns: cells.length, fromLine: 1 });
          expect(row?.cells.map(unguardedCell) ?? cells.map(() => "")).toEqual(cells);
        },
      ),
    );
  });

  test("of hundreds of thousands of spoiled quotes is read to its end", () => {
    const patterns = ['a,"b\n', 'a,"\n', 'a,""b\n', '"a""\n', 'a,"b""c\n', '"\n""\n', 'a\n"b\n'];
    for (const pattern of patterns) {
      const text = pattern.repeat(Math.ceil(400_000 / pattern.length));
      let rows = 0;
      for (const row of tableRows(text, { delimiter: ",", columns: 20, fromLine: 1 })) rows += row.spoiled ? 1 : 0;
      expect(rows).toBeGreaterThan(0);
    }
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventFormat, fileRows } from "#core/event/import/event-file.ts";
import { eventFileParts, MAX_PART } from "#core/event/import/event-file-parts.ts";
import { times } from "#tests/support/chance.ts";

const HEADER = "id,headline,type,date,url";
const parts = (format: EventFormat, text: string) => [...eventFileParts(format, text)];
const whole = (format: EventFormat, text: string) => ({ format, header: "", text, fromLine: 1, fromRecord: 1 });
/** What tells one row of a file from another. */
const told = ({
  line,
  record,
  text,
  spoiled,
}: {
  line: number;
  record: number | null;
  text: string;
  spoiled: unknown;
}) => [line, record, text, spoiled];

test("the rows of the parts of a table are those of the whole, by line and text, and no part is too large", () => {
  const long = "x".repeat(MAX_PART / 5);
  const rest = ",AID,2026-02-06,https://example.org";
  const row = fc.constantFrom(
    `1,${long}${rest}`,
    `2,"${long}\n${long}"${rest}`,
    `3,"a ""b""\nc"${rest}`,
    `4,d${rest}`,
    `5,"never closed${rest}`,
    "",
    "6,too few",
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\r"), (rows, end) => {
      const text = [HEADER, ...rows].join(end);
      fc.pre(rows.some((written) => written !== ""));
      const all = parts("csv", text);
      expect(all.flatMap((part) => [...fileRows(part)].map(told))).toEqual([...fileRows(whole("csv", text))].map(told));
      for (const part of all) expect(part.text.length).toBeLessThanOrEqual(MAX_PART);
      expect(all.at(-1)?.until).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: times(50) },
  );
});

test("the records of the parts of a JSON file are those of the whole, by number, line and text", () => {
  const record = fc.constantFrom(
    '{"a": 1e999}',
    `{"b": "${"y".repeat(MAX_PART / 4)}"}`,
    '{"c":\n[1,\n{"d": "]"}]}',
    "NaN",
  );
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(",", ",\n", "\n,\r\n"),
      (records, comma) => {
        const text = `[${records.join(comma)}]`;
        const all = parts("json", text);
        expect(all.flatMap((part) => [...fileRows(part)].map(told))).toEqual(
          [...fileRows(whole("json", text))].map(told),
        );
        expect([...fileRows(whole("json", text))].map((row) => row.text)).toEqual(records);
        for (const part of all) expect(part.text.length).toBeLessThanOrEqual(MAX_PART);
      },
    ),
    { numRuns: times(50) },
  );
});

test("a row that is longer than a part is held back alone, and the rows around it are sent", () => {
  const lines = ["1\ta", `2\t${"y".repeat(MAX_PART)}`, "3\tb"];
  const found = parts("gdelt", lines.join("\n")).map(({ isTooLong, rows }) => [
    isTooLong,
    rows.map(({ line }) => line),
  ]);
  expect(found).toEqual([
    [false, [1]],
    [true, [2]],
    [false, [3]],
  ]);
});

test("a file without rows is refused in words", () => {
  for (const text of ["", "\n\n", `${HEADER}\n\n`]) {
    expect(() => parts("csv", text)).toThrow(expect.objectContaining({ code: "file_must_hold_rows" }));
  }
  expect(() => parts("gdelt", "\n")).toThrow(expect.objectContaining({ code: "file_must_hold_rows" }));
  expect(() => parts("json", "[]")).toThrow(expect.objectContaining({ code: "file_must_hold_rows" }));
  expect(() => parts("json", "")).toThrow(expect.objectContaining({ code: "import_must_be_readable" }));
});

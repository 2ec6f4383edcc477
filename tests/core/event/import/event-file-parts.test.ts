import fc from "fast-check";
import { expect, test } from "vitest";
import { eventFileParts, type FilePart, MOST_PART } from "#core/event/import/event-file-parts.ts";

const HEADER = "id,headline";
const whole = (parts: readonly FilePart[]) => parts.map(({ text }) => text).join("\n");

test("a file is parted between its rows, never within a quoted cell, and nothing of it is lost", () => {
  const long = "x".repeat(MOST_PART / 5);
  const row = fc.constantFrom(`1,${long}`, `2,"${long}\n${long}"`, '3,"a ""b""\nc"', "4,d");
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const parts = eventFileParts("csv", [HEADER, ...rows].join("\n"));
      expect(whole(parts)).toBe(rows.join("\n"));
      for (const { text, fromLine } of parts) {
        expect(text.length).toBeLessThanOrEqual(MOST_PART);
        expect(text.split('"').length % 2).toBe(1);
        expect([HEADER, ...rows].join("\n").split("\n")[fromLine - 1]).toBe(text.split("\n")[0]);
      }
    }),
    { numRuns: 50 },
  );
});

test("a quote that never ends does not keep a file in one piece", () => {
  const text = [HEADER, '1,"oh', ...Array.from({ length: 20 }, () => "y".repeat(MOST_PART / 8))].join("\n");
  const parts = eventFileParts("csv", text);
  expect(parts.length).toBeGreaterThan(2);
  expect(Math.max(...parts.map((part) => part.text.length))).toBeLessThanOrEqual(MOST_PART);
  expect(whole(parts)).toBe(text.slice(HEADER.length + 1));
});

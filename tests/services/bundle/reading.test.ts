import { describe, expect, test } from "vitest";
import { readBundle } from "#services/bundle/read-bundle.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { bytesOf, faultsOf } from "#tests/support/shown-faults.ts";
import { smallBundle } from "#tests/support/small-bundle.ts";
import { ndjsonOf } from "#tests/support/whole-bundle.ts";

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const lines = ndjsonOf(smallBundle()).toString().trimEnd().split("\n");
const ofLines = (...all: string[]) => Buffer.from(all.join("\n"));
const expected = JSON.stringify(scoreBundle(bytesOf(smallBundle())));

describe("a file of one record a line", () => {
  test("has faults by line, and the lines after a wrong one are read all the same", () => {
    const wrong = lines.with(2, "{not json").with(4, "[1]").with(5, '{"kind":"constructor"}').with(6, '{"id":"x"}');
    const faults = faultsOf(ofLines(...wrong, '{"kind":"forecaster","id":"z"}', '{"kind":"bundle"}'));
    expect(faults.filter((line) => /^line 3: This is not JSON/.test(line)).length).toBe(1);
    expect(faults).toContain("line 5: This must be a record with a kind.");
    expect(faults.join("\n")).toMatch(/line 6: kind: "constructor" is none of topic, question/);
    expect(faults.join("\n")).toMatch(/line 7: kind: There is none; it is none of/);
    expect(faults).toContain(`line ${lines.length + 1}: name: This is missing.`);
    expect(faults).toContain(`line ${lines.length + 2}: The first line, and no other, has the kind bundle.`);
  });

  test("is told from a document by its first lines, with a mark, empty lines or a carriage return", () => {
    const text = lines.join("\n");
    for (const variant of [text, `\n\n${text}`, lines.join("\r\n"), `${text}\n`]) {
      for (const bytes of [Buffer.from(variant), Buffer.concat([MARK, Buffer.from(variant)])]) {
        expect(JSON.stringify(scoreBundle(bytes))).toBe(expected);
      }
    }
    expect(faultsOf(ofLines(lines[1] ?? "", ...lines))[0]).toBe(
      "line 1: The first line, and no other, has the kind bundle.",
    );
  });

  test("is read the same in whatever pieces it comes", () => {
    const bytes = Buffer.concat([MARK, ndjsonOf(smallBundle())]);
    for (const size of [1, 2, 7, 4096]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(JSON.stringify(scoreBundle(pieces))).toBe(expected);
      expect(readBundle(pieces).sha256).toBe(readBundle(bytes).sha256);
    }
  });

  test("has a line that is too long, or is not UTF-8, as a fault of that line", () => {
    const long = JSON.stringify({ kind: "forecaster", id: "l", name: "x".repeat(33 * 2 ** 20) });
    const latin = Buffer.concat([
      Buffer.from('{"kind":"forecaster","id":"m","name":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    const bytes = Buffer.concat([ofLines(...lines, long, ""), latin, Buffer.from("\n{oops")]);
    expect(faultsOf(bytes).map((line) => line.slice(0, 40))).toEqual([
      `line ${lines.length + 1}: The line is longer than 32 MiB.`.slice(0, 40),
      `line ${lines.length + 2}: The text is not UTF-8. Save the`.slice(0, 40),
      `line ${lines.length + 3}: This is not JSON: Expected property`.slice(0, 40),
    ]);
  });
});

describe("a document", () => {
  test("may have a mark before it, and be written over many lines", () => {
    const text = JSON.stringify(smallBundle(), null, 2);
    expect(JSON.stringify(scoreBundle(Buffer.concat([MARK, Buffer.from(text)])))).toBe(expected);
  });

  test.each([
    ["nothing", Buffer.alloc(0), /empty/],
    ["no JSON", Buffer.from("{"), /The bundle is not JSON/],
    ["a list", Buffer.from("[]"), /must be a record/],
    ["null", Buffer.from("null"), /must be a record/],
    ["another encoding", Buffer.from([0x7b, 0xe9, 0x7d]), /not UTF-8/],
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le"), /not UTF-8/],
  ])("of %s is refused in words", (_, bytes, said) => {
    expect(faultsOf(bytes).join("\n")).toMatch(said);
  });

  test("says of each list that is none, and of the format, at once", () => {
    const document = { format: "other", version: 2, questions: {}, forecasts: 5, mood: 1 };
    expect(faultsOf(bytesOf(document)).map((line) => line.split(":")[0])).toEqual([
      "format",
      "version",
      "mood",
      "questions",
      "forecasts",
    ]);
  });

  test("nested a million levels deep is refused by place, wherever the depth is", () => {
    const deep = (open: string, close: string) => `${open.repeat(1_000_000)}1${close.repeat(1_000_000)}`;
    for (const value of [deep("[", "]"), deep('{"a":', "}")]) {
      const head = '{"format":"parley-bundle","version":1,"questions":[{"id":"q","type":"binary","title":"Q",';
      const dates = '"opensAt":"2026-01-01T00:00:00Z","closesAt":"2026-01-02T00:00:00Z","criteria":{"rule":';
      const faults = faultsOf(Buffer.from(`${head}${dates}${value}}}]}`));
      expect(faults.join("\n")).toMatch(/^questions\[0\]\.criteria\.rule: The rule is nested too deeply/);
    }
  });
});

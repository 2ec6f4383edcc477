import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** The frame of every page has nothing that could be left out: where it fails, the page does. */
const FRAME = "app/_components/site-shell.tsx";
const BARE_PART = /^export (default )?async function [A-Z]/m;

function bareParts(files: readonly { path: string; text: string }[]): string[] {
  return files
    .filter(({ path, text }) => path.endsWith(".tsx") && !/\/(page|layout)\.tsx$/.test(path) && BARE_PART.test(text))
    .map(({ path }) => path);
}

const files = sourceFiles("app").map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("a part of a page that asks for something is made by `part`, so that it alone is missing when that cannot be told", () => {
  expect(bareParts(files)).toEqual([FRAME]);
  expect(files.filter(({ text }) => text.includes(" = part(async (")).length).toBeGreaterThan(40);
});

test("a part that is not is seen", () => {
  const path = "app/(site)/_components/latest.tsx";
  expect(bareParts([{ path, text: "export async function Latest() {" }])).toEqual([path]);
});

import { readFileSync } from "node:fs";
import { Visitor } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 70;
const MAX_COMPONENT_LINES = 120;

const files = sourceFiles("app", "server", "prisma", "tests");
const product = files.filter((file) => !file.startsWith("tests/"));
const linesOf = (file: string) => readFileSync(file, "utf8").split("\n").length - 1;

function quantile(sizes: number[], share: number): number {
  const sorted = sizes.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The functions of a file that are longer than they may be. The callback of a `describe` is a chapter, not a function. */
function longFunctions(path: string): string[] {
  const source = readFileSync(path, "utf8");
  const limit = path.endsWith(".tsx") ? MAX_COMPONENT_LINES : MAX_FUNCTION_LINES;
  const chapters = new Set<number>();
  const found: string[] = [];
  const measure = (node: { start: number; end: number }) => {
    const lines = source.slice(node.start, node.end).split("\n").length;
    const line = source.slice(0, node.start).split("\n").length;
    if (lines > limit && !chapters.has(node.start)) found.push(`${path}:${line} has ${lines} lines`);
  };
  new Visitor({
    CallExpression(node) {
      if (/^describe\b/.test(source.slice(node.start, node.callee.end)))
        for (const argument of node.arguments) chapters.add(argument.start);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parse(path).program);
  return found;
}

describe("sizes", () => {
  test("are measured on all the code", () => expect(files.length).toBeGreaterThan(300));

  test(`no file is longer than ${MAX_FILE_LINES} lines`, () => {
    expect(files.filter((file) => linesOf(file) > MAX_FILE_LINES)).toEqual([]);
  });

  test("half of the product's files have at most 60 lines, 95 in 100 at most 200", () => {
    expect(quantile(product.map(linesOf), 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(product.map(linesOf), 0.95)).toBeLessThanOrEqual(200);
  });

  test("half of all files have at most 60 lines, 95 in 100 at most 200", () => {
    expect(quantile(files.map(linesOf), 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(files.map(linesOf), 0.95)).toBeLessThanOrEqual(200);
  });

  test(`no function is longer than ${MAX_FUNCTION_LINES} lines, no component than ${MAX_COMPONENT_LINES}`, () => {
    expect(files.flatMap(longFunctions)).toEqual([]);
  });
});

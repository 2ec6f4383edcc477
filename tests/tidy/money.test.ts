import { readFileSync } from "node:fs";
import { Visitor } from "oxc-parser";
import { expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

/** The only places that reckon with money. */
const MAY_RECKON = /^server\/core\/(market|ledger)\//;
const OPERATORS = ["+", "-", "*", "/", "%", "**"];
const MONEY = /[mM]icros$/;

const files = sourceFiles("app", "server", "prisma").filter((file) => !MAY_RECKON.test(file));

/** Sums of money, and conversions of it to a number that keeps only 53 bits. */
function reckonings(path: string, source = readFileSync(path, "utf8"), program = parse(path).program): string[] {
  const found: string[] = [];
  const isMoney = (node: { type: string; start: number; end: number }) =>
    ["Identifier", "MemberExpression"].includes(node.type) && MONEY.test(source.slice(node.start, node.end));
  new Visitor({
    BinaryExpression(node) {
      if (OPERATORS.includes(node.operator) && (isMoney(node.left) || isMoney(node.right)))
        found.push(`${path}: ${source.slice(node.start, node.end)}`);
    },
    CallExpression(node) {
      const callee = source.slice(node.callee.start, node.callee.end);
      if (["Number", "parseInt", "parseFloat"].includes(callee) && node.arguments.some(isMoney))
        found.push(`${path}: ${source.slice(node.start, node.end)}`);
    },
  }).visit(program);
  return found;
}

test("M13: money is reckoned with in core's market and ledger alone, and is never made a number elsewhere", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => reckonings(file))).toEqual([]);
});

test("the places that may reckon do so, so that this test sees what it looks for", () => {
  const allowed = sourceFiles("server/core").filter((file) => MAY_RECKON.test(file));
  expect(allowed.flatMap((file) => reckonings(file)).length).toBeGreaterThan(10);
});

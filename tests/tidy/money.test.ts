import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

/** The only places that reckon with money. */
const MAY_RECKON = /^server\/core\/(market|ledger)\//;
const OPERATORS = ["+", "-", "*", "/", "%", "**"];
const MONEY = /[mM]icros$/;
/** What makes a number, which keeps only 53 bits, of what it is given. */
const TO_NUMBER = /^(Number(\.\w+)?|parseInt|parseFloat|Math\.\w+)$/;

const files = sourceFiles("app", "server", "prisma").filter((file) => !MAY_RECKON.test(file));

/** Sums of money, and conversions of it to a number. */
function reckonings(path: string, source = readFileSync(path, "utf8"), program = parse(path).program): string[] {
  const found: string[] = [];
  const isMoney = (node: { type: string; start: number; end: number }) =>
    ["Identifier", "MemberExpression"].includes(node.type) && MONEY.test(source.slice(node.start, node.end));
  const tell = (node: { start: number; end: number }) => found.push(`${path}: ${source.slice(node.start, node.end)}`);
  new Visitor({
    BinaryExpression(node) {
      if (OPERATORS.includes(node.operator) && (isMoney(node.left) || isMoney(node.right))) tell(node);
    },
    AssignmentExpression(node) {
      const reckons = OPERATORS.includes(node.operator.slice(0, -1));
      if (reckons && (isMoney(node.left) || isMoney(node.right))) tell(node);
    },
    UnaryExpression(node) {
      if (node.operator === "+" && isMoney(node.argument)) tell(node);
    },
    UpdateExpression(node) {
      if (isMoney(node.argument)) tell(node);
    },
    CallExpression(node) {
      const callee = source.slice(node.callee.start, node.callee.end);
      if (TO_NUMBER.test(callee) && node.arguments.some(isMoney)) tell(node);
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

test.each([
  "const half = costMicros / 2;",
  "const left = account.balanceMicros - 1n;",
  "totalMicros += Number(fee);",
  "sum += trade.costMicros;",
  "paidMicros++;",
  "const credits = Number(row.amountMicros);",
  "const shown = +amountMicros;",
  "const whole = Math.round(budgetMicros);",
  "const typed = parseInt(limitMicros, 10);",
])("what M13 would catch: %s", (line) => {
  expect(reckonings("line.ts", line, parseSync("line.ts", line).program)).toHaveLength(1);
});

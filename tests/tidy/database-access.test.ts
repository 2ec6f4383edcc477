import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

/** Where SQL may be put together from text, all of it constants of the file itself. */
const MAY_PASTE_SQL = new Map([
  ["server/db/locks.ts", "the numbers of advisory locks"],
  ["server/services/event-log/current-revisions.ts", "a hint for the planner"],
  ["server/services/export/exported-people.ts", "the names of tables"],
  ["server/services/score/add-to-boards.ts", "units, and the names of columns"],
  ["server/services/score/write-together.ts", "the numbers of parts"],
]);
const PASTED = /^(\$queryRawUnsafe|\$executeRawUnsafe|raw)$/;

const files = sourceFiles("app", "server", "prisma");

/** SQL that is put together from text, and first rows that are looked for by an id alone: of no id they would find any row. */
function careless(path: string, source = readFileSync(path, "utf8"), program = parse(path).program): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression(node) {
      if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return;
      const { name } = node.callee.property;
      const called = source.slice(node.start, node.end);
      const isPasted = PASTED.test(name) && (name !== "raw" || /^Prisma\.raw\(/.test(called));
      const isById = /^findFirst(OrThrow)?$/.test(name) && /where:\s*\{\s*id(:[^,}]*)?,?\s*\}/.test(called);
      const isFirst = !/orderBy:/.test(called);
      if (isPasted || (isById && isFirst)) found.push(`${path}: ${called.slice(0, 100)}`);
    },
  }).visit(program);
  return found;
}

test("Z12: no SQL is put together from text, and nothing is looked for by an id alone but as the one that has it", () => {
  expect(files.length).toBeGreaterThan(700);
  expect(files.filter((file) => !MAY_PASTE_SQL.has(file)).flatMap((file) => careless(file))).toEqual([]);
  for (const file of MAY_PASTE_SQL.keys())
    expect(careless(file).every((found) => found.includes("Prisma.raw("))).toBe(true);
});

test("Z12: the database's client refuses what is not given, which as a filter every row would pass", () => {
  expect(readFileSync("prisma/schema/schema.prisma", "utf8")).toMatch(
    /previewFeatures\s*=\s*\[[^\]]*"strictUndefinedChecks"/,
  );
});

test.each([
  "await db.user.findFirst({ where: { id } });",
  "await tx.question.findFirst({ where: { id: questionId }, select: { slug: true } });",
  "await tx.forecast.findFirstOrThrow({ where: { id: input.id } });",
  "await db.$queryRawUnsafe(`SELECT 1`);",
  "await tx.$executeRawUnsafe(sql);",
  "const part = Prisma.raw(order);",
])("what Z12 would catch: %s", (line) => {
  expect(careless("line.ts", line, parseSync("line.ts", line).program)).toHaveLength(1);
});

import { readFileSync } from "node:fs";
import { Visitor } from "oxc-parser";
import { expect, test } from "vitest";
import { importsOf, parse, sourceFiles } from "./source-files.ts";

const files = sourceFiles("server/core");
const GLOBALS = ["process", "console", "fetch", "setTimeout", "setInterval", "performance", "crypto", "globalThis"];

/** What a file asks of the world outside it: the clock, chance, the process. */
function impurities(path: string): string[] {
  const found: string[] = [];
  const { program } = parse(path);
  new Visitor({
    NewExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0)
        found.push("new Date()");
    },
    MemberExpression(node) {
      if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
      const name = `${node.object.name}.${node.property.name}`;
      if (["Date.now", "Math.random"].includes(name) || GLOBALS.includes(node.object.name)) found.push(name);
    },
    CallExpression(node) {
      if (node.callee.type === "Identifier" && [...GLOBALS, "Date"].includes(node.callee.name))
        found.push(`${node.callee.name}()`);
    },
  }).visit(program);
  return found.map((what) => `${path}: ${what}`);
}

test("core reads no clock, takes no chance and touches nothing outside itself", () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(impurities)).toEqual([]);
});

/** Arithmetic that nobody should write twice: pure, without dependencies of its own, and the same in Node and in the browser. */
const PURE_PACKAGES = ["@noble/hashes/sha2.js"];

test("core imports core, and no package but those that are as pure", () => {
  const foreign = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !target.startsWith("server/core/") && !PURE_PACKAGES.includes(target))
      .map((target) => `${file} → ${target}`),
  );
  expect(foreign).toEqual([]);
});

test("only server/env.ts reads settings from the environment", () => {
  const readers = sourceFiles("app", "server", "prisma")
    // Before the first start there are no packages to read settings with.
    .filter((file) => !file.startsWith("server/cli/bootstrap/"))
    .filter((file) => readFileSync(file, "utf8").includes("process.env"));
  expect(readers).toEqual(["server/env.ts"]);
});

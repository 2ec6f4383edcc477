/** Runs every `expression; // => value` line found in an @example of server/core. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const EXAMPLE = /^\s*\*\s*(.+?);?\s*\/\/ => (.+)$/gm;
const files = readdirSync("server/core", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function evaluate(code: string, scope: Record<string, unknown>): unknown {
  return new Function(...Object.keys(scope), `return (${code})`)(...Object.values(scope));
}

describe.each(files)("server/core/%s", (file) => {
  const examples = [...readFileSync(`server/core/${file}`, "utf8").matchAll(EXAMPLE)];
  if (examples.length === 0) test("has no example to run", () => expect(examples).toEqual([]));
  for (const [, expression = "", value = ""] of examples) {
    test(`${expression} => ${value}`, async () => {
      const module = await import(/* @vite-ignore */ `../../server/core/${file}`);
      expect(evaluate(expression, module)).toEqual(evaluate(value, module));
    });
  }
});

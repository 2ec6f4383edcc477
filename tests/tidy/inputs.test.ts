import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** A schema of an input, applied by hand. */
const PARSED = /\b\w+Input\.(safeP|p)arse(Async)?\(/;
const fileOf = (path: string) => ({ path, text: readFileSync(path, "utf8") });

test("an input is checked once, at the door: no service applies its schema again", () => {
  const services = sourceFiles("server/services").map(fileOf);
  const routers = sourceFiles("server/api/routers").map(fileOf);
  expect(routers.filter(({ text }) => /\.input\(\w+Input\)/.test(text)).length).toBeGreaterThan(15);
  expect(services.filter(({ text }) => PARSED.test(text)).map(({ path }) => path)).toEqual([]);
});

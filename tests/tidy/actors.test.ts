import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

test("what kind of actor acts is asked in two files: the union's own, and the permission table", () => {
  const files = sourceFiles("app", "server", "prisma");
  expect(files.length).toBeGreaterThan(700);
  const asking = files.filter((path) => /\bactor\??\.kind\b/.test(readFileSync(path, "utf8")));
  expect(asking).toEqual(["server/core/actor.ts", "server/core/permissions.ts"]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_NAMES, readEnv } from "#server/env.ts";

const lines = readFileSync(".env.example", "utf8").split("\n");
const shown = lines.flatMap((line) => /^# ([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 2) ?? []);

test(".env.example names every setting that Parley reads, and no other", () => {
  expect(shown.toSorted()).toEqual(ENV_NAMES.toSorted());
});

test(".env.example sets nothing by itself", () => {
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});

test("the values that .env.example shows are ones that Parley takes", () => {
  const values = Object.fromEntries(lines.flatMap((line) => [/^# ([A-Z_]+)=(.*)$/.exec(line)?.slice(1) ?? []]));
  expect(readEnv(values).PORT).toBe(3000);
});

test("a wrong setting is refused by name", () => {
  expect(() => readEnv({ PORT: "many", NEXTAUTH_SECRET: "short" })).toThrow(/PORT[\s\S]*NEXTAUTH_SECRET/);
});

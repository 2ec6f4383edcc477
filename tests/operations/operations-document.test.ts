import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { databaseCommands } from "#server/cli/database-commands.ts";
import { ENV_NAMES } from "#server/env.ts";
import { makeMetrics } from "#server/operations/metrics.ts";
import { registerGauges } from "#server/operations/register-gauges.ts";

const text = readFileSync("docs/operations.md", "utf8");

describe("docs/operations.md", () => {
  test("names settings that exist", () => {
    const named = new Set(text.match(/\b(PARLEY_[A-Z_]+|NEXTAUTH_[A-Z_]+|DATABASE_URL|LOG_LEVEL)\b/g));
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((name) => !ENV_NAMES.includes(name))).toEqual([]);
  });

  test("gives commands that exist, with options that they have", async () => {
    const commands = new Map((await databaseCommands()).map((command) => [command.name(), command]));
    const given = [...text.matchAll(/npm run -s parley -- (\S+)([^\n#]*)/g)];
    expect(given.length).toBeGreaterThan(4);
    for (const [, name = "", rest = ""] of given) {
      if (name === "verify") continue;
      const options = commands.get(name)?.options.map(({ long }) => long);
      expect(options, name).toBeDefined();
      for (const option of rest.match(/--[a-z-]+/g) ?? []) expect(options, name).toContain(option);
    }
  });

  test("names figures that are measured", async () => {
    const metrics = makeMetrics();
    registerGauges(metrics, {
      database: () => undefined,
      isDatabaseReachable: async () => true,
      figures: async () => undefined,
    });
    const measured = metrics.registry.getMetricsAsArray().map(({ name }) => name);
    const named = new Set(text.match(/\b(parley_[a-z_]+|process_[a-z_]+)\b/g));
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !measured.includes(name))).toEqual([]);
  });

  test("names every reason for which a process is not ready", () => {
    const reasons = [...readFileSync("server/operations/readiness.ts", "utf8").matchAll(/return \["(\w+)"/g)].map(
      ([, one]) => one,
    );
    expect(reasons.length).toBe(6);
    for (const reason of reasons) expect(text).toContain(`\`${reason}\``);
  });
});

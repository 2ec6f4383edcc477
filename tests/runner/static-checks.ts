import { spawnSync } from "node:child_process";
import type { TestResult } from "./test-result.ts";

const CHECKS: Record<string, string[]> = {
  "Biome: format and lint": ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  "TypeScript: types": ["node_modules/typescript/bin/tsc", "-p", "."],
  "knip: nothing unused": ["node_modules/knip/bin/knip.js", "--no-config-hints"],
  "knip: no file of the product that only tests use": [
    "node_modules/knip/bin/knip.js",
    "--production",
    "--include",
    "files",
  ],
};

/** Formatting, lint, types, and code that nobody uses: each check counts as one test. */
export function runStaticChecks(): TestResult {
  const startedAt = performance.now();
  const failed = Object.entries(CHECKS).flatMap(([title, [script = "", ...given]]) => {
    const { status } = spawnSync(process.execPath, [script, ...given], { stdio: ["ignore", "inherit", "inherit"] });
    console.log(`${status === 0 ? "✓" : "✗"} ${title}`);
    return status === 0 ? [] : [title];
  });
  return {
    kind: "static",
    passed: Object.keys(CHECKS).length - failed.length,
    failed,
    skipped: [],
    seconds: (performance.now() - startedAt) / 1000,
  };
}

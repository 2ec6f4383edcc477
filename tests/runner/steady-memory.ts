import { spawnSync } from "node:child_process";
import type { TestResult } from "./test-result.ts";

/** Loads a served Parley for half an hour, in a process of its own, and tells whether its memory kept steady. */
export function runSteadyMemory(): TestResult {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["tests/long/steady-memory.ts"], {
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  const failed = status === 0 ? [] : [`memory: ${stderr.trim()}`];
  const passed = status === 0 ? 1 : 0;
  return { kind: "memory", passed, failed, skipped: [], seconds: (performance.now() - startedAt) / 1000 };
}

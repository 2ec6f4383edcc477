import type { TestResult } from "./test-result.ts";

/** Prints a line for each kind, what was skipped and what failed, and last the sum alone. Gives whether all is well. */
export function printSummary(results: readonly TestResult[]): boolean {
  console.log(`\n── summary ${"─".repeat(63)}`);
  for (const { kind, passed, failed, skipped, seconds } of results) {
    const left = skipped.length > 0 ? `, ${skipped.length} SKIPPED` : "";
    console.log(`${kind.padEnd(18)} ${passed} passed, ${failed.length} failed${left} (${seconds.toFixed(0)} s)`);
  }
  for (const { kind, skipped } of results) for (const title of skipped) console.log(`SKIPPED  ${kind}: ${title}`);
  for (const { kind, failed } of results) for (const title of failed) console.log(`FAILED   ${kind}: ${title}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed.length, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

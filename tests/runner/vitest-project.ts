import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { times } from "#tests/support/chance.ts";
import type { TestResult } from "./test-result.ts";

/** A run that takes longer than this hangs. */
const LIMIT_MS = times(90 * 60_000);

/** Of why a test failed: what was expected, and where. */
const MAX_REASON_LINES = 8;

/** The part of vitest's JSON report that is read here. */
interface Report {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** A test that failed by its title and the beginning of the reason: the end of a long run says enough to begin with. */
function failure({
  fullName,
  failureMessages: [reason = ""] = [],
}: Report["testResults"][number]["assertionResults"][number]): string {
  const lines = reason.split("\n").slice(0, MAX_REASON_LINES);
  return [fullName, ...lines.map((line) => `           ${line.slice(0, 300)}`)].join("\n");
}

function countReport(report: Report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const titles = (status: string[]) =>
    tests.filter((test) => status.includes(test.status)).map((test) => test.fullName);
  // A file that did not load has no tests in it, and must not pass for that.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: titles(["passed"]).length,
    failed: [
      ...tests.filter(({ status }) => status === "failed").map(failure),
      ...broken.map((file) => `${file.name}: ${file.message}`),
    ],
    skipped: titles(["skipped", "pending", "todo", "disabled"]),
  };
}

/** Runs one project of tests/vitest.config.ts in a process of its own and reads what came of it. */
export function runVitestProject(project: string): TestResult {
  const directory = mkdtempSync(join(tmpdir(), "parley-report-"));
  const file = join(directory, "report.json");
  const startedAt = performance.now();
  const given = ["run", "--config", "tests/vitest.config.ts", "--project", project];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status, signal } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...given, ...reporters], {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
  });
  const counts = existsSync(file)
    ? countReport(JSON.parse(readFileSync(file, "utf8")) as Report)
    : { passed: 0, failed: [], skipped: [] };
  rmSync(directory, { recursive: true, force: true });
  const failed = [...counts.failed];
  if (status !== 0 && failed.length === 0)
    failed.push(`${project}: the run ended with ${signal ?? `status ${status}`}`);
  else if (counts.passed + failed.length === 0) failed.push(`${project}: nothing ran`);
  return { kind: project, ...counts, failed, seconds: (performance.now() - startedAt) / 1000 };
}

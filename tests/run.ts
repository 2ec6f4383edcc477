/**
 * Runs the tests one kind after another and ends with their sum: `npm test` runs all there are, `npm run check` those
 * that need neither a server nor a browser, and `npm test -- KIND…` the kinds named. `npm run test:long -- KIND…` draws other
 * cases than the gate does, and twenty times as many; its kind `memory` loads a server for half an hour.
 */
import { randomInt } from "node:crypto";
import { prepareClient, preparePages, preparePageTypes } from "#server/cli/bootstrap/prepare.ts";
import { findChromium } from "./runner/find-chromium.ts";
import { printSummary } from "./runner/print-summary.ts";
import { runStaticChecks } from "./runner/static-checks.ts";
import { runSteadyMemory } from "./runner/steady-memory.ts";

const QUICK = ["static", "core"];
/** Takes too long for the gate. */
const MEMORY = "memory";
const ALL = [...QUICK, "services-embedded", "services-postgres", "database", "races", "kill", "app"];
/** The kinds that look at Parley from outside, and so need it built. */
const OF_THE_BUILT = ["kill", "app", MEMORY];

function kindsNamed(names: string[], all: string[]): string[] {
  if (names.length === 0) return all;
  if (names[0] === "check") return QUICK;
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`No such kind of tests: ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  return names;
}

/** Draws other cases, by a seed that is said so that they can be drawn again. */
function drawMore(): void {
  process.env.TEST_SEED ??= String(randomInt(2 ** 31));
  process.env.TEST_TIMES ??= "20";
  console.log(
    `Cases are drawn by TEST_SEED=${process.env.TEST_SEED}, TEST_TIMES=${process.env.TEST_TIMES} times as many as usual.`,
  );
}

const [first, ...rest] = process.argv.slice(2);
const isLong = first === "long";
if (isLong) drawMore();
const kinds = isLong ? kindsNamed(rest, [...ALL, MEMORY]) : kindsNamed(process.argv.slice(2), ALL);
// Tests choose their own settings; those of the machine's user must not leak in.
for (const name of [
  "DATABASE_URL",
  "PARLEY_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
  "PARLEY_DATA_DIR",
  "PORT",
  "HOST",
]) {
  delete process.env[name];
}
prepareClient();
preparePageTypes();
if (kinds.some((kind) => OF_THE_BUILT.includes(kind))) preparePages();
if (kinds.includes("app")) process.env.TEST_CHROMIUM = findChromium();

// Read only now: how long a run may take goes by how many cases are drawn.
const { runVitestProject } = await import("./runner/vitest-project.ts");

const results = [];
for (const kind of kinds) {
  console.log(`\n── ${kind} ${"─".repeat(Math.max(3, 70 - kind.length))}`);
  if (kind === "static") results.push(runStaticChecks());
  else results.push(kind === MEMORY ? runSteadyMemory() : runVitestProject(kind));
}
process.exitCode = printSummary(results) ? 0 : 1;

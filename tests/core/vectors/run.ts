/** `npm run -s vectors -- FILE`: checks the mathematics against a vectors file. */
import { readFileSync } from "node:fs";
import { checkVectors } from "./check-vectors.ts";

const file = process.argv[2];
if (file === undefined) {
  console.error("Usage: npm run -s vectors -- FILE");
  process.exit(2);
}

const cases: unknown = JSON.parse(readFileSync(file, "utf8"));
if (!Array.isArray(cases)) {
  console.error(`${file} is no list of cases.`);
  process.exit(2);
}
const report = checkVectors(cases);
for (const [what, reason] of report.ignored) console.log(`not compared  ${what} (${reason})`);
for (const [family, { cases, reason }] of report.skipped)
  console.log(`not served    ${family}: ${cases} cases (${reason})`);
for (const failure of report.failures) console.log(`failed        ${failure}`);
console.log(`${report.passed} passed, ${report.failures.length} failed, ${report.skipped.size} skipped`);
process.exitCode = report.failures.length > 0 ? 1 : 0;

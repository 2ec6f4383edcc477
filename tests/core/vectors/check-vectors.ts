import { difference } from "./difference.ts";
import { familyOf } from "./families.ts";
import type { VectorCase } from "./vector-case.ts";

export interface VectorsReport {
  passed: number;
  failures: string[];
  /** Unserved families: how many cases each has, and the reason. */
  skipped: Map<string, { cases: number; reason: string }>;
  /** Values inside served cases that nothing computes, with the reason. */
  ignored: Map<string, string>;
}

/** Runs every case of a vectors file against the functions of `server/core`. */
export function checkVectors(cases: readonly VectorCase[]): VectorsReport {
  const all = new Map(cases.map((vector) => [vector.id, vector]));
  const report: VectorsReport = { passed: 0, failures: [], skipped: new Map(), ignored: new Map() };
  for (const vector of cases) {
    const found = familyOf(vector.id);
    if (found === null || "notServed" in found.family) {
      const name = found?.name ?? vector.id.replace(/-?[\d.]+$/, "");
      const reason =
        found && "notServed" in found.family ? found.family.notServed : "no function is mapped to this family";
      report.skipped.set(name, { cases: (report.skipped.get(name)?.cases ?? 0) + 1, reason });
      continue;
    }
    const { run, ignores = {} } = found.family;
    for (const [key, reason] of Object.entries(ignores)) report.ignored.set(`${found.name}: ${key}`, reason);
    const wrong = failureOf(() => {
      const actual = run(vector, all);
      return difference(actual, vector.expected, vector.tolerance, Object.keys(ignores));
    });
    if (wrong === null) report.passed++;
    else report.failures.push(`${vector.id}: ${wrong}`);
  }
  return report;
}

function failureOf(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return `threw ${error}`;
  }
}

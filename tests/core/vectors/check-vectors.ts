import { difference } from "./difference.ts";
import { familyOf } from "./families.ts";
import { faultOfCase, type ServedFamily, type VectorCase } from "./vector-case.ts";
import { watchedInputs } from "./watched-inputs.ts";

export interface VectorsReport {
  passed: number;
  failures: string[];
  /** Unserved families: how many cases each has, and the reason. */
  skipped: Map<string, { cases: number; reason: string }>;
  /** Values inside served cases that nothing computes, and inputs that nothing depends on, with the reason. */
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
    const { family, name } = found;
    for (const [key, reason] of Object.entries({ ...family.ignores, ...family.leaves })) {
      report.ignored.set(`${name}: ${key}`, reason);
    }
    const wrong = failureOf(vector, family, all);
    if (wrong === null) report.passed++;
    else report.failures.push(`${vector.id}: ${wrong}`);
  }
  return report;
}

function failureOf(
  vector: VectorCase,
  { run, ignores = {}, leaves = {} }: ServedFamily,
  all: ReadonlyMap<string, VectorCase>,
): string | null {
  const fault = faultOfCase(vector);
  if (fault) return fault;
  const { inputs, unread } = watchedInputs(vector.inputs);
  try {
    const actual = run(inputs, vector, all);
    const unused = unread().filter((path) => !Object.hasOwn(leaves, path));
    if (unused.length > 0) return `the input ${unused.join(", ")} is not used by what computes this family`;
    return difference(actual, vector.expected, vector.tolerance, Object.keys(ignores));
  } catch (error) {
    return `threw ${error}`;
  }
}

import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { NamedElsewhere } from "#core/bundle/bundle-faults.ts";
import { eventTypeLevel } from "#core/event/event-types.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

type Coverage = BundleDocument["coverage"][number];
type Found = readonly [field: string, message: string];

/** Statements of coverage that cannot stand. */
export function* coverageFaults({ coverage }: BundleDocument, elsewhere: NamedElsewhere): Generator<BundleFault> {
  const byId = new Map(
    coverage.flatMap((statement) => (statement.id === undefined ? [] : [[statement.id, statement]])),
  );
  const seen = new Set<string>();
  const replaced = new Set<string>();
  for (const [index, statement] of coverage.entries()) {
    const { id, types, coversFrom, coversUntil, supersedes } = statement;
    const found: Found[] = [];
    if (id !== undefined && seen.has(id)) found.push(["id", `The statement "${id}" is in the bundle already.`]);
    seen.add(id ?? "");
    for (const [i, type] of types.entries()) {
      if (eventTypeLevel(type) === "unknown") found.push([`types[${i}]`, `“${type}” is no event type.`]);
    }
    if (coversFrom >= coversUntil) found.push(["coversUntil", "The end lies before the beginning."]);
    if (supersedes !== undefined) {
      if (replaced.has(supersedes)) found.push(["supersedes", "Another statement has replaced that one."]);
      replaced.add(supersedes);
      const message = faultOfChain(statement, byId, coverage.length);
      if (message && !elsewhere.coverage.has(supersedes)) found.push(["supersedes", message]);
    }
    for (const [field, message] of found) yield { list: "coverage", index, field, message };
  }
}

/** Whether a statement goes back, step by step, to one that replaced none. */
function faultOfChain(statement: Coverage, byId: ReadonlyMap<string, Coverage>, most: number): string | null {
  let at: Coverage = statement;
  for (let steps = 0; at.supersedes !== undefined; steps++) {
    const before = byId.get(at.supersedes);
    if (!before) return `There is no statement "${at.supersedes}" in the bundle.`;
    if (before.topic !== statement.topic) return "A statement replaces one of its own topic.";
    if (steps > most) return "Statements that replace each other in a ring never began.";
    at = before;
  }
  return null;
}

import { describe, expect, test } from "vitest";
import type { CoverageStatement } from "#core/criteria/coverage.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation, TraceNode } from "#core/criteria/evaluation.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { LATE } from "./muscat.ts";

/** One line of the table: criteria × log × time, and everything that is to come out. */
export interface Row {
  readonly title: string;
  readonly criteria: Criteria;
  readonly events?: readonly LoggedEvent[];
  readonly coverage?: readonly CoverageStatement[];
  readonly asOf?: number;
  readonly verdict: Evaluation["verdict"];
  readonly outcome?: string;
  readonly E?: number;
  readonly K?: number;
  readonly evidence?: readonly string[];
  readonly coverageIds?: readonly string[];
  /** The kinds of what is waited for, in order. */
  readonly missing?: readonly string[];
  /** `event: reason` of what fits a match but does not count, anywhere in the trace. */
  readonly notCounted?: readonly string[];
  /** Words that the trace must contain. */
  readonly says?: string;
}

export function checkRows(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)("$title", (row) => {
      const result = evaluate(row.criteria, row.events ?? [], row.coverage ?? [], row.asOf ?? LATE);
      const nodes = nodesOf(result.trace);
      expect({
        verdict: result.verdict,
        outcome: result.outcome,
        E: result.effectiveAt,
        K: result.knownAt,
        evidence: result.evidenceIds,
        coverageIds: result.coverageIds,
        missing: result.missing.map(({ kind }) => kind),
        notCounted: nodes.flatMap((node) => node.notCounted.map(({ eventId, because }) => `${eventId}: ${because}`)),
      }).toEqual({
        verdict: row.verdict,
        outcome: row.outcome ?? defaultOutcome(row.verdict),
        E: row.E ?? null,
        K: row.K ?? null,
        evidence: row.evidence ?? [],
        coverageIds: row.coverageIds ?? [],
        missing: row.missing ?? [],
        notCounted: row.notCounted ?? [],
      });
      expect(nodes.map(({ why }) => why).join("\n")).toContain(row.says ?? "");
    });
  });
}

function defaultOutcome(verdict: Evaluation["verdict"]): string | null {
  return verdict === "true" ? "yes" : verdict === "false" ? "no" : null;
}

function nodesOf(node: TraceNode): TraceNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

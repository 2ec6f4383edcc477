import type { TimeWindow } from "#core/time/time-window.ts";
import { windowGaps } from "#core/time/window-gaps.ts";

interface Statement {
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly coversFrom: Date;
  readonly coversUntil: Date;
  readonly signedByName: string;
}

export interface CoverageRow {
  readonly key: string;
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly signers: readonly string[];
  /** Covered and open parts of the whole span, in order. */
  readonly spans: readonly TimeWindow[];
  readonly gaps: readonly TimeWindow[];
}

/** Statements of coverage by scope, with what each scope leaves open between the log's beginning and now. */
export function coverageRows(coverage: readonly Statement[], from: number | undefined, until: number) {
  const start = Math.min(from ?? Number.POSITIVE_INFINITY, ...coverage.map(({ coversFrom }) => coversFrom.getTime()));
  const scopes = Map.groupBy(coverage, ({ types, actors }) => `${types.toSorted()} by ${actors.toSorted()}`);
  const window = { from: start, until };
  const rows = [...scopes].map(([key, statements]): CoverageRow => {
    const signed = statements.map((one) => ({ from: one.coversFrom.getTime(), until: one.coversUntil.getTime() }));
    const gaps = windowGaps(window, signed);
    const signers = [...new Set(statements.map(({ signedByName }) => signedByName))];
    const [{ types, actors } = { types: [], actors: [] }] = statements;
    return { key, types, actors, signers, gaps, spans: windowGaps(window, gaps) };
  });
  return { start, rows };
}

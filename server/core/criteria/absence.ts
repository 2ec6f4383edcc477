import { formatInstant } from "#core/time/format-instant.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { coverageGaps, narrowestScope, relevantCoverage } from "./coverage-in-force.ts";
import type { Match } from "./criteria.ts";
import type { Missing, Truth } from "./evaluation.ts";
import type { LogView } from "./log-view.ts";
import { matchPhrase } from "./match-phrase.ts";

/** Whether absence from the log proves that nothing more happened in a span, and what is lacking if not. */
export interface Absence {
  readonly value: Extract<Truth, "false" | "pending">;
  readonly at: number | null;
  readonly knownAt: number | null;
  readonly why: string;
  readonly coverageIds: readonly string[];
  readonly missing: readonly Missing[];
}

/**
 * What absence proves of the events of some matches in a span that is over: nothing before the settlement lag has
 * passed, nothing where coverage has a gap, nothing while a loosely dated event could change it. What it proves took
 * effect, and was known, at the span's end.
 *
 * @example
 * absenceOf([], { from: 0, until: 9 }, { isSettled: true, window: { zone: "UTC" }, coverage: [], spend: () => {} }, []).value; // => "false"
 */
export function absenceOf(
  matches: readonly Match[],
  span: TimeWindow,
  log: LogView,
  loose: readonly Missing[],
): Absence {
  const { zone } = log.window;
  const pending = { value: "pending", at: null, knownAt: null, coverageIds: [] } as const;
  if (!log.isSettled) {
    const text = `Reports are awaited until ${formatInstant(log.settledAt, zone)}.`;
    return { ...pending, why: text, missing: [{ kind: "settlement_lag", text, until: log.settledAt }] };
  }
  log.spend(matches.length * (10 + 10 * log.coverage.length));
  const uncovered = matches.flatMap((match) => gapOf(match, span, log));
  const missing = [...uncovered, ...loose];
  if (missing.length > 0) return { ...pending, why: missing.map(({ text }) => text).join(" "), missing };
  const statements = matches.flatMap((match) => relevantCoverage(match, span, log.coverage));
  return {
    value: "false",
    at: span.until,
    knownAt: span.until,
    why: `The window ended at ${formatInstant(span.until, zone)}, and the log is signed complete for it.`,
    coverageIds: [...new Set(statements.map(({ id }) => id))].sort(),
    missing: [],
  };
}

function gapOf(match: Match, span: TimeWindow, log: LogView): Missing[] {
  const gaps = coverageGaps(match, span, log.coverage);
  if (gaps.length === 0) return [];
  const { zone } = log.window;
  const spans = gaps.map(({ from, until }) => `from ${formatInstant(from, zone)} until ${formatInstant(until, zone)}`);
  const what = matchPhrase(match, "many");
  const text = `Nobody has signed that the log is complete for ${what} ${spans.join(" and ")}.`;
  return [{ kind: "coverage", text, types: match.types, actors: narrowestScope(match), gaps }];
}

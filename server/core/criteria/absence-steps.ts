import { formatInstant } from "#core/time/format-instant.ts";
import { HOUR_MS } from "#core/time/time-window.ts";
import type { CoverageStatement } from "./coverage.ts";
import { coverageGaps, coverageInForce } from "./coverage-in-force.ts";
import type { Criteria } from "./criteria.ts";
import { criteriaMatches } from "./criteria-matches.ts";
import { matchPhrase } from "./match-phrase.ts";

/** One thing that must have come about before absence from the log decides anything. */
export interface AbsenceStep {
  readonly kind: "window" | "settlement_lag" | "coverage";
  readonly isDone: boolean;
  readonly text: string;
}

/**
 * What must come about before absence from the log may decide criteria, in order, and how far that is: the window's end,
 * the time for late reports, and for each match the signature that the log is complete for it.
 *
 * Units: epoch milliseconds.
 *
 * @example
 * absenceSteps({ window: { from: 0, until: 3600000, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 0, first: { types: ["AGREE"] } }, [], 3600000).map(({ kind, isDone }) => [kind, isDone]); // => [["window", true], ["coverage", false]]
 */
export function absenceSteps(criteria: Criteria, coverage: readonly CoverageStatement[], asOf: number): AbsenceStep[] {
  const { window, settlementLagHours } = criteria;
  const settledAt = window.until + settlementLagHours * HOUR_MS;
  const inWords = (at: number) => formatInstant(at, window.zone);
  const isOver = asOf >= window.until;
  const isSettled = asOf >= settledAt;
  const inForce = coverageInForce(coverage, asOf);
  const steps: AbsenceStep[] = [
    { kind: "window", isDone: isOver, text: `The window ${isOver ? "ended" : "ends"} at ${inWords(window.until)}.` },
  ];
  if (settlementLagHours > 0) {
    const text = isSettled
      ? `The time for late reports was over at ${inWords(settledAt)}.`
      : `Late reports are awaited until ${inWords(settledAt)}.`;
    steps.push({ kind: "settlement_lag", isDone: isSettled, text });
  }
  const phrases = new Set<string>();
  for (const match of criteriaMatches(criteria)) {
    const what = matchPhrase(match, "many");
    if (phrases.has(what)) continue;
    phrases.add(what);
    const gaps = coverageGaps(match, window, inForce);
    const spans = gaps.map(({ from, until }) => `from ${inWords(from)} until ${inWords(until)}`).join(" and ");
    const text =
      gaps.length === 0
        ? `The log is signed complete for ${what} over the whole window.`
        : `To be signed: that the log is complete for ${what} ${spans}.`;
    steps.push({ kind: "coverage", isDone: gaps.length === 0, text });
  }
  return steps;
}

import { formatDate, formatInstant } from "#core/time/format-instant.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { absenceOf } from "./absence.ts";
import type { OccursRule } from "./criteria.ts";
import type { Missing } from "./evaluation.ts";
import { type Candidate, counts, type LogView, placeInSpan } from "./log-view.ts";
import { missingOf, notCountedIn } from "./not-counted.ts";
import { ruleClause } from "./rule-clause.ts";
import type { RuleState } from "./rule-state.ts";

/** What it costs to say why an event counts or does not. */
export const STEPS_OF_A_TEXT = 30;

type Counted = Candidate & { readonly reportedAt: number };

/**
 * The value of `occurs` over a span of the log.
 *
 * True at the moment its n-th qualifying event had happened, and known when so many of them had been reported, which
 * may be others. False only by absence: after the settlement lag, under coverage, and when no event that is dated
 * too loosely could make up the number.
 * Formula: E = n-th smallest time of happening, K = n-th smallest report time.
 *
 * @example
 * evaluateOccurs({ kind: "occurs", match: { types: [] } }, { from: 0, until: 9 }, { window: { zone: "UTC" }, asOf: 5, candidates: () => [], spend: () => {} }).value; // => "pending"
 */
export function evaluateOccurs(rule: OccursRule, span: TimeWindow, log: LogView): RuleState {
  const atLeast = Math.max(1, rule.atLeast ?? 1);
  const candidates = log.candidates(rule.match);
  const counted = candidates.filter(counts).filter(({ event }) => placeInSpan(event, span) === "within");
  const notCounted = notCountedIn(candidates, span, log);
  log.spend(candidates.length + STEPS_OF_A_TEXT * (counted.length + notCounted.length));
  const base = { kind: "occurs", clause: ruleClause(rule), notCounted, coverageIds: [], children: [] } as const;
  const nth = counted[atLeast - 1];
  if (nth) {
    const reports = counted.toSorted((a, b) => a.reportedAt - b.reportedAt);
    const decisive = new Set([...counted.slice(0, atLeast), ...reports.slice(0, atLeast)]);
    const evidence = counted.filter((candidate) => decisive.has(candidate));
    return {
      ...base,
      value: "true",
      at: nth.happenedAt,
      knownAt: reports[atLeast - 1]?.reportedAt ?? nth.reportedAt,
      why: `Met by ${eventsInWords(evidence, log.window.zone)}.`,
      eventIds: evidence.map(({ event }) => event.id),
      missing: [],
    };
  }
  const waiting = missingOf(notCounted, candidates);
  const eventIds = counted.map(({ event }) => event.id);
  const soFar = soFarInWords(counted, atLeast, log);
  if (log.asOf < span.until) {
    const more: Missing = {
      kind: "events",
      text: `${atLeast - counted.length} more before ${formatInstant(span.until, log.window.zone)}.`,
      count: atLeast - counted.length,
      until: span.until,
    };
    const why = `${soFar} It is open until ${formatInstant(span.until, log.window.zone)}.`;
    return { ...base, value: "pending", at: null, knownAt: null, why, eventIds, missing: [more, ...waiting] };
  }
  const loose = waiting.filter(({ kind }) => kind === "precision");
  const mayReach = counted.length + loose.length >= atLeast;
  const absence = absenceOf([rule.match], span, log, mayReach ? loose : []);
  return {
    ...base,
    ...absence,
    why: `${soFar} ${absence.why}`,
    eventIds,
    missing: [...absence.missing, ...(log.isSettled ? [] : waiting)],
  };
}

function soFarInWords(counted: readonly Counted[], atLeast: number, log: LogView): string {
  if (counted.length === 0) return "No such event counts so far.";
  return `${counted.length} of ${atLeast} so far: ${eventsInWords(counted, log.window.zone)}.`;
}

function eventsInWords(counted: readonly Counted[], zone: string): string {
  return counted.map(({ event }) => `“${event.headline}” (${formatDate(event.occurredFrom, zone)})`).join(", ");
}

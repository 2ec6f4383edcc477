import type { LoggedEvent } from "#core/event/event.ts";
import { groupReportTimes, reportTime } from "#core/event/report-time.ts";
import { standingRevisions } from "#core/event/standing-revisions.ts";
import { HOUR_MS, type TimeWindow, windowHolds, windowsOverlap } from "#core/time/time-window.ts";
import type { CoverageStatement } from "./coverage.ts";
import type { CriteriaFrame, CriteriaWindow, Match } from "./criteria.ts";
import { eventFits } from "./match-conditions.ts";
import { standingCoverage } from "./standing-coverage.ts";

/** An event that fits a match, and how far it goes towards counting. */
export interface Candidate {
  readonly event: LoggedEvent;
  /**
   * The instant by which it had surely happened: the last of its interval. The first would let an event that is only
   * dated to a day win over one that is known to have come earlier on it.
   */
  readonly happenedAt: number;
  /** When enough independent sources had reported it; null when they have not. */
  readonly reportedAt: number | null;
  /** How many more independent groups must report it. */
  readonly groupsLacking: number;
}

/** The log as it stood at one instant, read for one set of criteria. */
export interface LogView {
  readonly window: CriteriaWindow;
  readonly asOf: number;
  /** Whether the time for late reports is over. */
  readonly isSettled: boolean;
  readonly settledAt: number;
  readonly coverage: readonly CoverageStatement[];
  /** The events that fit a match, by time and then by id. */
  readonly candidates: (match: Match) => readonly Candidate[];
}

/**
 * The log as it stood at an instant: only revisions recorded by then, sources published by then and events that had
 * begun by then are in it. Given several revisions of an event, the one that stood is read.
 *
 * Units: epoch milliseconds.
 *
 * @example
 * logView({ window: { from: 0, until: 10, zone: "UTC" }, minimumSourceGroups: 1, settlementLagHours: 1 }, [], [], 3600010).isSettled; // => true
 */
export function logView(
  frame: CriteriaFrame,
  events: readonly LoggedEvent[],
  coverage: readonly CoverageStatement[],
  asOf: number,
): LogView {
  const settledAt = frame.window.until + frame.settlementLagHours * HOUR_MS;
  const visible = standingRevisions(events, asOf).filter(({ occurredFrom }) => occurredFrom <= asOf);
  const known = new Map<Match, readonly Candidate[]>();
  const candidates = (match: Match) => {
    const found = known.get(match) ?? candidatesOf(match, visible, frame, asOf);
    known.set(match, found);
    return found;
  };
  return {
    window: frame.window,
    asOf,
    isSettled: asOf >= settledAt,
    settledAt,
    coverage: standingCoverage(coverage, asOf),
    candidates,
  };
}

/**
 * The same log with only what had been reported by an earlier instant; everything else in it stays as it is.
 *
 * @example
 * reportedBy({ candidates: () => [{ reportedAt: 5 }, { reportedAt: 9 }] }, 5).candidates(); // => [{ reportedAt: 5 }]
 */
export function reportedBy(log: LogView, at: number): LogView {
  const wasReported = ({ reportedAt }: Candidate) => reportedAt !== null && reportedAt <= at;
  return { ...log, candidates: (match) => log.candidates(match).filter(wasReported) };
}

/**
 * Whether a candidate counts, wherever it lies in time: reported by enough sources, not disputed, not retracted.
 *
 * @example
 * counts({ event: { status: "disputed" }, reportedAt: 5 }); // => false
 */
export function counts(candidate: Candidate): candidate is Candidate & { readonly reportedAt: number } {
  return candidate.event.status === "reported" && candidate.reportedAt !== null;
}

/**
 * Where the interval of an event lies with respect to a span: wholly within it; perhaps within it, because the event
 * is dated only to a day or a month that reaches beyond; across its border, when its times are exact; or outside.
 *
 * @example
 * standingInSpan({ occurredFrom: 5, occurredUntil: 12, precision: "day" }, { from: 0, until: 10 }); // => "perhaps"
 * standingInSpan({ occurredFrom: 5, occurredUntil: 12, precision: "instant" }, { from: 0, until: 10 }); // => "across"
 */
export function standingInSpan(
  event: Pick<LoggedEvent, "occurredFrom" | "occurredUntil" | "precision">,
  span: TimeWindow,
): "within" | "perhaps" | "across" | "outside" {
  const interval = { from: event.occurredFrom, until: event.occurredUntil };
  if (windowHolds(span, interval)) return "within";
  if (!windowsOverlap(span, interval)) return "outside";
  return event.precision === "instant" ? "across" : "perhaps";
}

function candidatesOf(
  match: Match,
  events: readonly LoggedEvent[],
  frame: CriteriaFrame,
  asOf: number,
): readonly Candidate[] {
  return events
    .filter((event) => eventFits(match, event))
    .map((event) => candidateOf(event, frame, asOf))
    .sort((a, b) => a.happenedAt - b.happenedAt || (a.event.id < b.event.id ? -1 : 1));
}

function candidateOf(event: LoggedEvent, frame: CriteriaFrame, asOf: number): Candidate {
  const published = { ...event, sources: event.sources.filter(({ publishedAt }) => publishedAt <= asOf) };
  const groups = groupReportTimes(published, frame.minimumTier).length;
  return {
    event,
    happenedAt: Math.max(event.occurredFrom, event.occurredUntil - 1),
    reportedAt: reportTime(published, frame),
    groupsLacking: Math.max(0, Math.max(1, frame.minimumSourceGroups) - groups),
  };
}

import { currentRevisions } from "#core/event/current-revisions.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { groupReportTimes, reportTime } from "#core/event/report-time.ts";
import { HOUR_MS, type TimeWindow, windowHolds, windowsOverlap } from "#core/time/time-window.ts";
import type { CoverageStatement } from "./coverage.ts";
import { coverageInForce } from "./coverage-in-force.ts";
import type { CriteriaFrame, CriteriaWindow, Match, Rule } from "./criteria.ts";
import { eventFits } from "./match-conditions.ts";
import type { RuleState } from "./rule-state.ts";
import { MAX_STEPS, stepBudget } from "./step-budget.ts";

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

/** What it costs to tell who has reported an event, and when. */
const STEPS_OF_A_CANDIDATE = 5;

/** When a rule first comes true by events that lie wholly at or after an instant. */
export interface CompletionTimes {
  /** That time; null when it does not in the log. */
  readonly after: (from: number) => number | null;
  /** Of a sequence: the beginning from which its steps are completed in the days allowed. */
  readonly begins: (from: number) => number | null;
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
  /** Counts steps, and throws when the evaluation has taken too many. */
  readonly spend: (steps: number) => void;
  /** What one evaluation has found already, by rule. */
  readonly states: Map<Rule, Map<string, RuleState>>;
  readonly completions: Map<Rule, Map<string, CompletionTimes>>;
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
  maxSteps: number = MAX_STEPS,
): LogView {
  const settledAt = frame.window.until + frame.settlementLagHours * HOUR_MS;
  const visible = currentRevisions(events, asOf).filter(({ occurredFrom }) => occurredFrom <= asOf);
  const known = new Map<Match, readonly Candidate[]>();
  const spend = stepBudget(maxSteps);
  const candidates = (match: Match) => {
    const before = known.get(match);
    if (before) return before;
    spend(visible.length * conditionsOf(match));
    const found = candidatesOf(match, visible, frame, asOf);
    spend(found.length * STEPS_OF_A_CANDIDATE);
    known.set(match, found);
    return found;
  };
  return {
    window: frame.window,
    asOf,
    isSettled: asOf >= settledAt,
    settledAt,
    coverage: coverageInForce(coverage, asOf),
    candidates,
    spend,
    states: new Map(),
    completions: new Map(),
  };
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
 * placeInSpan({ occurredFrom: 5, occurredUntil: 12, precision: "day" }, { from: 0, until: 10 }); // => "perhaps"
 * placeInSpan({ occurredFrom: 5, occurredUntil: 12, precision: "instant" }, { from: 0, until: 10 }); // => "across"
 */
export function placeInSpan(
  event: Pick<LoggedEvent, "occurredFrom" | "occurredUntil" | "precision">,
  span: TimeWindow,
): "within" | "perhaps" | "across" | "outside" {
  const interval = { from: event.occurredFrom, until: event.occurredUntil };
  if (windowHolds(span, interval)) return "within";
  if (!windowsOverlap(span, interval)) return "outside";
  return event.precision === "instant" ? "across" : "perhaps";
}

/**
 * How much a match asks of each event.
 *
 * @example
 * conditionsOf({ types: ["AGREE"], tags: ["a", "b"] }); // => 4
 */
export function conditionsOf({ types, actors, roles, places, tags = [] }: Match): number {
  const lists = [
    types,
    ...Object.values(actors ?? {}),
    ...Object.values(roles ?? {}),
    ...Object.values(places ?? {}),
    tags,
  ];
  return lists.reduce((sum, list) => sum + list.length, 1);
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

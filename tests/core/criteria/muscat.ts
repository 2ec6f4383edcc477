/** Makers of events, coverage and criteria for the tests: a made-up log around talks in Muscat. */
import type { CoverageStatement } from "#core/criteria/coverage.ts";
import type { BinaryCriteria, CriteriaFrame, Match, OccursRule, Rule } from "#core/criteria/criteria.ts";
import type { EventActor, EventSource, LoggedEvent, SourceTier } from "#core/event/event.ts";
import { DAY_MS, HOUR_MS } from "#core/time/time-window.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";

/** Days are Muscat's own, counted from the first of the window: day 0 is 6 February 2026. */
export const START = zonedInstant("2026-02-06", "Asia/Muscat");
export const day = (count: number, hours = 0) => START + count * DAY_MS + hours * HOUR_MS;
export const UNTIL = day(60);
/** Later than any window, lag or report in these tests. */
export const LATE = day(100);

export const frame: CriteriaFrame = {
  window: { from: START, until: UNTIL, zone: "Asia/Muscat" },
  minimumSourceGroups: 1,
  settlementLagHours: 48,
};

export const visit: Match = { types: ["CONSULT.visit"], actors: { all: ["IRN", "USA"] }, places: { any: ["OMN"] } };
export const release: Match = { types: ["RETREAT.release"] };
export const agreement: Match = { types: ["AGREE"] };

export const occurs = (match: Match, atLeast?: number): OccursRule =>
  atLeast === undefined ? { kind: "occurs", match } : { kind: "occurs", match, atLeast };
export const all = (...rules: Rule[]): Rule => ({ kind: "all", rules });
export const any = (...rules: Rule[]): Rule => ({ kind: "any", rules });
export const not = (rule: Rule): Rule => ({ kind: "not", rule });
export const sequence = (rules: Rule[], withinDays?: number): Rule =>
  withinDays === undefined ? { kind: "sequence", rules } : { kind: "sequence", rules, withinDays };
export const binary = (rule: Rule, changes: Partial<CriteriaFrame> = {}): BinaryCriteria => ({
  ...frame,
  ...changes,
  rule,
});

export const actor = (code: string, role: EventActor["role"] = "participant"): EventActor => ({ code, role });
let sources = 0;
export function source(publishedAt: number, group = "a", tier: SourceTier = "agency"): EventSource {
  sources += 1;
  return { id: `s${sources}`, publisher: `Publisher ${group}`, publishedAt, tier, independenceGroup: group };
}

/** An event at an instant, reported an hour later and recorded a minute after that, unless told otherwise. */
export function event(id: string, at: number, changes: Partial<LoggedEvent> = {}): LoggedEvent {
  const from = changes.occurredFrom ?? at;
  return {
    id,
    revisionId: `${id}-1`,
    headline: `Event ${id}`,
    type: "CONSULT.visit",
    occurredFrom: from,
    occurredUntil: from + 1,
    precision: "instant",
    country: "OMN",
    placeName: "Muscat",
    actors: [actor("IRNGOV"), actor("USAGOV"), actor("OMN", "mediator")],
    tags: [],
    magnitude: null,
    status: "reported",
    recordedAt: at + HOUR_MS + 60_000,
    sources: [source(at + HOUR_MS)],
    ...changes,
  };
}

/** An event that is dated to one day in Muscat. */
export function dayEvent(id: string, count: number, changes: Partial<LoggedEvent> = {}): LoggedEvent {
  const span = { occurredFrom: day(count), occurredUntil: day(count + 1), precision: "day" } as const;
  return event(id, day(count, 12), { ...span, ...changes });
}

/** A statement for everything in the window, signed a day after it. */
export function coverage(id: string, changes: Partial<CoverageStatement> = {}): CoverageStatement {
  return {
    id,
    types: [],
    actors: [],
    coversFrom: START,
    coversUntil: UNTIL,
    signedAt: day(61),
    supersedesId: null,
    ...changes,
  };
}

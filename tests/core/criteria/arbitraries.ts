/** Random criteria, logs and coverage, small enough that they often meet. */
import fc from "fast-check";
import type { CoverageStatement } from "#core/criteria/coverage.ts";
import type { Criteria, Match, Rule } from "#core/criteria/criteria.ts";
import type { EventPrecision, LoggedEvent, RecordedStatus } from "#core/event/event.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { actor, day, frame } from "./muscat.ts";

const TYPES = ["CONSULT", "CONSULT.visit", "AGREE"] as const;
const ACTORS = ["IRN", "IRNGOV", "USA"] as const;
const someOf = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const often = <T>(usual: T, rare: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 3 }, { arbitrary: rare, weight: 1 });

export const matches: fc.Arbitrary<Match> = fc
  .record({
    types: someOf(TYPES),
    actors: often<Match["actors"]>(
      undefined,
      fc.record({ all: someOf(ACTORS), any: someOf(ACTORS) }, { requiredKeys: [] }),
    ),
    places: often<Match["places"]>(undefined, fc.record({ any: someOf(["OMN", "CHE"]) })),
  })
  .map(({ types, actors, places }) => ({ types, ...(actors && { actors }), ...(places && { places }) }));

const occurrence = fc.record({
  kind: fc.constant("occurs" as const),
  match: matches,
  atLeast: often(1, fc.integer({ min: 2, max: 3 })),
});
const listOf = (rule: fc.Arbitrary<Rule>) => fc.array(rule, { minLength: 1, maxLength: 2 });

/** Rules without `not`: more events can only help them. */
export const positiveRules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    occurrence,
    fc.record({ kind: fc.constantFrom("all" as const, "any" as const), rules: listOf(tie("rule")) }),
    fc.record({ kind: fc.constant("sequence" as const), rules: listOf(tie("rule")) }),
    fc.record({
      kind: fc.constant("sequence" as const),
      rules: listOf(occurrence),
      withinDays: fc.integer({ min: 1, max: 20 }),
    }),
  ),
})).rule;

export const rules: fc.Arbitrary<Rule> = fc.oneof(
  positiveRules,
  positiveRules.map((rule): Rule => ({ kind: "not", rule })),
  fc.tuple(positiveRules, positiveRules).map(([a, b]): Rule => ({ kind: "all", rules: [a, { kind: "not", rule: b }] })),
);

const frames = fc.record({
  minimumSourceGroups: often(1, fc.constant(2)),
  settlementLagHours: fc.integer({ min: 0, max: 48 }),
});

export const criteria: fc.Arbitrary<Criteria> = fc.oneof(
  fc.tuple(frames, rules).map(([part, rule]) => ({ ...frame, ...part, rule })),
  fc.tuple(frames, rules, rules).map(([part, a, b]) => ({
    ...frame,
    ...part,
    options: [
      { optionId: "a", rule: a },
      { optionId: "b", rule: b },
    ],
    otherwise: "c",
  })),
  fc.tuple(frames, matches).map(([part, match]) => ({ ...frame, ...part, measure: "count" as const, match })),
  fc.tuple(frames, matches).map(([part, first]) => ({ ...frame, ...part, first })),
);

const sources = fc.array(
  fc.record({
    id: fc.constant("s"),
    publisher: fc.constant("Publisher"),
    publishedAt: fc.integer({ min: -5, max: 70 }).map((count) => day(count)),
    tier: fc.constantFrom("primary" as const, "agency" as const, "social" as const),
    independenceGroup: fc.constantFrom("a", "b"),
  }),
  { minLength: 1, maxLength: 3 },
);

export const events: fc.Arbitrary<LoggedEvent> = fc
  .record({
    serial: fc.nat({ max: 1_000_000 }),
    at: fc.integer({ min: -3, max: 63 }),
    days: often(0, fc.constantFrom(1, 2)),
    precision: fc.constantFrom<EventPrecision>("instant", "day"),
    type: fc.constantFrom(...TYPES),
    codes: someOf(ACTORS),
    country: fc.constantFrom("OMN", "CHE", null),
    status: often<RecordedStatus>("reported", fc.constantFrom("disputed", "retracted")),
    recorded: fc.integer({ min: -3, max: 70 }),
    sources,
  })
  .map(({ serial, at, days, codes, recorded, ...rest }) => ({
    ...rest,
    id: `e${serial}`,
    revisionId: `e${serial}-1`,
    headline: `Event ${serial}`,
    occurredFrom: day(at),
    occurredUntil: days === 0 ? day(at) + 1 : day(at) + days * DAY_MS,
    placeName: null,
    actors: codes.map((code) => actor(code)),
    tags: [],
    magnitude: null,
    recordedAt: day(recorded),
  }));

export const logs = fc.uniqueArray(events, { minLength: 2, maxLength: 10, selector: ({ id }) => id });

export const coverages: fc.Arbitrary<CoverageStatement[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("c1", "c2", "c3", "c4"),
    types: often<string[]>([], someOf(TYPES)),
    actors: often<string[]>([], someOf(ACTORS)),
    coversFrom: often(-5, fc.integer({ min: -5, max: 20 })).map((count) => day(count)),
    coversUntil: often(65, fc.integer({ min: 20, max: 65 })).map((count) => day(count)),
    signedAt: often(62, fc.integer({ min: 50, max: 80 })).map((count) => day(count)),
    supersedesId: fc.constantFrom(null, null, "c1"),
  }),
  { maxLength: 4, selector: ({ id }) => id },
);

export const instants = often(90, fc.integer({ min: 0, max: 100 })).map((count) => day(count));

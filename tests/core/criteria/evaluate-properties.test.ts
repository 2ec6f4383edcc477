import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#core/canonical-json.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation, TraceNode } from "#core/criteria/evaluation.ts";
import { criteriaIndex, mayTouch, touchedBy } from "#core/criteria/touched-by.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { HOUR_MS } from "#core/time/time-window.ts";
import { times } from "#tests/support/chance.ts";
import { coverages, criteria, events, instants, logs, positiveRules } from "./arbitraries.ts";
import { day, frame } from "./muscat.ts";

const text = (evaluation: Evaluation) => canonicalJson(evaluation);
const rank = { false: 0, pending: 1, true: 2, decided: 2 } as const;
/** Adds an event whose id is new to a log. */
const plus = (log: readonly LoggedEvent[], added: LoggedEvent) => [...log, { ...added, id: `x${added.id}` }];
const instantsOf = (node: TraceNode): number[] => [
  ...[node.effectiveAt, node.knownAt].filter((at) => at !== null),
  ...node.children.flatMap(instantsOf),
];

describe("an evaluation", () => {
  test("is the same bytes for the same inputs, and leaves them as they were", () => {
    fc.assert(
      fc.property(criteria, logs, coverages, instants, (rule, log, coverage, asOf) => {
        const before = canonicalJson([rule, log, coverage]);
        const first = text(evaluate(rule, log, coverage, asOf));
        expect(text(evaluate(structuredClone(rule), structuredClone(log), coverage, asOf))).toBe(first);
        expect(canonicalJson([rule, log, coverage])).toBe(before);
      }),
    );
  });

  test("is the same bytes in whatever order events, sources and coverage come", () => {
    const shuffled = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(criteria, shuffled, coverages, instants, (rule, [log, other], coverage, asOf) => {
        const turned = other.map((event) => ({ ...event, sources: event.sources.toReversed() }));
        expect(text(evaluate(rule, turned, coverage.toReversed(), asOf))).toBe(
          text(evaluate(rule, log, coverage, asOf)),
        );
      }),
    );
  });

  test("does not change when an event is added that it cannot be touched by", () => {
    fc.assert(
      fc.property(criteria, logs, events, coverages, instants, (rule, log, added, coverage, asOf) => {
        fc.pre(!mayTouch(rule, added));
        expect(text(evaluate(rule, plus(log, added), coverage, asOf))).toBe(text(evaluate(rule, log, coverage, asOf)));
      }),
      { numRuns: times(300) },
    );
  });

  test("is found by the index for every event that may touch it", () => {
    fc.assert(
      fc.property(criteria, events, (rule, event) => {
        const index = criteriaIndex([{ id: "q", criteria: rule }]);
        if (mayTouch(rule, event)) expect(touchedBy(index, event)).toEqual(["q"]);
      }),
      { numRuns: times(1000) },
    );
  });

  test("never sees what was recorded, published or signed after the instant asked about", () => {
    fc.assert(
      fc.property(criteria, logs, coverages, instants, (rule, log, coverage, asOf) => {
        const past = log
          .filter(({ recordedAt }) => recordedAt <= asOf)
          .map((event) => ({ ...event, sources: event.sources.filter(({ publishedAt }) => publishedAt <= asOf) }));
        const signed = coverage.filter(({ signedAt }) => signedAt <= asOf);
        expect(text(evaluate(rule, past, signed, asOf))).toBe(text(evaluate(rule, log, coverage, asOf)));
      }),
    );
  });

  test("names no instant after the one asked about, and no E after its K", () => {
    fc.assert(
      fc.property(criteria, logs, coverages, instants, (rule, log, coverage, asOf) => {
        const result = evaluate(rule, log, coverage, asOf);
        expect(Math.max(-Infinity, ...instantsOf(result.trace))).toBeLessThanOrEqual(asOf);
        if (result.verdict !== "pending") {
          expect(result.effectiveAt).toBeLessThanOrEqual(result.knownAt as number);
          expect(result.evidenceIds.length + result.coverageIds.length).toBeGreaterThan(0);
        } else expect(result.missing.length).toBeGreaterThan(0);
      }),
      { numRuns: times(300) },
    );
  });

  test("cites only events that fit one of its matches and that count", () => {
    fc.assert(
      fc.property(criteria, logs, coverages, instants, (rule, log, coverage, asOf) => {
        const cited = new Set(evaluate(rule, log, coverage, asOf).evidenceIds);
        for (const event of log.filter(({ id }) => cited.has(id))) {
          expect(mayTouch(rule, event)).toBe(true);
          expect(event.status).toBe("reported");
        }
      }),
    );
  });
});

describe("a rule without “not”", () => {
  const positive = positiveRules.map((rule): Criteria => ({ ...frame, rule }));

  test("never loses value by another event", () => {
    fc.assert(
      fc.property(positive, logs, events, coverages, instants, (rule, log, added, coverage, asOf) => {
        const before = evaluate(rule, log, coverage, asOf);
        const after = evaluate(rule, plus(log, { ...added, status: "reported" }), coverage, asOf);
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
        if (before.verdict === "true") expect(after.knownAt).toBeLessThanOrEqual(before.knownAt as number);
      }),
      { numRuns: times(300) },
    );
  });

  test("stays true with time unless something is retracted, disputed or superseded", () => {
    fc.assert(
      fc.property(positive, logs, coverages, instants, instants, (rule, log, coverage, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        if (evaluate(rule, log, coverage, early).verdict === "true") {
          expect(evaluate(rule, log, coverage, late).verdict).toBe("true");
        }
      }),
      { numRuns: times(300) },
    );
  });

  test("is false only under coverage, at the deadline, after the settlement lag", () => {
    fc.assert(
      fc.property(positive, logs, coverages, instants, (rule, log, coverage, asOf) => {
        const result = evaluate(rule, log, coverage, asOf);
        if (result.verdict !== "false") return;
        expect(result.coverageIds.length).toBeGreaterThan(0);
        expect([result.effectiveAt, result.knownAt]).toEqual([frame.window.until, frame.window.until]);
        expect(asOf).toBeGreaterThanOrEqual(frame.window.until + frame.settlementLagHours * HOUR_MS);
        expect(evaluate(rule, log, [], asOf).verdict).toBe("pending");
      }),
      { numRuns: times(300) },
    );
  });

  test("is true by the events it cites alone", () => {
    fc.assert(
      fc.property(positive, logs, (rule, log) => {
        const result = evaluate(rule, log, [], day(100));
        const cited = log.filter(({ id }) => result.evidenceIds.includes(id));
        if (result.verdict === "true") {
          expect(evaluate(rule, cited, [], day(100))).toMatchObject({
            verdict: "true",
            effectiveAt: result.effectiveAt,
          });
        }
      }),
      { numRuns: times(300) },
    );
  });
});

test("the random cases are decided often enough, each way, to mean something", () => {
  const count: Record<string, number> = {};
  for (const [rule, log, coverage, asOf] of fc.sample(fc.tuple(criteria, logs, coverages, instants), 400)) {
    const { verdict } = evaluate(rule, log, coverage, asOf);
    count[verdict] = (count[verdict] ?? 0) + 1;
  }
  for (const verdict of ["true", "false", "decided", "pending"]) expect(count[verdict]).toBeGreaterThan(15);
});

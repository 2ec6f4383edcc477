import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BinaryCriteria, Rule } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import { nearMisses } from "#core/criteria/near-misses.ts";
import { costFindings } from "#core/criteria/worst-case-steps.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { HOUR_MS } from "#core/time/time-window.ts";
import { times } from "#tests/support/chance.ts";
import { countedWork } from "#tests/support/counted-work.ts";
import { events, matches } from "./arbitraries.ts";
import { completionByTrying } from "./completion-reference.ts";
import { day, frame } from "./muscat.ts";

const CORE = /server\/core\//;
const occurs = (atLeast = 1): Rule => ({ kind: "occurs", match: { types: ["CONSULT"] }, atLeast });
const nested = (depth: number, width: number): Rule =>
  depth === 0
    ? occurs()
    : { kind: "sequence", rules: Array.from({ length: width }, () => nested(depth - 1, width)), withinDays: 1 };
const wide = (kind: "all" | "any", width: number): Rule => ({
  kind,
  rules: Array.from({ length: width }, () => ({ kind, rules: Array.from({ length: width }, () => occurs(900)) })),
});

/** An event an hour, reported by one source each. */
function log(count: number, changed: Partial<LoggedEvent> = {}): LoggedEvent[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    revisionId: `e${i}-1`,
    headline: `Event ${i}`,
    type: "CONSULT",
    occurredFrom: day(0) + i * HOUR_MS,
    occurredUntil: day(0) + i * HOUR_MS + 1000,
    precision: "instant",
    country: null,
    placeName: null,
    actors: [],
    tags: [],
    magnitude: null,
    status: "reported",
    recordedAt: day(0) + i * HOUR_MS,
    sources: [
      {
        id: "s",
        publisher: "Publisher",
        publishedAt: day(0) + i * HOUR_MS + ((i * 7919) % 97) * 1000,
        tier: "press",
        independenceGroup: `g${i}`,
      },
    ],
    ...changed,
  }));
}
const asked = (rule: Rule): BinaryCriteria => ({
  ...frame,
  window: { ...frame.window, until: day(4000) },
  minimumSourceGroups: 1,
  rule,
});
const isGivenUp = (rule: Rule, events: LoggedEvent[]) =>
  evaluate(asked(rule), events, [], day(4100)).missing.some(({ kind }) => kind === "decision");

describe("a sequence inside sequences", () => {
  test("comes true when trying every event as every beginning says it does", () => {
    const part = fc.record({ kind: fc.constant("occurs" as const), match: matches, atLeast: fc.constantFrom(1, 1, 2) });
    const rules = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        part,
        fc.record({
          kind: fc.constantFrom("all" as const, "any" as const),
          rules: fc.array(tie("rule"), { minLength: 1, maxLength: 2 }),
        }),
        fc.record({
          kind: fc.constant("sequence" as const),
          rules: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }),
          withinDays: fc.integer({ min: 1, max: 30 }),
        }),
      ),
    })).rule;
    const counted = events.map((event): LoggedEvent => ({ ...event, status: "reported", recordedAt: day(0) }));
    const logs = fc.uniqueArray(counted, { minLength: 4, maxLength: 14, selector: ({ id }) => id });
    let met = 0;
    fc.assert(
      fc.property(rules, logs, (rule, events) => {
        const past = events.map((event) => ({
          ...event,
          sources: event.sources.map((source) => ({ ...source, publishedAt: day(-5) })),
        }));
        const { verdict, trace } = evaluate({ ...frame, minimumSourceGroups: 1, rule }, past, [], day(200));
        const at = completionByTrying(rule, past, frame.window.from, frame.window.until);
        expect(verdict === "true").toBe(at !== null);
        if (at === null) return;
        met++;
        // What is reported early was known early, so the effective time is that of the reports.
        expect(trace.effectiveAt).toBe(Math.min(at, trace.knownAt ?? Number.NaN));
      }),
      { numRuns: times(1500) },
    );
    expect(met).toBeGreaterThan(300);
  });

  test.each([
    ["six deep", nested(6, 2), 48],
    ["three deep with three steps each", nested(3, 3), 48],
    ["eight deep", nested(7, 2), 12],
  ])("%s is evaluated to its end", (_, rule, count) => {
    expect(isGivenUp(rule, log(count))).toBe(false);
  });

  test("takes little more than twice the work on twice the events", async () => {
    const work = (count: number) => countedWork(CORE, () => evaluate(asked(nested(3, 2)), log(count), [], day(4100)));
    await work(20);
    const once = await work(200);
    expect(await work(1600)).toBeLessThan(20 * once);
  });
});

describe("an evaluation that would take too many steps", () => {
  const HOSTILE: readonly (readonly [string, Rule, LoggedEvent[]])[] = [
    ["sequences in sequences", nested(7, 2), log(2000)],
    ["hundreds of conditions", wide("all", 20), log(2000, { status: "disputed" })],
    ["hundreds of alternatives", wide("any", 20), log(2000, { precision: "day", occurredUntil: day(5000) })],
    ["a condition on a long log", wide("any", 10), log(40_000)],
    ["nothing that must not happen", { kind: "not", rule: nested(7, 2) }, log(2000)],
  ];

  test.each(HOSTILE)(
    "%s: is given up at the same step everywhere, and says that a person must decide",
    async (_, rule, events) => {
      const result = evaluate(asked(rule), events, [], day(4100));
      expect(result).toMatchObject({ verdict: "pending", outcome: null, evidenceIds: [] });
      expect(result.missing).toEqual([expect.objectContaining({ kind: "decision" })]);
      expect(result.trace.why).toContain("a person must decide");
      const work = await countedWork(CORE, () => evaluate(asked(rule), events, [], day(4100)));
      expect(work).toBeLessThan(60_000_000);
    },
  );

  test.each(HOSTILE)("%s: is refused when it is drafted, in words", (_, rule, events) => {
    const [finding] = costFindings(asked(rule), events.length, () => events.length);
    expect(finding).toMatchObject({ code: "rule_costs_too_much", severity: "error" });
    expect(finding?.message).toMatch(/may take \d[\d,]* times the steps/);
  });

  test.each([
    ["a condition among many events", occurs(3), log(10_000)],
    [
      "a sequence of three",
      { kind: "sequence", rules: [occurs(), occurs(2), occurs()], withinDays: 60 } as Rule,
      log(1000),
    ],
    ["what must not happen", { kind: "all", rules: [occurs(), { kind: "not", rule: occurs(5) }] } as Rule, log(3000)],
  ])("%s: a rule that people write stays far from it", (_, rule, events) => {
    expect(costFindings(asked(rule), events.length, () => events.length)).toEqual([]);
    expect(isGivenUp(rule, events)).toBe(false);
  });

  test("a rule that passes when it is drafted is never given up on that log", () => {
    const rules = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 3 }))
        .map(([depth, width]) => nested(depth, width)),
      fc.integer({ min: 1, max: 12 }).map((width) => wide("all", width)),
    );
    const states = fc.constantFrom<Partial<LoggedEvent>>(
      {},
      { status: "disputed" },
      { precision: "day", occurredUntil: day(5000) },
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 300 }), states, (rule, count, state) => {
        fc.pre(costFindings(asked(rule), count, () => count).length === 0);
        expect(isGivenUp(rule, log(count, state))).toBe(false);
      }),
      { numRuns: times(60) },
    );
  });

  test("near misses of hundreds of conditions are not looked for", () => {
    const rule = { ...wide("any", 20) };
    expect(nearMisses(asked(rule), log(2000), day(4100))).toEqual([]);
  });
});

test("the largest number of a long log is found", () => {
  const events = log(150_000, { magnitude: { value: 3, unit: "people" } });
  const criteria = { ...asked(occurs()), measure: "max" as const, match: { types: ["CONSULT"] } };
  const { rule: _, ...measure } = criteria;
  const whole = { ...measure, window: { ...measure.window, until: day(9000) } };
  expect(evaluate(whole, events, [], day(8000), 1e9).trace.why).toBe("3 so far, from 150,000 events.");
});

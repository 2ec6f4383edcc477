import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import { criteriaIndex, criteriaKeys, eventKeys, mayTouch, touchedBy } from "#core/criteria/touched-by.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { EVENT_TYPES } from "#core/event/event-types.ts";
import { type Benchmark, type Figure, timingFigures, timings } from "./benchmark.ts";
import { chanceFrom } from "./chance.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 3, 1);
const COUNTRIES = "IRN USA OMN ISR QAT SAU ARE IRQ TUR EGY JOR KWT BHR YEM SYR LBN PAK RUS CHN GBR FRA DEU".split(" ");

/** A log over three years and open questions on it, each on two countries and one type within ninety days. */
function madeUp(eventCount: number, questionCount: number) {
  const chance = chanceFrom(eventCount + questionCount);
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const types = EVENT_TYPES.flatMap(({ code, modes }) => [code, ...modes.map(({ name }) => `${code}.${name}`)]);
  const newEvent = (id: number): LoggedEvent => {
    const occurredFrom = NOW - Math.floor(chance() * 1095 * DAY);
    const source = {
      id: `s${id}`,
      publisher: "P",
      publishedAt: occurredFrom,
      tier: "press",
      independenceGroup: "a",
    } as const;
    const actors = [oneOf(COUNTRIES), oneOf(COUNTRIES)].map(
      (code) => ({ code: `${code}GOV`, role: "participant" }) as const,
    );
    const times = {
      occurredFrom,
      occurredUntil: occurredFrom + 1,
      precision: "instant",
      recordedAt: occurredFrom,
    } as const;
    const rest = { country: oneOf(COUNTRIES), placeName: null, tags: [], magnitude: null, status: "reported" } as const;
    return {
      id: `e${id}`,
      revisionId: `r${id}`,
      headline: `Event ${id}`,
      type: oneOf(types),
      actors,
      sources: [source],
      ...times,
      ...rest,
    };
  };
  const newQuestion = (): Criteria => ({
    window: { from: NOW - 60 * DAY, until: NOW + 30 * DAY, zone: "UTC" },
    minimumSourceGroups: 2,
    settlementLagHours: 48,
    rule: {
      kind: "any",
      rules: [1, 3].map((atLeast) => ({
        kind: "occurs",
        match: { types: [oneOf(EVENT_TYPES).code], actors: { all: [oneOf(COUNTRIES), oneOf(COUNTRIES)] } },
        atLeast,
      })),
    },
  });
  return {
    log: Array.from({ length: eventCount }, (_, id) => newEvent(id)),
    questions: new Map(Array.from({ length: questionCount }, (_, id): [string, Criteria] => [`q${id}`, newQuestion()])),
    added: Array.from({ length: 200 }, (_, id) => ({
      ...newEvent(eventCount + id),
      occurredFrom: NOW - DAY,
      occurredUntil: NOW,
    })),
  };
}

/** Finding the questions one more event may touch, and evaluating each anew over the events that may touch it. */
function figures(eventCount: number, questionCount: number): Figure[] {
  const { log, questions, added } = madeUp(eventCount, questionCount);
  const index = criteriaIndex([...questions].map(([id, criteria]) => ({ id, criteria })));
  const byKey = new Map<string, LoggedEvent[]>();
  for (const event of log) {
    for (const key of eventKeys(event)) {
      const events = byKey.get(key);
      if (events) events.push(event);
      else byKey.set(key, [event]);
    }
  }
  let evaluated = 0;
  const times = added.map((event) => {
    const begun = performance.now();
    for (const id of touchedBy(index, event)) {
      const criteria = questions.get(id) as Criteria;
      if (!mayTouch(criteria, event)) continue;
      const near = criteriaKeys(criteria).flatMap((key) => byKey.get(key) ?? []);
      evaluate(criteria, [...near.filter((other) => mayTouch(criteria, other)), event], [], NOW);
      evaluated += 1;
    }
    return performance.now() - begun;
  });
  const name = `log one event, ${questionCount} open questions`;
  const touched = { name: `${name}: evaluated`, n: eventCount, value: evaluated / added.length, unit: "questions" };
  return [...timingFigures(name, eventCount, timings(times), null, null), { ...touched, ratio: null, baseline: null }];
}

export const logEventBenchmark: Benchmark = {
  name: "log one event and evaluate what it touches",
  groups: ["criteria"],
  run: () => [...figures(10_000, 2000), ...figures(100_000, 2000)],
};

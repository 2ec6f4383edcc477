import type { DateCriteria, MultipleChoiceCriteria, NumericCriteria } from "#core/criteria/criteria.ts";
import { checkRows } from "./check-rows.ts";
import {
  agreement,
  coverage,
  day,
  dayEvent,
  event,
  frame,
  not,
  occurs,
  release,
  source,
  UNTIL,
  visit,
} from "./muscat.ts";

const scenarios: MultipleChoiceCriteria = {
  ...frame,
  options: [
    { optionId: "narrow", rule: occurs(agreement) },
    { optionId: "episodic", rule: occurs(release) },
  ],
  otherwise: "freeze",
};
const agree = (id: string, at: number, changes = {}) => event(id, at, { type: "AGREE", ...changes });
const free = (id: string, at: number, changes = {}) => event(id, at, { type: "RETREAT.release", ...changes });
const chosen = (outcome: string) => ({ verdict: "decided", outcome }) as const;

checkRows("multiple choice", [
  {
    title: "The option whose rule comes true first wins",
    criteria: scenarios,
    events: [agree("a", day(20)), free("r", day(10))],
    ...chosen("episodic"),
    E: day(10),
    K: day(10, 1),
    evidence: ["r"],
  },
  {
    title: "First is by when it happened, not by when it was reported",
    criteria: scenarios,
    events: [agree("a", day(9), { sources: [source(day(30))] }), free("r", day(10))],
    ...chosen("narrow"),
    E: day(9),
    K: day(30),
    evidence: ["a"],
  },
  {
    title: "Two options on the same day, dated to the day: the earlier option in order wins",
    criteria: scenarios,
    events: [
      dayEvent("a", 10, { type: "AGREE", sources: [source(day(12))] }),
      dayEvent("r", 10, { type: "RETREAT.release", sources: [source(day(11))] }),
    ],
    ...chosen("narrow"),
    E: day(11) - 1,
    K: day(12),
    evidence: ["a"],
    says: "of equals first in order",
  },
  {
    title: "Two options at the same instant: the earlier option in order wins",
    criteria: scenarios,
    events: [free("r", day(10)), agree("a", day(10))],
    ...chosen("narrow"),
    E: day(10),
    K: day(10, 1),
    evidence: ["a"],
  },
  {
    title: "An event known by the hour goes before one known by the same day",
    criteria: scenarios,
    events: [dayEvent("a", 10, { type: "AGREE" }), free("r", day(10, 9))],
    ...chosen("episodic"),
    E: day(10, 9),
    K: day(10, 10),
    evidence: ["r"],
  },
  {
    title: "While no option has come true, all of them are waited on",
    criteria: scenarios,
    asOf: day(10),
    verdict: "pending",
    missing: ["events", "events"],
    says: "2 of 2 still may",
  },
  {
    title: "At the deadline, all absent under coverage, the last resort wins",
    criteria: scenarios,
    coverage: [coverage("c")],
    ...chosen("freeze"),
    E: UNTIL,
    K: UNTIL,
    coverageIds: ["c"],
  },
  {
    title: "The last resort does not win while one option lacks coverage",
    criteria: scenarios,
    coverage: [coverage("c", { types: ["AGREE"] })],
    verdict: "pending",
    missing: ["coverage"],
  },
  {
    title: "The last resort wins as soon as every other option has become impossible",
    criteria: { ...scenarios, options: [{ optionId: "calm", rule: not(occurs(visit)) }], otherwise: "talks" },
    events: [event("v", day(7))],
    asOf: day(8),
    ...chosen("talks"),
    E: day(7),
    K: day(7, 1),
    evidence: ["v"],
  },
]);

const counted = (measure: NumericCriteria["measure"], match = release): NumericCriteria => ({
  ...frame,
  measure,
  match,
});
const freed = (id: string, count: number, value: number, changes = {}) =>
  free(id, day(count), { magnitude: { value, unit: "people" }, ...changes });
const three = [freed("b", 12, 5), freed("a", 3, 8), freed("c", 20, 2)];
const signed = [coverage("c")];
const read = (outcome: string) =>
  ({ ...chosen(outcome), E: UNTIL, K: UNTIL, evidence: ["a", "b", "c"], coverageIds: ["c"] }) as const;

checkRows("numeric measures", [
  {
    title: "A count is read at the deadline under coverage",
    criteria: counted("count"),
    events: three,
    coverage: signed,
    ...read("3"),
  },
  { title: "A sum adds the magnitudes", criteria: counted("sum"), events: three, coverage: signed, ...read("15") },
  { title: "The greatest is the greatest", criteria: counted("max"), events: three, coverage: signed, ...read("8") },
  { title: "The least is the least", criteria: counted("min"), events: three, coverage: signed, ...read("2") },
  {
    title: "The last is the last to happen, not the last to be logged",
    criteria: counted("last"),
    events: three,
    coverage: signed,
    ...read("2"),
  },
  {
    title: "No events under coverage count zero",
    criteria: counted("count"),
    coverage: signed,
    ...chosen("0"),
    E: UNTIL,
    K: UNTIL,
    coverageIds: ["c"],
  },
  {
    title: "No events leave nothing to be greatest, and a person must decide",
    criteria: counted("max"),
    coverage: signed,
    verdict: "pending",
    missing: ["decision"],
  },
  {
    title: "Before the deadline a count is pending and says how far it is",
    criteria: counted("count"),
    events: three,
    asOf: day(30),
    verdict: "pending",
    missing: ["events"],
    says: "3 so far",
  },
  {
    title: "Without coverage a count is pending",
    criteria: counted("count"),
    events: three,
    verdict: "pending",
    missing: ["coverage"],
  },
  {
    title: "A value changed by a late report is known with that report",
    criteria: counted("count"),
    events: [freed("a", 59, 1, { sources: [source(day(61))] })],
    coverage: signed,
    ...chosen("1"),
    E: UNTIL,
    K: day(61),
    evidence: ["a"],
    coverageIds: ["c"],
  },
  {
    title: "An event without a magnitude is not summed, and is named",
    criteria: counted("sum"),
    events: [freed("a", 3, 8), free("n", day(4))],
    coverage: signed,
    ...chosen("8"),
    E: UNTIL,
    K: UNTIL,
    evidence: ["a"],
    coverageIds: ["c"],
    notCounted: ["n: no_magnitude"],
  },
  {
    title: "Magnitudes in different units are not added up",
    criteria: counted("sum"),
    events: [freed("a", 3, 8), free("n", day(4), { magnitude: { value: 2, unit: "buses" } })],
    coverage: signed,
    verdict: "pending",
    missing: ["decision"],
    says: "different units: buses, people",
  },
  {
    title: "An event that may lie in the window holds up a count",
    criteria: counted("count"),
    events: [dayEvent("d", 60, { type: "RETREAT.release", occurredFrom: day(59, 12), occurredUntil: day(60, 12) })],
    coverage: signed,
    verdict: "pending",
    missing: ["precision"],
    notCounted: ["d: straddles_window"],
  },
]);

const firstVisit: DateCriteria = { ...frame, first: visit };

checkRows("date of first occurrence", [
  {
    title: "The first event's instant is the date",
    criteria: firstVisit,
    events: [event("w", day(20)), event("v", day(10))],
    ...chosen("2026-02-15T20:00:00.000Z"),
    E: day(10),
    K: day(10, 1),
    evidence: ["v"],
  },
  {
    title: "The date is known when the first event is, even if a later one was reported before",
    criteria: firstVisit,
    events: [event("v", day(10), { sources: [source(day(30))] }), event("w", day(20))],
    ...chosen("2026-02-15T20:00:00.000Z"),
    E: day(10),
    K: day(30),
    evidence: ["v"],
  },
  {
    title: "No event under coverage is later than the window",
    criteria: firstVisit,
    coverage: signed,
    ...chosen("above"),
    E: UNTIL,
    K: UNTIL,
    coverageIds: ["c"],
  },
  { title: "No event and no coverage is pending", criteria: firstVisit, verdict: "pending", missing: ["coverage"] },
]);

import { HOUR_MS } from "#core/time/time-window.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import { checkRows, type Row } from "./check-rows.ts";
import { binary, day, dayEvent, event, occurs, START, source, UNTIL, visit } from "./muscat.ts";

const criteria = binary(occurs(visit));
const met = { verdict: "true", evidence: ["v"] } as const;
const waits = { verdict: "pending", missing: ["events"], asOf: day(30) } as const;
const midUtc = (date: string) => zonedInstant(date, "UTC");

const windows: Row[] = [
  {
    title: "The window's first instant lies in it",
    criteria,
    events: [event("v", START)],
    ...met,
    E: START,
    K: START + HOUR_MS,
  },
  {
    title: "The window's end lies outside it",
    criteria,
    events: [event("v", UNTIL)],
    verdict: "pending",
    missing: ["coverage"],
  },
  {
    title: "The last millisecond before the deadline counts",
    criteria,
    events: [event("v", UNTIL - 1)],
    ...met,
    E: UNTIL - 1,
    K: UNTIL - 1 + HOUR_MS,
  },
  {
    title: "What happened before the window does not count, even reported within it",
    criteria,
    events: [event("v", START - 1)],
    ...waits,
  },
  {
    title: "A deadline is its zone's: 20:30 in London on the last day is after midnight in Muscat",
    criteria,
    events: [event("v", zonedInstant("2026-04-06 21:30", "Europe/London"))],
    verdict: "pending",
    missing: ["coverage"],
  },
  {
    title: "A deadline is its zone's: 23:30 in Muscat on the last day counts",
    criteria,
    events: [event("v", zonedInstant("2026-04-06 23:30", "Asia/Muscat"))],
    ...met,
    E: day(59, 23.5),
    K: day(60, 0.5),
  },
  {
    title: "An event reported after the deadline but occurred before it counts",
    criteria,
    events: [event("v", day(59), { sources: [source(day(61))] })],
    ...met,
    E: day(59),
    K: day(61),
  },
  {
    title: "It counts even when reported after the settlement lag: the record follows the world",
    criteria,
    events: [event("v", day(59), { sources: [source(day(70))] })],
    ...met,
    E: day(59),
    K: day(70),
  },
  {
    title: "An event dated to a day inside the window took effect at the end of that day",
    criteria,
    events: [dayEvent("v", 10, { sources: [source(day(12))] })],
    ...met,
    E: day(11) - 1,
    K: day(12),
  },
  {
    title: "An event reported on its own day was effective when it was reported",
    criteria,
    events: [dayEvent("v", 10, { sources: [source(day(10, 14))] })],
    ...met,
    E: day(10, 14),
    K: day(10, 14),
  },
  {
    title: "A day that straddles the deadline is waited on, not guessed",
    criteria,
    events: [dayEvent("v", 59, { occurredFrom: midUtc("2026-04-06"), occurredUntil: midUtc("2026-04-07") })],
    verdict: "pending",
    missing: ["coverage", "precision"],
    notCounted: ["v: straddles_window"],
    says: "known only to the day",
  },
  {
    title: "A month that straddles the beginning is waited on",
    criteria,
    events: [
      event("v", day(1), {
        occurredFrom: midUtc("2026-02-01"),
        occurredUntil: midUtc("2026-03-01"),
        precision: "month",
      }),
    ],
    verdict: "pending",
    missing: ["events", "precision"],
    notCounted: ["v: straddles_window"],
    asOf: day(30),
  },
  {
    title: "Talks known to have run past the deadline did not end in time, and nothing is waited on",
    criteria,
    events: [event("v", day(59), { occurredUntil: day(61) })],
    verdict: "pending",
    missing: ["coverage"],
    notCounted: ["v: straddles_window"],
  },
];

checkRows("when an event must have happened", windows);

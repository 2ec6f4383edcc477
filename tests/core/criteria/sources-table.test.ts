import { zonedInstant } from "#core/time/zoned-instant.ts";
import { checkRows, type Row } from "./check-rows.ts";
import { binary, day, event, LATE, occurs, source, visit } from "./muscat.ts";

const criteria = binary(occurs(visit));
const met = { verdict: "true", evidence: ["v"] } as const;
const waits = { verdict: "pending", missing: ["events"], asOf: day(30) } as const;
const _midUtc = (date: string) => zonedInstant(date, "UTC");

const sourcesRows: Row[] = [
  {
    title: "Two sources of one wire count once",
    criteria: binary(occurs(visit), { minimumSourceGroups: 2 }),
    events: [event("v", day(10), { sources: [source(day(10, 1), "wire"), source(day(10, 2), "wire")] })],
    verdict: "pending",
    missing: ["events", "sources"],
    notCounted: ["v: sources"],
    asOf: day(30),
  },
  {
    title: "With two groups required it is known when the second reports",
    criteria: binary(occurs(visit), { minimumSourceGroups: 2 }),
    events: [
      event("v", day(10), { sources: [source(day(10, 1), "a"), source(day(10, 9), "b"), source(day(10, 20), "c")] }),
    ],
    ...met,
    E: day(10),
    K: day(10, 9),
  },
  {
    title: "Sources below the tier do not count",
    criteria: binary(occurs(visit), { minimumTier: "agency" }),
    events: [event("v", day(10), { sources: [source(day(10, 1), "a", "social"), source(day(10, 2), "b", "press")] })],
    verdict: "pending",
    missing: ["events", "sources"],
    notCounted: ["v: sources"],
    asOf: day(30),
  },
  {
    title: "It is known when the first source of the tier reports, whatever lower ones said before",
    criteria: binary(occurs(visit), { minimumTier: "agency" }),
    events: [event("v", day(10), { sources: [source(day(10, 1), "a", "social"), source(day(10, 6), "b", "primary")] })],
    ...met,
    E: day(10),
    K: day(10, 6),
  },
  {
    title: "An event recorded late was known when it was reported, before the recording",
    criteria,
    events: [event("v", day(10), { recordedAt: day(25) })],
    asOf: day(25),
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A source dated before the event makes it known when it happens, not sooner",
    criteria,
    events: [event("v", day(10), { sources: [source(day(9))] })],
    ...met,
    E: day(10),
    K: day(10),
  },
  {
    title: "Of two events that fit, the first decides E and the one reported first decides K",
    criteria,
    events: [event("v", day(10), { sources: [source(day(20))] }), event("w", day(12), { sources: [source(day(13))] })],
    verdict: "true",
    E: day(10),
    K: day(13),
    evidence: ["v", "w"],
  },
];

const active: Row[] = [
  {
    title: "A disputed event does not count and is named",
    criteria,
    events: [event("v", day(10), { status: "disputed" })],
    verdict: "pending",
    missing: ["events", "dispute"],
    notCounted: ["v: disputed"],
    asOf: day(30),
  },
  {
    title: "A retraction turns true back to pending",
    criteria,
    events: [event("v", day(10)), event("v", day(10), { revisionId: "v-2", status: "retracted", recordedAt: day(14) })],
    asOf: day(15),
    verdict: "pending",
    missing: ["events"],
    notCounted: ["v: retracted"],
  },
  {
    title: "Before the retraction it was true, and as of then it still is",
    criteria,
    events: [event("v", day(10)), event("v", day(10), { revisionId: "v-2", status: "retracted", recordedAt: day(14) })],
    asOf: day(13),
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A revision that moves the place takes the event away",
    criteria,
    events: [
      event("v", day(10)),
      event("v", day(10), { revisionId: "v-2", country: "CHE", placeName: "Geneva", recordedAt: day(11) }),
    ],
    ...waits,
  },
  {
    title: "What is recorded after the instant asked about is not seen",
    criteria,
    events: [event("v", day(10), { recordedAt: day(12) })],
    verdict: "pending",
    missing: ["events"],
    asOf: day(11),
  },
  {
    title: "What is published after the instant asked about is not seen",
    criteria,
    events: [event("v", day(10), { recordedAt: day(10), sources: [source(day(12))] })],
    verdict: "pending",
    missing: ["events", "sources"],
    notCounted: ["v: sources"],
    asOf: day(11),
  },
  {
    title: "An event announced for a later day has not happened",
    criteria,
    events: [event("v", day(20), { recordedAt: day(5), sources: [source(day(5))] })],
    verdict: "pending",
    missing: ["events"],
    asOf: day(19),
  },
  {
    title: "The event announced counts once its day has come",
    criteria,
    events: [event("v", day(20), { recordedAt: day(5), sources: [source(day(5))] })],
    asOf: day(20),
    ...met,
    E: day(20),
    K: day(20),
  },
];

checkRows("by whom an event must be reported", sourcesRows);
checkRows("how an event stands in the log", active);
checkRows("how often", [
  {
    title: "The third of three makes it true",
    criteria: binary(occurs(visit, 3)),
    events: [event("a", day(3)), event("b", day(7)), event("c", day(5))],
    verdict: "true",
    E: day(7),
    K: day(7, 1),
    evidence: ["a", "c", "b"],
  },
  {
    title: "Two of three are not enough, and it says how many",
    criteria: binary(occurs(visit, 3)),
    events: [event("a", day(3)), event("b", day(7))],
    asOf: day(30),
    verdict: "pending",
    missing: ["events"],
    says: "2 of 3 so far",
  },
  {
    title: "Of four, the first three decide E and the three reported first decide K",
    criteria: binary(occurs(visit, 3)),
    events: [
      event("a", day(3)),
      event("b", day(4)),
      event("c", day(5), { sources: [source(day(40))] }),
      event("d", day(6)),
    ],
    verdict: "true",
    E: day(5),
    K: day(6, 1),
    evidence: ["a", "b", "c", "d"],
  },
  {
    title: "Two events at the same instant are two",
    criteria: binary(occurs(visit, 2)),
    events: [event("b", day(3)), event("a", day(3))],
    verdict: "true",
    E: day(3),
    K: day(3, 1),
    evidence: ["a", "b"],
    asOf: LATE,
  },
]);

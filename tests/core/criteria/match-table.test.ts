import { zonedInstant } from "#core/time/zoned-instant.ts";
import { checkRows, type Row } from "./check-rows.ts";
import { actor, binary, day, event, occurs, visit } from "./muscat.ts";

const criteria = binary(occurs(visit));
const met = { verdict: "true", evidence: ["v"] } as const;
const waits = { verdict: "pending", missing: ["events"], asOf: day(30) } as const;
const _midUtc = (date: string) => zonedInstant(date, "UTC");

const matching: Row[] = [
  {
    title: "An event that fits makes it true from when it happened, known from its report",
    criteria,
    events: [event("v", day(10))],
    ...met,
    E: day(10),
    K: day(10, 1),
    says: "Met by “Event v” (16 February 2026).",
  },
  {
    title: "A country's code takes in its government",
    criteria,
    events: [event("v", day(10), { actors: [actor("IRNGOV"), actor("USAGOVMIL")] })],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A type takes in its modes",
    criteria: binary(occurs({ types: ["CONSULT"] })),
    events: [event("v", day(10), { type: "CONSULT.envoy-return" })],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  { title: "A mode does not take in its type", criteria, events: [event("v", day(10), { type: "CONSULT" })], ...waits },
  {
    title: "Geneva instead of Muscat does not meet “in Oman”",
    criteria,
    events: [event("v", day(10), { country: "CHE", placeName: "Geneva" })],
    ...waits,
  },
  {
    title: "An event without a place does not meet “in Oman”",
    criteria,
    events: [event("v", day(10), { country: null, placeName: null })],
    ...waits,
  },
  {
    title: "A place may be named instead of its country, in any case",
    criteria: binary(occurs({ types: ["CONSULT"], places: { any: ["muscat"] } })),
    events: [event("v", day(10))],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A place excluded does not count",
    criteria: binary(occurs({ types: ["CONSULT"], places: { none: ["OMN"] } })),
    events: [event("v", day(10))],
    ...waits,
  },
  {
    title: "An event without a place has not been shown to lie outside",
    criteria: binary(occurs({ types: ["CONSULT"], places: { none: ["ISR"] } })),
    events: [event("v", day(10), { country: null, placeName: null })],
    ...waits,
  },
  {
    title: "Every actor required must have taken part",
    criteria,
    events: [event("v", day(10), { actors: [actor("IRN"), actor("OMN")] })],
    ...waits,
  },
  {
    title: "One actor of several is enough where any will do",
    criteria: binary(occurs({ types: ["CONSULT"], actors: { any: ["QAT", "OMN"] } })),
    events: [event("v", day(10))],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "An actor excluded spoils it",
    criteria: binary(occurs({ types: ["CONSULT"], actors: { none: ["USA"] } })),
    events: [event("v", day(10))],
    ...waits,
  },
  {
    title: "A mediator must have been the mediator",
    criteria: binary(occurs({ types: ["CONSULT"], roles: { mediator: ["OMN"] } })),
    events: [event("v", day(10))],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A participant is no mediator",
    criteria: binary(occurs({ types: ["CONSULT"], roles: { mediator: ["IRN"] } })),
    events: [event("v", day(10))],
    ...waits,
  },
  {
    title: "Every tag asked for must be there",
    criteria: binary(occurs({ types: [], tags: ["envoys", "nuclear"] })),
    events: [event("v", day(10), { tags: ["envoys"] })],
    ...waits,
  },
  {
    title: "A magnitude at the bound counts",
    criteria: binary(occurs({ types: [], magnitude: { min: 10, unit: "prisoners" } })),
    events: [event("v", day(10), { magnitude: { value: 10, unit: "prisoners" } })],
    ...met,
    E: day(10),
    K: day(10, 1),
  },
  {
    title: "A magnitude in another unit does not count",
    criteria: binary(occurs({ types: [], magnitude: { min: 10, unit: "prisoners" } })),
    events: [event("v", day(10), { magnitude: { value: 50, unit: "barrels" } })],
    ...waits,
  },
];

checkRows("which events a match takes in", matching);

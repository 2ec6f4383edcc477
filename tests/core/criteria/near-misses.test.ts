import { expect, test } from "vitest";
import { nearMisses } from "#core/criteria/near-misses.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { actor, agreement, all, binary, day, dayEvent, event, LATE, occurs, START, UNTIL, visit } from "./muscat.ts";

const criteria = binary(occurs(visit), { minimumSourceGroups: 1, minimumTier: "agency" });
const only = (changes: Partial<LoggedEvent>) => event("v", day(10), changes);

const cases: [string, LoggedEvent, string, string][] = [
  [
    "the wrong place",
    only({ country: "CHE", placeName: "Geneva" }),
    "place_any",
    "it took place in Geneva, Switzerland, not in Oman",
  ],
  [
    "no place",
    only({ country: null, placeName: null }),
    "place_any",
    "it took place in a place that is not recorded, not in Oman",
  ],
  ["a missing party", only({ actors: [actor("IRN")] }), "actors_all", "the United States took no part"],
  [
    "another type",
    only({ type: "CONSULT.phone" }),
    "type",
    "its type is “Consultation: by telephone or video”, not “Consultation: visit to the host”",
  ],
  ["too early", event("v", START - 1), "window", "it was over before the window began at 6 February 2026, 00:00"],
  ["too late", event("v", UNTIL), "window", "it came after the window ended at 7 April 2026, 00:00"],
  [
    "across the deadline",
    only({ occurredFrom: day(59), occurredUntil: day(61) }),
    "window",
    "it went on beyond the window",
  ],
  [
    "dated too loosely",
    dayEvent("v", 60, { occurredFrom: day(59, 12), occurredUntil: day(60, 12) }),
    "window",
    "it is known only to the day, which reaches beyond the window",
  ],
  [
    "too few sources",
    only({ sources: [] }),
    "sources",
    "“Event v” does not count: it needs 1 more independent source of the tier required.",
  ],
  ["disputed", only({ status: "disputed" }), "disputed", "“Event v” does not count: it is disputed."],
];
test.each(cases)("an event that fails one condition alone is a near miss: %s", (_name, logged, condition, text) => {
  const phrase = "a consultation (visit to the host) involving Iran and the United States in Oman";
  expect(nearMisses(criteria, [logged], LATE)).toEqual([{ eventId: "v", phrase, condition, text }]);
});

test("an event that counts, or that fails two conditions, is no near miss", () => {
  const log = [event("v", day(10)), event("w", day(11), { country: "CHE", type: "AGREE" })];
  expect(nearMisses(criteria, log, LATE)).toEqual([]);
});

test("an event of an unrelated type does not nearly meet a match that asks for a type alone", () => {
  const log = [event("v", day(10), { type: "AID" }), event("w", day(11), { type: "AGREE", status: "retracted" })];
  expect(nearMisses(binary(occurs(agreement)), log, LATE).map(({ eventId }) => eventId)).toEqual(["w"]);
});

test("near misses are listed by condition of the rule, then by time", () => {
  const log = [event("b", START - 1), event("a", START - 2), event("c", day(3), { type: "AGREE", status: "disputed" })];
  const rule = all(occurs(agreement), occurs(visit));
  expect(nearMisses(binary(rule), log, LATE).map(({ eventId }) => eventId)).toEqual(["c", "a", "b"]);
});

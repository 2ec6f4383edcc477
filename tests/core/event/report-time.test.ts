import { describe, expect, test } from "vitest";
import { currentRevisions } from "#core/event/current-revisions.ts";
import { eventStatus } from "#core/event/event-status.ts";
import { groupReportTimes, reportTime } from "#core/event/report-time.ts";
import { event, source } from "#tests/core/criteria/muscat.ts";

describe("an event was reported", () => {
  const sources = [
    source(9, "wire", "press"),
    source(4, "wire", "social"),
    source(6, "ministry", "primary"),
    source(2, "blog", "social"),
  ];
  const logged = { occurredFrom: 3, sources };

  test("by each group when its first source was published, but not before it happened", () => {
    expect(groupReportTimes(logged)).toEqual([3, 4, 6]);
    expect(groupReportTimes(logged, "press")).toEqual([6, 9]);
  });

  test.each([
    [1, undefined, 3],
    [2, undefined, 4],
    [3, undefined, 6],
    [4, undefined, null],
    [0, undefined, 3],
    [1, "primary", 6],
    [2, "press", 9],
    [3, "press", null],
  ] as const)("by %i groups of tier %s at %s", (minimumSourceGroups, minimumTier, at) => {
    const requirement = minimumTier ? { minimumSourceGroups, minimumTier } : { minimumSourceGroups };
    expect(reportTime(logged, requirement)).toBe(at);
  });
});

test.each([
  ["reported", ["a"], "reported"],
  ["reported", ["a", "a"], "reported"],
  ["reported", ["a", "b"], "corroborated"],
  ["reported", [], "reported"],
  ["disputed", ["a", "b"], "disputed"],
  ["retracted", ["a", "b"], "retracted"],
] as const)("an event recorded as %s with sources of the groups %j is %s", (status, groups, derived) => {
  expect(eventStatus({ status, sources: groups.map((group) => source(0, group)) })).toBe(derived);
});

describe("of an event's revisions the one that stands is", () => {
  const revisions = [
    event("a", 0, { revisionId: "2", recordedAt: 20 }),
    event("b", 0, { revisionId: "9", recordedAt: 15 }),
    event("a", 0, { revisionId: "1", recordedAt: 10 }),
    event("a", 0, { revisionId: "3", recordedAt: 20 }),
  ];
  const current = (asOf: number) => currentRevisions(revisions, asOf).map(({ id, revisionId }) => `${id}${revisionId}`);

  test("the latest recorded by the instant asked about", () => {
    expect(current(9)).toEqual([]);
    expect(current(10)).toEqual(["a1"]);
    expect(current(19)).toEqual(["a1", "b9"]);
  });
  test("of two recorded at once the one with the greater id", () => expect(current(20)).toEqual(["a3", "b9"]));
});

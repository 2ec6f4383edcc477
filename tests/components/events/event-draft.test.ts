import { describe, expect, test } from "vitest";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { draftOf } from "#app/(site)/admin/events/_components/draft/draft-of.ts";
import {
  emptyActor,
  emptyDraft,
  emptySource,
  nextDraft,
  withoutBlankRows,
} from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { publisherOf } from "#app/(site)/admin/events/_components/draft/publisher-of.ts";
import { statementOf } from "#app/(site)/admin/events/_components/draft/statement-of.ts";

const revision: EventRevisionView = {
  id: "r",
  number: 1,
  headline: "Envoys meet",
  description: "",
  type: "CONSULT.envoy-return",
  occurredFrom: new Date("2026-02-05T20:00:00Z"),
  occurredUntil: new Date("2026-02-06T20:00:00Z"),
  precision: "day",
  country: "OMN",
  placeName: "Muscat",
  tags: ["round-one", "envoys"],
  magnitude: { value: 2.5, unit: "hours" },
  recordedStatus: "reported",
  status: "reported",
  reason: null,
  recordedAt: new Date("2026-02-07T00:00:00Z"),
  recordedByName: "moderator",
  actors: [{ code: "IRN", name: "Iran", role: "participant" }],
  sources: [
    {
      id: "s",
      url: "https://example.org/a",
      publisher: "Gazette",
      title: "Envoys meet",
      publishedAt: new Date("2026-02-06T12:00:33.417Z"),
      tier: "press",
      independenceGroup: "gazette",
      quote: null,
      language: "en",
      archiveUrl: null,
    },
  ],
};

describe("an event in the form", () => {
  test("that nobody touched states what the log holds, to the millisecond", () => {
    const draft = draftOf("t", revision);
    const { id: _, ...source } = revision.sources[0]!;
    expect(statementOf(draft, { revision, draft })).toEqual({
      headline: "Envoys meet",
      description: "",
      type: "CONSULT.envoy-return",
      occurredFrom: revision.occurredFrom,
      occurredUntil: revision.occurredUntil,
      precision: "day",
      country: "OMN",
      placeName: "Muscat",
      tags: ["round-one", "envoys"],
      magnitude: { value: 2.5, unit: "hours" },
      actors: [{ code: "IRN", role: "participant" }],
      sources: [{ ...source, quote: "" }],
    });
  });

  test.each([
    ["2026-02-05T20:00:00Z", "Etc/GMT-4"],
    ["2026-02-06T05:00:00Z", "Etc/GMT+5"],
    ["2026-02-06T00:00:00Z", "UTC"],
    ["2026-02-05T18:30:00Z", "UTC"],
    ["1969-12-31T20:00:00Z", "Etc/GMT-4"],
  ])("shows a day that began at %s by the clocks of %s", (from, zone) => {
    const occurredFrom = new Date(from);
    const draft = draftOf("t", {
      ...revision,
      occurredFrom,
      occurredUntil: new Date(occurredFrom.getTime() + 86_400_000),
    });
    expect(draft.zone).toBe(zone);
  });

  test("whose time was changed states the new one, and keeps the sources' times", () => {
    const shown = draftOf("t", revision);
    const stated = statementOf({ ...shown, from: "2026-02-07" }, { revision, draft: shown });
    expect(stated.occurredFrom).toEqual(new Date("2026-02-06T20:00:00Z"));
    expect(stated.sources[0]?.publishedAt).toEqual(revision.sources[0]!.publishedAt);
  });

  test("names the row and field of a date that cannot be read", () => {
    const draft = { ...draftOf("t", revision), sources: [{ ...emptySource(), published: "soon" }] };
    expect(() => statementOf(draft)).toThrow(expect.objectContaining({ field: "sources.0.publishedAt" }));
    expect(() => statementOf({ ...draft, from: "" })).toThrow(expect.objectContaining({ field: "occurredFrom" }));
    expect(() => statementOf({ ...draft, zone: "Muscat" })).toThrow(expect.objectContaining({ field: "zone" }));
  });

  test("puts an own subtype under the type that was chosen", () => {
    const draft = { ...draftOf("t", revision), type: "AGREE", subtype: "timetable" };
    expect(statementOf(draft).type).toBe("AGREE.timetable");
  });

  test("drops rows in which nothing was typed, but asks for one source", () => {
    const tidied = withoutBlankRows({ ...emptyDraft("t"), actors: [emptyActor(), { ...emptyActor(), code: "OMN" }] });
    expect(tidied.actors.map(({ code }) => code)).toEqual(["OMN"]);
    expect(tidied.sources).toHaveLength(1);
  });

  test("leaves to the next one where and when the writer is and who the story is about", () => {
    const next = nextDraft({ ...draftOf("t", revision), precision: "month" });
    expect(next).toMatchObject({ topicId: "t", headline: "", from: "", zone: "Etc/GMT-4", precision: "month" });
    expect(next.actors.map(({ code }) => code)).toEqual(["IRN"]);
  });
});

test("a publisher is guessed from the address, when that is one", () => {
  expect(publisherOf("https://www.example.org/a?b")).toBe("example.org");
  expect(publisherOf("www.example.org")).toBe("");
});

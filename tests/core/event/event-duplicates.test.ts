import { describe, expect, test } from "vitest";
import { eventDuplicates } from "#core/event/event-duplicates.ts";
import { actor, day, dayEvent, event } from "#tests/core/criteria/muscat.ts";

const draft = event("draft", day(10));
const scoreOf = (other: ReturnType<typeof event>) => eventDuplicates(draft, [other])[0]?.score ?? 0;

describe("an event is a likely duplicate of another", () => {
  test("with certainty when type, actors, time and place are the same", () => {
    expect(eventDuplicates(draft, [event("other", day(10))])).toEqual([
      {
        eventId: "other",
        score: 1,
        reasons: [
          "same type, CONSULT.visit",
          "same actors",
          "at the same time",
          "headlines alike",
          "same place, Muscat",
        ],
      },
    ]);
  });

  test("the likelier the nearer in time, up to three days", () => {
    const scores = [0, 1, 2, 3].map((apart) => scoreOf(event("other", day(10 + apart))));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
    expect(scoreOf(event("other", day(13, 1)))).toBe(0);
  });

  test("when one is dated to the day on which the other happened", () => {
    expect(scoreOf(dayEvent("other", 10))).toBe(1);
  });

  test("when one names a country and the other its government", () => {
    expect(scoreOf(event("other", day(10), { actors: [actor("IRN"), actor("USA"), actor("OMN")] }))).toBe(1);
  });

  test("less so when the mode differs, some actors differ or the place is not known", () => {
    for (const changes of [{ type: "CONSULT.phone" }, { actors: [actor("IRN")] }, { country: null, placeName: null }]) {
      const score = scoreOf(event("other", day(10), changes));
      expect(score).toBeGreaterThan(0.5);
      expect(score).toBeLessThan(1);
    }
  });

  test("the likelier the more words their headlines share, and no less for words of another language", () => {
    const elsewhere = { actors: [actor("IRN")], country: null, placeName: null };
    const [named, other] = [{ ...draft, headline: "Envoys meet in Muscat" }, event("other", day(12), elsewhere)];
    const duplicate = (headline: string) => eventDuplicates(named, [{ ...other, headline }])[0];
    const [none, some, all] = ["وصل الوفد إلى مسقط", "Envoys reach Muscat", "In Muscat envoys meet"].map(duplicate);
    expect(none?.score ?? 0).toBeLessThan(some?.score ?? 0);
    expect(some?.score).toBeLessThan(all?.score ?? 0);
    expect(all?.reasons).toContain("headlines alike");
    expect(none?.score).toBe(eventDuplicates({ ...named, headline: "" }, [other])[0]?.score);
  });

  test("but not when it is another type, other people or another country", () => {
    for (const changes of [{ type: "AGREE" }, { actors: [actor("QAT")] }, { country: "CHE" }, { actors: [] }]) {
      expect(scoreOf(event("other", day(10), changes))).toBe(0);
    }
  });
});

test("an event is not its own duplicate, and the likeliest comes first whatever the order of the log", () => {
  const log = [
    event("far", day(12)),
    draft,
    event("near", day(10, 5)),
    event("same-a", day(10)),
    event("same-b", day(10)),
  ];
  const ids = ["same-a", "same-b", "near", "far"];
  expect(eventDuplicates(draft, log).map(({ eventId }) => eventId)).toEqual(ids);
  expect(eventDuplicates(draft, log.toReversed()).map(({ eventId }) => eventId)).toEqual(ids);
});

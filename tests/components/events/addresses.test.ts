import { describe, expect, test } from "vitest";
import { actorsText } from "#app/_events/actors-text.ts";
import { asOfFrom, asOfQuery } from "#app/_events/as-of.ts";
import { filtersFrom, filtersQuery, listScope } from "#app/(site)/events/_components/filters-from.ts";
import { openingOf } from "#app/(site)/topics/_components/opening-of.ts";
import { coverageRows } from "#app/(site)/topics/[slug]/_components/coverage-rows.ts";

describe("the instant that an address asks for", () => {
  test.each([
    ["2026-02-06T10:30", "2026-02-06T10:30:00.000Z"],
    ["2026-02-06T10:30:15.250Z", "2026-02-06T10:30:15.250Z"],
    ["2026-02-06", "2026-02-06T23:59:59.999Z"],
  ])("%s is read in UTC; a date is taken to its end", (text, iso) => {
    expect(asOfFrom(text)?.toISOString()).toBe(iso);
    expect(asOfFrom(asOfQuery(new Date(iso)).slice("?asOf=".length))?.toISOString()).toBe(iso);
  });

  test.each([
    "",
    "yesterday",
    "2026-13-01",
    "2026-02-30",
    "2026-02-06T25:00",
    "2026-02-06T10:30+04:00",
    "0001-01-01",
    "9999-01-01",
  ])("%j is now", (text) => {
    expect(asOfFrom(text)).toBeUndefined();
  });
});

describe("the filters that an address asks for", () => {
  test("are kept when they could be, and left out otherwise", () => {
    const query = { topic: "muscat", actor: "irn", type: "\0", text: [" a "], before: "  ", other: "1" };
    expect(filtersFrom(query)).toEqual({ topic: "muscat", actor: "IRN" });
    expect(filtersFrom({ actor: "IR", text: " envoys " })).toEqual({ text: "envoys" });
    expect(filtersQuery({ text: "a&b", topic: "muscat" })).toBe("topic=muscat&text=a%26b");
  });

  test("narrow to a topic that is there", () => {
    const topics = [{ id: "1", slug: "muscat" }];
    expect(listScope({ topic: "muscat", before: "c" }, topics)).toEqual({ topicId: "1", cursor: "c" });
    expect(listScope({ topic: "gone" }, topics)).toEqual({});
  });
});

test("coverage is told by scope, with what each leaves open between the log's beginning and now", () => {
  const statement = (types: string[], from: number, until: number, signedByName = "ada") => ({
    types,
    actors: [],
    coversFrom: new Date(from),
    coversUntil: new Date(until),
    signedByName,
  });
  const signed = [statement([], 20, 40), statement([], 40, 60, "ben"), statement(["AGREE"], 30, 50)];
  const { start, rows } = coverageRows(signed, 10, 100);
  expect(start).toBe(10);
  expect(rows.map(({ types, signers, spans, gaps }) => ({ types, signers, spans, gaps }))).toEqual([
    {
      types: [],
      signers: ["ada", "ben"],
      spans: [{ from: 20, until: 60 }],
      gaps: [
        { from: 10, until: 20 },
        { from: 60, until: 100 },
      ],
    },
    {
      types: ["AGREE"],
      signers: ["ada"],
      spans: [{ from: 30, until: 50 }],
      gaps: [
        { from: 10, until: 30 },
        { from: 50, until: 100 },
      ],
    },
  ]);
});

test("actors are told by what they did to whom", () => {
  const actor = (name: string, role: "initiator" | "recipient" | "mediator" | "participant") => ({ name, role });
  expect(actorsText([actor("Iran", "initiator"), actor("Oman", "recipient")])).toBe("Iran → Oman");
  expect(actorsText([actor("Iran", "participant"), actor("Qatar", "participant"), actor("Oman", "mediator")])).toBe(
    "Iran and Qatar, through Oman",
  );
  expect(actorsText([])).toBe("");
});

test("a story opens with its first paragraph, in plain words", () => {
  expect(openingOf("# Title\n\nThe **talks**\n[ended](https://example.org).\n\nMore.")).toBe("The talks ended.");
});

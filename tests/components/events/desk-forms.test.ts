import { describe, expect, test } from "vitest";
import { codeOf } from "#app/_criteria/choices.ts";
import { choicesOf } from "#app/_criteria/choices-of.ts";
import { emptyDraft } from "#app/(site)/admin/events/_components/draft/event-draft.ts";
import { withPasted } from "#app/(site)/admin/events/_components/draft/with-pasted.ts";
import { coverageDraft, coverageStatement } from "#app/(site)/admin/events/coverage/_components/coverage-draft.ts";
import { scopeHref, scopeParams } from "#app/(site)/admin/events/coverage/_components/scope-params.ts";
import { filtersFrom, filtersQuery, keptFilters, listScope } from "#app/(site)/events/_components/filters-from.ts";

describe("a pasted text", () => {
  const url = "https://www.gazette.example/2026/02/06/envoys-meet-again-in-muscat";
  test("fills the fields that are empty, and guesses no time of publication", () => {
    const draft = withPasted(emptyDraft("t"), url);
    expect(draft).toMatchObject({ headline: "Envoys meet again in muscat", from: "2026-02-06", precision: "day" });
    expect(draft.sources).toMatchObject([{ url, publisher: "gazette.example", title: draft.headline, published: "" }]);
  });

  test("leaves what was typed as it is, and adds a second address as a source of its own", () => {
    const typed = { ...withPasted(emptyDraft("t"), url), headline: "My words", from: "2026-02-05" };
    const draft = withPasted(typed, "Another story, 2026-02-07 https://other.example/x");
    expect(draft).toMatchObject({ headline: "My words", from: "2026-02-05" });
    expect(draft.sources.map((source) => source.url)).toEqual([url, "https://other.example/x"]);
    expect(withPasted(draft, url).sources).toHaveLength(2);
  });

  test("names a day: an instant that is not typed yet becomes one, and a month stays a month", () => {
    const told = "Envoys meet, 6 Feb 2026";
    expect(withPasted({ ...emptyDraft("t"), precision: "instant" }, told)).toMatchObject({ precision: "day" });
    expect(withPasted({ ...emptyDraft("t"), precision: "month" }, told)).toMatchObject({ from: "2026-02" });
  });
});

test.each([
  ["iran", "IRN"],
  ["the United Nations", "UNO"],
  ["valdoria", "XVA"],
  ["irngov", "IRNGOV"],
])("the actor “%s” is %s", (typed, code) => {
  const { actors } = choicesOf([{ code: "XVA", name: "Valdoria" }]);
  expect(codeOf(typed, "actorsAny", actors)).toBe(code);
});

describe("the desk of coverage", () => {
  const need = {
    types: ["CONSULT.visit", "AGREE"],
    actors: ["IRN"],
    coversFrom: new Date("2026-02-06T20:00:00Z"),
    coversUntil: new Date("2026-04-07T20:00:00.250Z"),
  };
  test("begins with the scope and span that a question needs, the last minute whole", () => {
    const query = Object.fromEntries(new URL(scopeHref("muscat", need), "https://x.example").searchParams);
    expect(query.topic).toBe("muscat");
    const asked = scopeParams(query);
    const coversUntil = new Date("2026-04-07T20:01:00Z");
    expect(asked).toEqual({ ...need, coversUntil, note: "" });
    expect(coverageStatement(coverageDraft(asked))).toEqual({ ...need, coversUntil, note: "" });
  });
  test("begins empty where the address names no span", () => {
    expect(scopeParams({ topic: "muscat", types: "AGREE", from: "soon", until: "" })).toBeUndefined();
  });
});

const CURSOR = "1770000000000_0198c0de-0000-7000-8000-000000000000";

test("a list of events keeps the instant for which it is shown, but drops it on the way back to now", () => {
  const filters = filtersFrom({ asOf: "2026-02-06", type: "AGREE", before: CURSOR });
  expect(filters.asOf).toBe("2026-02-06T23:59:59.999Z");
  expect(filtersQuery(filters)).toBe(`type=AGREE&asOf=2026-02-06T23%3A59%3A59.999Z&before=${CURSOR}`);
  expect(listScope(filters, [])).toMatchObject({ asOf: new Date("2026-02-06T23:59:59.999Z") });
  expect(keptFilters(filters)).toEqual({ type: "AGREE" });
  expect(filtersFrom({ asOf: "then" })).toEqual({});
});

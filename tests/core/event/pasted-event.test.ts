import { describe, expect, test } from "vitest";
import { independenceGroups } from "#core/event/independence-groups.ts";
import { pastedEvent } from "#core/event/pasted-event.ts";
import { textDirection } from "#core/event/text-direction.ts";

describe("a pasted text", () => {
  test.each([
    ["Envoys meet in Muscat, 2026-02-06", { headline: "Envoys meet in Muscat", date: "2026-02-06" }],
    ["February 6, 2026 – Envoys meet in Muscat", { headline: "Envoys meet in Muscat", date: "2026-02-06" }],
    ["6. Feb. 2026: Envoys meet", { headline: "Envoys meet", date: "2026-02-06" }],
    ["Envoys meet in Muscat", { headline: "Envoys meet in Muscat" }],
    [
      "Envoys meet https://a.example/x 2026-02-06",
      { url: "https://a.example/x", headline: "Envoys meet", date: "2026-02-06" },
    ],
    ["https://a.example/world", { url: "https://a.example/world" }],
    [
      "https://a.example/2026/feb/06/envoys-meet-in-muscat-12345.html?x=1",
      {
        url: "https://a.example/2026/feb/06/envoys-meet-in-muscat-12345.html?x=1",
        headline: "Envoys meet in muscat",
        date: "2026-02-06",
      },
    ],
    ["It rained on 31 Feb 2026", { headline: "It rained on 31 Feb 2026" }],
    ["دیدار فرستادگان در مسقط 2026-02-06", { headline: "دیدار فرستادگان در مسقط", date: "2026-02-06" }],
    ["", {}],
  ])("of “%s” tells what it tells, and no more", (text, told) => {
    expect(pastedEvent(text)).toEqual(told);
  });
});

test.each([
  ["ar", "rtl"],
  ["fa-IR", "rtl"],
  ["he", "rtl"],
  ["ur", "rtl"],
  ["en", "ltr"],
  ["ku-Arab", "rtl"],
  ["fa-Latn", "ltr"],
  ["", "ltr"],
])("a text in %s runs %s", (language, direction) => {
  expect(textDirection(language)).toBe(direction);
});

describe("sources that carry the same long title", () => {
  const title = "Envoys of both sides agree to meet again in Muscat";
  const at = Date.UTC(2026, 1, 6, 12);
  const told = (publisher: string, hours: number, suffix = "") => ({
    publisher,
    title: `${title}${suffix}`,
    publishedAt: at + hours * 3_600_000,
  });
  test("within a day and a half are suggested as one origin", () => {
    expect(independenceGroups([told("The Star", 0), told("The Sun", 20, " | The Sun")])).toEqual([
      "the-star",
      "the-star",
    ]);
  });
  test("days apart are two", () => {
    expect(independenceGroups([told("The Star", 0), told("The Sun", 60)])).toEqual(["the-star", "the-sun"]);
  });
  test("of unknown time are two", () => {
    const undated = { publisher: "The Sun", title };
    expect(independenceGroups([told("The Star", 0), undated])).toEqual(["the-star", "the-sun"]);
  });
});

import { expect, test } from "vitest";
import { independenceGroups } from "#core/event/independence-groups.ts";

const quote = "The parties agreed to meet again within sixty days, the ministry said.";

test("sources that print the same words are of one origin, whatever their case and punctuation", () => {
  const copies = [
    { publisher: "Gazette", title: "Agreed", quote },
    { publisher: "Courier", title: "A deal", quote: `“${quote.toUpperCase()}”` },
    { publisher: "Herald", title: "A deal", quote: "They agreed." },
  ];
  expect(independenceGroups(copies)).toEqual(["gazette", "gazette", "herald"]);
});

test("a short quote may agree by chance and joins nobody", () => {
  const short = [
    { publisher: "Gazette", title: "Agreed", quote: "We agreed." },
    { publisher: "Courier", title: "Agreed", quote: "We agreed." },
  ];
  expect(independenceGroups(short)).toEqual(["gazette", "courier"]);
});

test("copies of wire stories join the agency they credit, not one they only mention", () => {
  const groups = independenceGroups([
    { publisher: "AP", title: "Envoys meet" },
    { publisher: "Courier", title: "Envoys meet [AP]" },
    { publisher: "Gazette", title: "Envoys meet – Reuters" },
    { publisher: "Herald", title: "How Reuters got the story of the envoys" },
  ]);
  expect(groups).toEqual(["associated-press", "associated-press", "reuters", "herald"]);
});

test("what a moderator states goes before every suggestion, and later copies follow it", () => {
  const groups = independenceGroups([
    { publisher: "Gazette", title: "Agreed", quote, independenceGroup: "ministry" },
    { publisher: "Courier", title: "Agreed", quote },
  ]);
  expect(groups).toEqual(["ministry", "ministry"]);
});

test("a publisher without Latin letters is its own origin", () => {
  expect(independenceGroups([{ publisher: "  عمان ", title: "خبر" }])).toEqual(["عمان"]);
});

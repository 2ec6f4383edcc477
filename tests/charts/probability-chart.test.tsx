import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProbabilityChart } from "#app/_charts/probability-chart.tsx";
import { optionTone } from "#app/_charts/series-tone.ts";

const DAY_MS = 86_400_000;
const from = Date.UTC(2026, 1, 6);
const to = from + 60 * DAY_MS;
const now = from + 30 * DAY_MS;
const crowd = [
  { at: from + DAY_MS, value: 0.4 },
  { at: from + 9 * DAY_MS, value: 0.62 },
];

function chart(props: Partial<Parameters<typeof ProbabilityChart>[0]> = {}): string {
  return renderToStaticMarkup(
    <ProbabilityChart
      title="Probability of yes since 6 Feb 2026"
      from={from}
      to={to}
      now={now}
      series={[{ key: "crowd", label: "Crowd", tone: "crowd", steps: crowd }]}
      {...props}
    />,
  );
}

test("a chart says in words where each line stands, since when, and how far it went", () => {
  expect(chart()).toContain("Crowd: now 62%, from 40% on 7 Feb 2026, between 40% and 62%.");
});

test("a chart's numbers can be read as a table, the latest first", () => {
  const table = /<table.*<\/table>/.exec(chart())?.[0] ?? "";
  expect(
    [...table.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([^<]+)</g)].map((row) => row.slice(1)),
  ).toEqual([
    ["15 Feb 2026, 00:00 UTC", "62%"],
    ["7 Feb 2026, 00:00 UTC", "40%"],
  ]);
});

test("today is marked while the question runs, and not after it", () => {
  expect(chart()).toContain(">Today<");
  expect(chart({ now: to + DAY_MS })).not.toContain(">Today<");
});

test("events are links whose names say the day and the event", () => {
  const html = chart({
    pins: [{ key: "e", at: from + 2 * DAY_MS, label: "Envoy arrives in Muscat", href: "/events/e" }],
  });
  expect(html).toContain('<a href="/events/e" aria-label="8 Feb: Envoy arrives in Muscat"');
});

test("events outside the axis are left out", () => {
  const html = chart({ pins: [{ key: "e", at: from - DAY_MS, label: "Before", href: "/events/e" }] });
  expect(html).not.toContain("/events/e");
});

test("a chart without forecasts says so", () => {
  expect(chart({ series: [{ key: "crowd", label: "Crowd", tone: "crowd", steps: [] }] })).toContain("No forecasts yet");
});

test("a chart needs no script and no style attribute, so that a strict content policy lets it be", () => {
  expect(chart()).not.toMatch(/ style=|<script|<style| on[a-z]+=/);
});

test("no text of a chart is set below eleven pixels", () => {
  const sizes = [...chart().matchAll(/text-\[(\d+)px\]|font-size="(\d+)"/g)].map((match) =>
    Number(match[1] ?? match[2]),
  );
  expect(chart()).toContain("text-xs");
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(11);
});

test("eight options have eight colours", () => {
  expect(new Set(Array.from({ length: 8 }, (_, place) => optionTone(place))).size).toBe(8);
});

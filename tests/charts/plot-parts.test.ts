import { expect, test } from "vitest";
import { shortLabels } from "#app/_charts/chart-series.ts";
import { pinClusters } from "#app/_charts/pin-clusters.ts";
import { plotReadings } from "#app/_charts/plot-readings.ts";
import { meanLead, scoreSpans } from "#app/_charts/score-spans.ts";
import { timeTicks } from "#app/_charts/time-ticks.ts";
import { wrapLabel } from "#app/_charts/wrap-label.ts";

const pin = (key: string, at: number) => ({ key, at, href: `/events/${key}` });

test("events too near to tell apart share one pin, which leads to the first of them", () => {
  const clusters = pinClusters([pin("c", 50), pin("b", 12), pin("a", 10)], 0, 100, 0.05);
  expect(clusters.map(({ at, href, events }) => [at, href, events.length])).toEqual([
    [11, "/events/a", 2],
    [50, "/events/c", 1],
  ]);
});

test("a chain of near events does not draw all of them into one pin", () => {
  const chain = [0, 4, 8, 12].map((at) => pin(String(at), at));
  expect(pinClusters(chain, 0, 100, 0.05).map((cluster) => cluster.events.length)).toEqual([2, 2]);
});

test("an axis of weeks is labelled by days, and names the year where it turns", () => {
  const ticks = timeTicks(Date.UTC(2025, 11, 20), Date.UTC(2026, 0, 20), 5);
  expect(ticks.map((tick) => tick.label)).toEqual(["21 Dec", "28 Dec", "4 Jan ’26", "11 Jan", "18 Jan"]);
});

test("an axis of months names the year on the first and where it turns", () => {
  const labels = timeTicks(Date.UTC(2025, 9, 1), Date.UTC(2026, 3, 1), 7).map((tick) => tick.label);
  expect(labels).toEqual(["Oct 2025", "Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr"]);
});

test("a label is broken between words and ends in an ellipsis when it does not fit", () => {
  expect(wrapLabel("Episodic deals through intermediaries", 15, 2)).toEqual(["Episodic deals", "through…"]);
  expect(wrapLabel("Longer freeze", 15, 2)).toEqual(["Longer freeze"]);
  expect(wrapLabel("Nichtverbreitungsvertrag", 10, 1)).toEqual(["Nichtverb…"]);
});

test("lines are named beside themselves on a phone only where all names are few and short", () => {
  expect(shortLabels(["Crowd", "You"])).toEqual(["Crowd", "You"]);
  expect(shortLabels(["Oman", "Switzerland"])).toEqual(["A", "B"]);
});

test("one score is compared with the other only while both stand", () => {
  const mine = [
    { at: 10, value: -20 },
    { at: 30, value: null },
  ];
  const others = [
    { at: 0, value: -40 },
    { at: 20, value: -10 },
  ];
  const spans = scoreSpans(mine, others, 40);
  expect(spans).toEqual([
    { from: 10, to: 20, mine: -20, others: -40 },
    { from: 20, to: 30, mine: -20, others: -10 },
  ]);
  expect(meanLead(spans)).toEqual({ lead: 5, spanMs: 20 });
});

test("readings for the pointer lie where something stood, and tell each line's value in words", () => {
  const DAY_MS = 86_400_000;
  const crowd = { key: "c", label: "Crowd", tone: "crowd" as const, steps: [{ at: 30 * DAY_MS, value: 0.25 }] };
  const plane = { series: [crowd], from: 0, to: 120 * DAY_MS, until: 60 * DAY_MS, height: 200 };
  const readings = plotReadings({ ...plane, y: (value) => 200 * (1 - value), text: (value) => `${value}` }, "UTC");
  expect(readings).toHaveLength(30);
  expect(readings[0]).toEqual({ share: 0.254, day: "31 Jan 1970", values: [[150, "0.25"]] });
  expect(plotReadings({ ...plane, until: 0, y: () => 0, text: () => "" }, "UTC")).toEqual([]);
});

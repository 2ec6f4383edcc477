import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Instant } from "#app/_components/instant.tsx";
import { dayText, instantText } from "#app/_components/instant-text.ts";
import { relativeText } from "#app/_components/relative-text.ts";

const HOUR_MS = 3_600_000;
const closes = Date.UTC(2026, 3, 7, 19, 59);

test("an instant is told relative first, then absolutely with its zone, on one line", () => {
  const html = renderToStaticMarkup(<Instant at={closes} now={closes - 73 * HOUR_MS} zone="Asia/Muscat" />);
  expect(html.replaceAll(/<[^>]+>/g, "")).toBe("in 3 days (7 Apr 2026, 23:59 Asia/Muscat)");
  expect(html).toContain('dateTime="2026-04-07T19:59:00.000Z"');
});

test("an instant without a now is told absolutely", () => {
  expect(renderToStaticMarkup(<Instant at={closes} />).replaceAll(/<[^>]+>/g, "")).toBe("7 Apr 2026, 19:59 UTC");
});

test("a day is the day in the zone that is told, also across midnight and summer time", () => {
  expect(dayText(Date.UTC(2026, 3, 7, 21), "Asia/Muscat")).toBe("8 Apr 2026");
  expect(instantText(Date.UTC(2026, 6, 1, 0, 5), "Europe/Zurich")).toBe("1 Jul 2026, 02:05 Europe/Zurich");
});

test.each([
  [30_000, "in less than a minute"],
  [-30_000, "just now"],
  [60_000, "in 1 minute"],
  [119 * 60_000, "in 119 minutes"],
  [47.9 * HOUR_MS, "in 47 hours"],
  [71.9 * HOUR_MS, "in 2 days"],
  [-89 * 24 * HOUR_MS, "89 days ago"],
  [-400 * 24 * HOUR_MS, "13 months ago"],
  [-800 * 24 * HOUR_MS, "2 years ago"],
])("%d ms from now is %s: never rounded up, so that no deadline seems later than it is", (span, text) => {
  expect(relativeText(closes + span, closes)).toBe(text);
});

/** Prints what Parley reckons with dates, case by case: the same wherever the server stands. With `naive`, as code that asks the server's own clock face would. */
import fc from "fast-check";
import { horizonPieces } from "#core/calibration/calibration-horizon.ts";
import { coverageGaps } from "#core/criteria/coverage-in-force.ts";
import { criteriaSentence, windowPhrase } from "#core/criteria/criteria-sentence.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import { listedEvent } from "#core/event/import/listed-event.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { seasonOf } from "#core/ranking/season-of.ts";
import { formatDate, formatInstant } from "#core/time/format-instant.ts";
import { localText } from "#core/time/local-text.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { statedInstant } from "#core/time/stated-instant.ts";
import { DAY_MS, HOUR_MS } from "#core/time/time-window.ts";
import { wallClock, zoneOffsetMinutes } from "#core/time/wall-clock.ts";
import { windowGaps } from "#core/time/window-gaps.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import {
  binary,
  coverage,
  dayEvent,
  event,
  frame,
  LATE,
  occurs,
  START,
  sequence,
  UNTIL,
  visit,
} from "#tests/core/criteria/muscat.ts";

const ZONES = ["UTC", "Asia/Muscat", "Pacific/Auckland", "America/St_Johns", "Asia/Tehran", "America/New_York"];
/** Around them clocks change, a year ends, or a day is one of a leap year. */
const EDGES = [
  ...["2024-02-29", "2025-03-01", "2026-01-01", "2026-03-08", "2026-03-29", "2026-04-05", "2026-09-27", "2026-10-25"],
  ...["2026-11-01", "2000-02-29", "1900-03-01", "2100-02-28", "2026-12-31"],
];
const near = fc
  .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }))
  .map(([day, ms]) => Date.parse(`${day}T00:00:00Z`) + ms);
const instants = fc.sample(near, { numRuns: 400, seed: 9 });

function ofInstant(at: number): unknown[] {
  const next = at + 36 * HOUR_MS;
  return ZONES.flatMap((zone) => {
    const local = localText(at, zone);
    const facts = [
      local,
      formatInstant(at, zone),
      formatDate(at, zone),
      wallClock(at, zone),
      zoneOffsetMinutes(at, zone),
    ];
    const phrase = windowPhrase({ from: at, until: next, zone });
    return [...facts, orFault(() => zonedInstant(local, zone)), phrase];
  });
}

function orFault(reckon: () => unknown): unknown {
  try {
    return reckon();
  } catch (error) {
    return (error as Error).message;
  }
}

function ofDay(day: string): unknown[] {
  const row = { headline: "Talks", type: "CONSULT.visit", url: "https://example.org/a" };
  const read = ["", "T10:00:00Z", "T23:30:00+13:45", "T00:10:00-03:30"].map((rest) => [
    statedDay(day + rest),
    statedInstant(day + rest),
    listedEvent({ ...row, date: day + rest, published: day + rest }),
  ]);
  return [read, ...ZONES.map((zone) => orFault(() => zonedInstant(day, zone)))];
}

/** A question's life around its close, and the season it falls in. */
function ofClose(closesAt: number): unknown[] {
  const facts = { submittedAt: 0, publishedAt: 1, opensAt: closesAt - DAY_MS, closesAt, pending: null, final: null };
  const around = [-DAY_MS - 1, -DAY_MS, -1, 0, 1, DAY_MS].map((ms) => questionStatus(facts, closesAt + ms));
  return [
    around,
    seasonOf(closesAt),
    horizonPieces({ fromAt: closesAt - 40 * DAY_MS, untilAt: closesAt, answerAt: closesAt }),
  ];
}

/** Answers by events and by absence: windows, lags and gaps of what is known. */
function ofRules(shift: number): unknown[] {
  const window = {
    ...frame.window,
    from: START + shift,
    until: UNTIL + shift,
    zone: ZONES[shift % ZONES.length] ?? "UTC",
  };
  const criteria = binary(sequence([occurs(visit), occurs(visit)], 3), { window });
  const absent = binary(occurs({ types: ["AID"] }), { window });
  const log = [dayEvent("a", 1), event("b", START + 2 * DAY_MS + shift), dayEvent("c", 5)];
  const statements = [
    coverage("x", { coversFrom: START, coversUntil: UNTIL - DAY_MS }),
    coverage("y", { coversFrom: UNTIL - HOUR_MS }),
  ];
  return [
    [criteria, absent].map((each) => [criteriaSentence(each), evaluate(each, log, statements, LATE)]),
    coverageGaps(visit, window, statements),
    windowGaps(window, [{ from: START + 1, until: START + DAY_MS }]),
  ];
}

/** What must not be: a calendar read off the machine's own clock. */
function naive(at: number): unknown[] {
  const day = new Date(at);
  return [day.getDate(), new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime(), day.toString()];
}

const figures =
  process.argv[2] === "naive"
    ? instants.map(naive)
    : [
        ...instants.map(ofInstant),
        ...EDGES.map(ofDay),
        ...instants.map(ofClose),
        ...Array.from({ length: 40 }, (_, i) => ofRules(i * HOUR_MS)),
      ];
for (const figure of figures) console.log(JSON.stringify(figure));

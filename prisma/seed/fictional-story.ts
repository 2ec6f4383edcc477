import { formatDate } from "#core/time/format-instant.ts";
import { binary, DAY_MS, HOUR_MS, occurs, type Story, type StoryQuestion } from "./story.ts";

/** Countries that do not exist, under codes that ISO 3166 leaves to everybody's own use. */
const VALDORIA = { code: "XVA", name: "Valdoria (fictional)" };
const KESSIM = { code: "XKE", name: "Kessim (fictional)" };
const ORMUND = { code: "XOR", name: "Ormund (fictional)" };

/** What is asked: the tag that decides it, the days (before today) of its window, and the day it happened, if it did. */
interface Line {
  readonly title: string;
  readonly type: string;
  readonly tag: string;
  readonly opens: number;
  readonly closes: number;
  readonly happens?: number;
  /** How it is reported. */
  readonly told?: string;
  readonly drift: number;
}

const LINES: readonly Line[] = [
  {
    title: "Will the ferry ministers of Valdoria and Kessim meet",
    type: "CONSULT",
    tag: "ministers",
    opens: 300,
    closes: 240,
    happens: 262,
    told: "Ferry ministers of Valdoria and Kessim meet in Aldermere",
    drift: 0.6,
  },
  {
    title: "Will Kessim reopen the north pier",
    type: "RETREAT.access",
    tag: "north-pier",
    opens: 295,
    closes: 230,
    drift: 0.35,
  },
  {
    title: "Will Ormund publish its survey of the strait",
    type: "COOPERATE",
    tag: "survey",
    opens: 280,
    closes: 225,
    happens: 240,
    told: "Ormund publishes its survey of the strait",
    drift: 0.7,
  },
  {
    title: "Will Valdoria lift its toll on lamp oil",
    type: "CONCEDE",
    tag: "toll",
    opens: 270,
    closes: 210,
    drift: 0.3,
  },
  {
    title: "Will the night ferry sail again",
    type: "COOPERATE",
    tag: "night-ferry",
    opens: 255,
    closes: 200,
    happens: 221,
    told: "The night ferry sails again",
    drift: 0.55,
  },
  {
    title: "Will a pilot boat be seized",
    type: "COERCE.seize",
    tag: "pilot-boat",
    opens: 250,
    closes: 190,
    drift: 0.2,
  },
  {
    title: "Will the two harbour masters sign a common timetable",
    type: "AGREE",
    tag: "timetable",
    opens: 240,
    closes: 175,
    happens: 192,
    told: "Harbour masters sign a common timetable",
    drift: 0.6,
  },
  {
    title: "Will Kessim threaten to close the strait",
    type: "THREATEN",
    tag: "closure",
    opens: 220,
    closes: 160,
    happens: 185,
    told: "Kessim threatens to close the strait",
    drift: 0.4,
  },
  {
    title: "Will Ormund host a third round",
    type: "CONSULT",
    tag: "third-round",
    opens: 200,
    closes: 140,
    drift: 0.55,
  },
  {
    title: "Will the stranded crews be released",
    type: "RETREAT.release",
    tag: "crews",
    opens: 190,
    closes: 120,
    happens: 133,
    told: "Stranded crews are released",
    drift: 0.65,
  },
  {
    title: "Will Valdoria leave the pilots' convention",
    type: "SANCTION.withdraw",
    tag: "convention",
    opens: 170,
    closes: 110,
    drift: 0.15,
  },
  {
    title: "Will a relief cargo reach the outer islands",
    type: "AID",
    tag: "relief",
    opens: 150,
    closes: 95,
    happens: 104,
    told: "Relief cargo reaches the outer islands",
    drift: 0.7,
  },
  {
    title: "Will the customs houses exchange their ledgers",
    type: "COOPERATE",
    tag: "ledgers",
    opens: 130,
    closes: 70,
    drift: 0.4,
  },
  {
    title: "Will the ministers name a joint harbour commission",
    type: "AGREE",
    tag: "commission",
    opens: 110,
    closes: 45,
    happens: 58,
    told: "Ministers name a joint harbour commission",
    drift: 0.5,
  },
  {
    title: "Will the lighthouse be lit by both crews",
    type: "COOPERATE",
    tag: "lighthouse",
    opens: 60,
    closes: 8,
    happens: 12,
    told: "Both crews light the lighthouse",
    drift: 0.6,
  },
  { title: "Will the winter crossing be insured", type: "AGREE", tag: "insurance", opens: 30, closes: -40, drift: 0.5 },
  {
    title: "Will Kessim send a full ambassador to Ormund",
    type: "COOPERATE",
    tag: "ambassador",
    opens: 21,
    closes: -75,
    drift: 0.35,
  },
];

type SeedEvent = Story["events"][number];

/** Midday of a day so many days ago, when what happened happened, and the evening, when it was reported. */
function happening({ type, tag, told = tag, happens = 0 }: Line, today: number): SeedEvent {
  const from = today - happens * DAY_MS + 10 * HOUR_MS;
  return {
    headline: told,
    description: "Part of the fictional demonstration. Nothing of this happened.",
    type,
    occurredFrom: new Date(from),
    occurredUntil: new Date(from + 2 * HOUR_MS),
    precision: "instant",
    country: VALDORIA.code,
    placeName: "Aldermere",
    tags: [tag, "fictional"],
    actors: [
      { ...VALDORIA, role: "participant" },
      { ...KESSIM, role: "participant" },
      { ...ORMUND, role: "mediator" },
    ],
    sources: [
      source("Aldermere Gazette", "gazette", tag, from + 5 * HOUR_MS),
      source("Strait Wire", "wire", tag, from + 7 * HOUR_MS),
    ],
  };
}

function source(publisher: string, group: string, tag: string, publishedAt: number): SeedEvent["sources"][number] {
  return {
    url: `https://${group}.example.org/${tag}`,
    publisher: `${publisher} (fictional)`,
    title: `On the ${tag.replaceAll("-", " ")}`,
    publishedAt: new Date(publishedAt),
    tier: "press",
    independenceGroup: group,
  };
}

function asked(line: Line, today: number): StoryQuestion {
  const [from, until] = [today - line.opens * DAY_MS, today - line.closes * DAY_MS];
  const match = {
    types: [line.type.split(".", 1)[0] ?? line.type],
    actors: { all: [VALDORIA.code, KESSIM.code] },
    tags: [line.tag],
  };
  const isNews = line.happens !== undefined;
  return {
    title: `${line.title} by ${formatDate(until - 1, "UTC")}? (fictional)`,
    background: "Part of the fictional demonstration.",
    opensAt: from,
    closesAt: until,
    criteria: { ...binary({ from, until, zone: "UTC" }, occurs(match)), minimumSourceGroups: 2 },
    drift: isNews ? Math.max(line.drift, 0.55) : line.drift,
    ...(isNews ? { newsAt: today - (line.happens ?? 0) * DAY_MS + 15 * HOUR_MS } : {}),
  };
}

/** A number: how often both governments appear together in the log. */
function counted(opens: number, closes: number, today: number): StoryQuestion {
  const [from, until] = [today - opens * DAY_MS, today - closes * DAY_MS];
  return {
    title: `How many joint acts of Valdoria and Kessim will be logged by ${formatDate(until - 1, "UTC")}? (fictional)`,
    background: "Part of the fictional demonstration.",
    opensAt: from,
    closesAt: until,
    criteria: {
      window: { from, until, zone: "UTC" },
      minimumSourceGroups: 2,
      settlementLagHours: 24,
      measure: "count",
      match: { types: [], actors: { all: [VALDORIA.code, KESSIM.code] } },
    },
    range: { min: 0, max: 20, zeroPoint: null, openLower: false, openUpper: true, unit: "acts" },
    drift: 0.3,
    ...(until > today ? { hasMarket: true, bucketBounds: [4, 7, 10] } : {}),
  };
}

const SUMMARY = `**Nothing here happened.** Valdoria, Kessim and Ormund do not exist, nor does the Strait of Aldermere. This topic shows what a watched story looks like once many of its questions are resolved: boards, calibration, answers by absence under signed coverage, and a proposal in the admin's queue.

The forecasters are simulated.`;

/** A made-up strait with a made-up quarrel, dated from the day the instance is started. */
export function fictionalStory(today: number): Story {
  return {
    slug: "aldermere-strait-fictional",
    title: "The Strait of Aldermere (fictional)",
    summary: SUMMARY,
    isFictional: true,
    questions: [...LINES.map((line) => asked(line, today)), counted(250, 60, today), counted(20, -60, today)],
    events: LINES.filter((line) => line.happens !== undefined).map((line) => happening(line, today)),
    signals: [
      {
        name: "Valdoria and Kessim act together",
        note: "Every sign that the two harbours get along.",
        match: { types: ["CONSULT", "AGREE", "COOPERATE"], actors: { all: [VALDORIA.code, KESSIM.code] } },
      },
      {
        name: "Access to the strait",
        note: "Piers and lanes opened or granted.",
        match: { types: ["RETREAT", "AGREE"], actors: { any: [VALDORIA.code, KESSIM.code, ORMUND.code] } },
      },
    ],
    coverage: [
      {
        from: today - 310 * DAY_MS,
        until: today - 5 * DAY_MS,
        note: "Both harbour gazettes and the wire were read each day.",
      },
    ],
  };
}

import type { Match, Rule } from "#core/criteria/criteria.ts";
import { formatDate } from "#core/time/format-instant.ts";
import { MUSCAT_EVENTS } from "./muscat-events.ts";
import { binary, DAY_MS, occurs, type Story, type StoryQuestion } from "./story.ts";

const ZONE = "Asia/Muscat";
const BOTH = { all: ["USA", "IRN"] };
/** The pause was announced on 6 February 2026; sixty days later, at the end of the day in Muscat. */
const PAUSE_AT = Date.UTC(2026, 1, 6, 20);
const SIXTY_DAYS_AT = Date.UTC(2026, 3, 7, 20);

const envoysInOman: Match = { types: ["CONSULT"], actors: BOTH, places: { any: ["OMN"] } };
const jointStatement: Match = { types: ["AGREE.joint-statement"], actors: BOTH };
const timetable: Match = { types: ["AGREE.timetable"], actors: BOTH };
const exchange: Match = { types: ["RETREAT.release", "COOPERATE.prisoner-exchange"], actors: BOTH };
const exceptions: Match = { types: ["CONCEDE.humanitarian-exception"], roles: { initiator: ["USA"] } };
const incident: Match = { types: ["ASSAULT", "COERCE.seize"], actors: { any: ["IRN"] }, tags: ["maritime"] };
const package_: Match = { types: ["AGREE.package"], actors: BOTH };
const partialDeal: Match = { types: ["AGREE"], actors: { all: ["IRN"], any: ["USA", "OMN"] } };

interface Asked {
  readonly hasMarket?: boolean;
  readonly title: string;
  readonly background: string;
  readonly match: Match;
  readonly from: number;
  readonly until: number;
  readonly drift: number;
  readonly newsAt?: number;
}

function signal({ match, from, until, ...words }: Asked): StoryQuestion {
  const criteria = binary({ from, until, zone: ZONE, lagHours: 72 }, occurs(match));
  return { ...words, opensAt: from, closesAt: until, criteria };
}

/** What the log has decided already. */
const DECIDED: readonly StoryQuestion[] = [
  signal({
    title: "Will United States and Iranian envoys meet in Oman by 30 April 2025?",
    background: "Asked after pressure was restored and before any channel was public.",
    match: envoysInOman,
    from: Date.UTC(2025, 1, 20),
    until: Date.UTC(2025, 3, 30, 20),
    drift: 0.7,
    newsAt: Date.UTC(2025, 3, 13, 15),
    hasMarket: true,
  }),
  signal({
    title: "Will United States forces strike a target in Iran by 31 July 2025?",
    background: "An attack by air, sea or land that a primary source or two independent ones report.",
    match: { types: ["ASSAULT"], roles: { initiator: ["USA"], recipient: ["IRN"] } },
    from: Date.UTC(2025, 4, 1),
    until: Date.UTC(2025, 6, 31, 20),
    drift: 0.55,
    newsAt: Date.UTC(2025, 5, 23, 21),
  }),
  signal({
    title: "Will the United States announce a new economic measure over Iran by 28 February 2026?",
    background: "Sanctions, tariffs or a cut in exchange, announced by the government itself.",
    match: { types: ["SANCTION"], roles: { initiator: ["USA"], recipient: ["IRN"] } },
    from: Date.UTC(2025, 11, 20),
    until: Date.UTC(2026, 1, 28, 20),
    drift: 0.75,
    newsAt: Date.UTC(2026, 1, 6, 22),
  }),
];

/** Asked on the day of the pause, within sixty days. */
const AT_THE_PAUSE: readonly StoryQuestion[] = [
  signal({
    title: "Will an envoy round be held in Oman by 7 April 2026?",
    background: "The first signal observers named: negotiators return to Muscat.",
    match: envoysInOman,
    from: PAUSE_AT,
    until: SIXTY_DAYS_AT,
    drift: 0.45,
  }),
  signal({
    title: "Will the parties issue a joint statement by 7 April 2026?",
    background: "One text in the name of both governments, whatever it says.",
    match: jointStatement,
    from: PAUSE_AT,
    until: SIXTY_DAYS_AT,
    drift: 0.25,
  }),
];

/** Open on the day the instance is started, for the next sixty or ninety days. */
function openSignals(today: number): StoryQuestion[] {
  const from = today - 30 * DAY_MS;
  const by = (days: number) => ({
    from,
    until: today + days * DAY_MS,
    on: formatDate(today + days * DAY_MS - 1, "UTC"),
  });
  const [sixty, ninety] = [by(60), by(90)];
  return [
    signal({
      title: `Will an envoy round be held in Oman by ${sixty.on}?`,
      background: "The same signal, asked again for the time ahead.",
      match: envoysInOman,
      ...sixty,
      drift: 0.4,
      hasMarket: true,
    }),
    signal({
      title: `Will the parties announce an agreed timetable by ${ninety.on}?`,
      background: "Dates for further rounds or steps, announced by both sides or by the mediator for both.",
      match: timetable,
      ...ninety,
      drift: 0.3,
    }),
    signal({
      title: `Will prisoners be exchanged or released between the parties by ${ninety.on}?`,
      background: "A confidence-building step that needs no agreement on the substance.",
      match: exchange,
      ...ninety,
      drift: 0.35,
    }),
    signal({
      title: `Will the United States grant humanitarian exceptions to its sanctions by ${ninety.on}?`,
      background: "A licence or waiver for food, medicine or relief, published by the government.",
      match: exceptions,
      ...ninety,
      drift: 0.5,
    }),
    signal({
      title: `Will a maritime incident that involves Iran be reported by ${sixty.on}?`,
      background: "A seizure of, or an attack on, a vessel: the miscalculation that a long freeze makes likelier.",
      match: incident,
      ...sixty,
      drift: 0.6,
    }),
  ];
}

/** A date: when the channel is next used in person. */
function nextRound(today: number): StoryQuestion {
  const [from, until] = [today - 45 * DAY_MS, today + 120 * DAY_MS];
  const match: Match = { types: ["CONSULT"], actors: BOTH };
  return {
    title: "When will envoys of the United States and Iran next meet?",
    background: "The first meeting of both in the log from the opening on, wherever it takes place.",
    opensAt: from,
    closesAt: until,
    criteria: {
      window: { from, until, zone: ZONE },
      minimumSourceGroups: 1,
      settlementLagHours: 72,
      first: match,
    },
    range: { min: from, max: until, zeroPoint: null, openLower: false, openUpper: true, unit: "" },
    drift: 0.6,
    hasMarket: true,
    bucketBounds: [20, 50, 85].map((days) => today + days * DAY_MS),
  };
}

const SCENARIOS = ["Longer freeze", "Episodic, issue-by-issue deals", "Narrow, verifiable package"] as const;

function scenarios(today: number): StoryQuestion {
  const [from, until] = [today - 45 * DAY_MS, today + 120 * DAY_MS];
  const rules: [string, Rule][] = [
    [SCENARIOS[2], occurs(package_)],
    [SCENARIOS[1], occurs(partialDeal, 2)],
    [SCENARIOS[0], { kind: "not", rule: { kind: "any", rules: [occurs(package_), occurs(partialDeal, 2)] } }],
  ];
  return {
    title: `Which course will the Muscat channel have taken by ${formatDate(until - 1, "UTC")}?`,
    background:
      "The three scenarios that observers hold. A narrow package is one agreement of both parties on mutual steps; episodic deals are two or more agreements with Iran, through Oman or directly; a longer freeze is neither.",
    opensAt: from,
    closesAt: until,
    options: SCENARIOS,
    criteria: {
      window: { from, until, zone: ZONE },
      minimumSourceGroups: 1,
      settlementLagHours: 72,
      options: rules.slice(0, 2).map(([optionId, rule]) => ({ optionId, rule })),
      otherwise: SCENARIOS[0],
    },
    drift: 0.58,
    isScenarios: true,
    hasMarket: true,
  };
}

const SUMMARY = `On 6 February 2026 a round of talks between Iran, the United States and Oman was declared "temporarily" concluded, without a public account of its substance. Three courses are open:

1. technical work goes on and negotiators return to secure a **narrow, verifiable package** of mutual steps;
2. **episodic deals**, issue by issue, through Oman or other intermediaries;
3. a **longer freeze**, with a growing risk of miscalculation.

The signals to watch are concrete: the return of envoys, a joint statement, an agreed timetable; a prisoner exchange, humanitarian exceptions to sanctions, quiet or incident at sea.

Every event below cites a public document. The forecasts are simulated, for demonstration.`;

const SIGNALS: Story["signals"] = [
  {
    name: "Talks between Washington and Tehran",
    note: "Whether the channel is alive.",
    match: { types: ["CONSULT"], actors: { all: ["USA", "IRN"] } },
  },
  {
    name: "Sanctions and pressure on Iran",
    note: "What narrows the room for a package.",
    match: { types: ["SANCTION", "COERCE", "THREATEN"], actors: { all: ["IRN"] } },
  },
  {
    name: "Releases and humanitarian steps",
    note: "A prisoner exchange or an exception would come first.",
    match: { types: ["RETREAT.release", "AID", "CONCEDE"], actors: { any: ["IRN", "USA"] } },
  },
];

/** The paused Iran–United States–Oman talks, told from public documents up to 6 February 2026. */
export function muscatStory(today: number): Story {
  return {
    slug: "muscat-channel",
    title: "The Muscat channel",
    summary: SUMMARY,
    isFictional: false,
    questions: [...DECIDED, ...AT_THE_PAUSE, ...openSignals(today), nextRound(today), scenarios(today)],
    events: MUSCAT_EVENTS,
    signals: SIGNALS,
    coverage: [],
  };
}

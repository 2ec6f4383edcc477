import type { BundleText } from "#services/bundle/bundle-document.ts";

const even = (from: number, to: number) => Array.from({ length: 201 }, (_, i) => from + ((to - from) * i) / 200);
const frame = { opensAt: "2026-01-01T00:00:00Z", closesAt: "2026-01-11T00:00:00Z", topic: "harbour" };
const known = { knownAt: "2026-01-10T00:00:00Z" };
/** A bundle with one record at least of each kind, and nothing wrong with it. */
export function smallBundle(): BundleText {
  return {
    format: "parley-bundle",
    version: 1,
    topics: [
      {
        id: "harbour",
        title: "The harbour",
        summary: "A story.",
        signals: [{ name: "Visits", match: { types: ["CONSULT"] } }],
      },
    ],
    questions: questions(),
    forecasters: [
      { id: "a", name: "Ann" },
      { id: "b", name: "Bob" },
    ],
    forecasts: forecasts(),
    comments: [{ questionId: "yes", forecasterId: "a", madeAt: "2026-01-02T00:00:00Z", text: "Because." }],
    actors: [{ code: "XQA", name: "Quarria" }],
    events: events(),
    coverage: [{ id: "c1", topic: "harbour", coversFrom: "2026-01-01T00:00:00Z", coversUntil: "2026-01-11T00:00:00Z" }],
    tournaments: [
      {
        id: "cup",
        title: "The cup",
        startsAt: "2026-01-01T00:00:00Z",
        endsAt: "2026-02-01T00:00:00Z",
        questions: [{ questionId: "yes", weight: 2 }, { questionId: "many" }],
      },
    ],
    markets: [{ questionId: "yes", liquidityMicros: "100000000", openingPrices: [0.5, 0.5] }],
    orders: [],
    trades: trades(),
  };
}

function questions(): BundleText["questions"] {
  return [
    {
      id: "yes",
      type: "binary",
      title: "Yes?",
      ...frame,
      resolution: { outcome: true, ...known, evidence: [{ event: "e1" }], coverage: ["c1"] },
    },
    {
      id: "which",
      type: "multiple_choice",
      title: "Which?",
      ...frame,
      options: ["a", "b"],
      resolution: { outcome: "b", ...known },
    },
    {
      id: "many",
      type: "numeric",
      title: "How many?",
      ...frame,
      range: { min: 0, max: 100, openLower: false, openUpper: true },
      resolution: { outcome: 6, ...known },
    },
    {
      id: "when",
      type: "date",
      title: "When?",
      ...frame,
      range: { min: "2026-01-01", max: "2026-03-01T00:00:00Z", openLower: false, openUpper: false },
      resolution: { outcome: "2026-02-06", ...known },
    },
  ];
}

function forecasts(): BundleText["forecasts"] {
  return [
    { questionId: "yes", forecasterId: "a", madeAt: "2026-01-02T00:00:00Z", probability: 0.7 },
    {
      questionId: "yes",
      forecasterId: "b",
      madeAt: "2026-01-02T00:00:00Z",
      endedAt: "2026-01-05T00:00:00Z",
      probability: 0.4,
    },
    { questionId: "which", forecasterId: "a", madeAt: "2026-01-02T00:00:00Z", probabilities: [0.25, 0.75] },
    { questionId: "many", forecasterId: "a", madeAt: "2026-01-02T00:00:00Z", cdf: even(0, 0.9) },
    { questionId: "when", forecasterId: "b", madeAt: "2026-01-02T00:00:00Z", cdf: even(0, 1) },
  ];
}

function events(): NonNullable<BundleText["events"]> {
  return [
    {
      id: "e1",
      topic: "harbour",
      headline: "A visit",
      type: "CONSULT.visit",
      occurredFrom: "2026-01-03T00:00:00Z",
      occurredUntil: "2026-01-04T00:00:00Z",
      precision: "day",
      actors: [{ code: "XQA", role: "initiator" }],
      sources: [
        {
          url: "https://example.org/a",
          publisher: "The Example",
          title: "A visit",
          publishedAt: "2026-01-04T00:00:00Z",
          tier: "press",
        },
      ],
    },
  ];
}

function trades(): NonNullable<BundleText["trades"]> {
  return [
    {
      questionId: "yes",
      number: 1,
      madeAt: "2026-01-02T00:00:00Z",
      forecasterId: "a",
      action: "buy",
      outcome: 0,
      side: "yes",
      sharesMicros: "10000000",
      costMicros: "5124948",
      legs: [{ sharesMicros: "10000000", takerMicros: "5124948" }],
    },
  ];
}

/** The bundle with one member changed, by its place: `questions[3].range.max`. Undefined takes it away. */
export function changed(place: string, value: unknown, bundle: object = smallBundle()): object {
  const path = place.split(/[.[\]]+/).filter((part) => part !== "");
  const last = path.pop() as string;
  const holder = path.reduce<Record<string, unknown>>(
    (at, part) => at[part] as Record<string, unknown>,
    bundle as never,
  );
  if (value === undefined) delete holder[last];
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return bundle;
}

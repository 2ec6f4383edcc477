import fc from "fast-check";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { marketRecords } from "./any-market.ts";
import {
  type AnyForecast,
  type AnyQuestion,
  anyQuestion,
  DAY_MS,
  iso,
  optionsOf,
  prose,
  questionText,
  rangeOf,
  START,
  spanOf,
} from "./any-question.ts";

const HOUR_MS = 3_600_000;

type EventText = NonNullable<BundleText["events"]>[number];

interface AnyEvent {
  readonly headline: string;
  readonly day: number;
  readonly magnitude: number | null;
  readonly statuses: readonly ("reported" | "disputed" | "retracted")[];
  readonly quote: string | null;
  readonly isMerged: boolean;
}

interface AnyBundle {
  readonly names: readonly string[];
  readonly bots: readonly boolean[];
  readonly isFictional: boolean;
  readonly questions: readonly AnyQuestion[];
  readonly events: readonly AnyEvent[];
  readonly coverage: readonly number[];
}

const handle = fc
  .string({ unit: fc.constantFrom("a", "b", "é", "ह", "𐐨", "z", "7", "-", "."), minLength: 1, maxLength: 8 })
  .map((text) => `p${text}`);

const anyParts: fc.Arbitrary<AnyBundle> = fc.record({
  names: fc.uniqueArray(handle, { minLength: 4, maxLength: 4 }),
  bots: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  isFictional: fc.boolean(),
  questions: fc.array(anyQuestion, { minLength: 1, maxLength: 2 }),
  events: fc.array(
    fc.record({
      headline: prose,
      day: fc.nat(40),
      magnitude: fc.option(fc.double({ min: -1e18, max: 1e18, noNaN: true })),
      statuses: fc.array(fc.constantFrom("reported", "disputed", "retracted"), { minLength: 1, maxLength: 3 }),
      quote: fc.option(prose),
      isMerged: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  coverage: fc.array(fc.nat(30), { maxLength: 3 }),
});

let made = 0;

/** A bundle of one topic in the words of an export, with ids that no other has. */
export const anyBundle: fc.Arbitrary<BundleText> = anyParts.map((parts) => bundleOf(parts, `instance-${++made}`));

const uuid = (kind: number, of: string, n: number) =>
  `0199${kind}000-0000-7000-8000-${(Number(/\d+$/.exec(of)?.[0]) * 100 + n).toString(16).padStart(12, "0")}`;

function bundleOf(parts: AnyBundle, topic: string): BundleText {
  const nameOf = (person: number) => `${parts.names[person]}-${topic}`;
  const events = parts.events.map((event, i) => eventText(event, topic, i));
  mergeFirst(parts, events);
  const [first] = events;
  const evidence = first && [{ event: first.id, revision: (first.earlier?.length ?? 0) + 1 }];
  const questions = parts.questions.map((drawn, i) =>
    questionText(drawn, `${topic}-question-${i}`, { topic, evidence }),
  );
  const markets = parts.questions.flatMap((drawn, i) => marketOf(drawn, questions[i]?.id ?? "", nameOf));
  const said = parts.questions.map((drawn, i) => historyOf(drawn, questions[i]?.id ?? "", nameOf));
  const forecasts = said.flatMap((each) => each.forecasts);
  const trades = markets.flatMap((each) => each.trades);
  const orders = markets.flatMap((each) => each.orders);
  const spoke = new Set([...forecasts, ...trades, ...orders].map(({ forecasterId }) => forecasterId));
  const joined = parts.questions.flatMap(({ weight }, i) =>
    weight === null ? [] : [{ questionId: questions[i]?.id ?? "", weight }],
  );
  const tournament = {
    id: `${topic}-cup`,
    title: "A cup",
    summary: " ",
    startsAt: iso(START),
    endsAt: "2999-01-01T00:00:00.000Z",
  };
  // Where nothing names the actor, nothing says what it is called.
  const isNamed = events.length > 0 || parts.questions.some(({ rules }) => rules.includes("rule"));
  const choice = questions.find(({ type }) => type === "multiple_choice");
  return {
    format: "parley-bundle",
    version: 1,
    topics: [
      {
        id: topic,
        title: ` ${topic} `,
        summary: "A story.\n",
        isFictional: parts.isFictional,
        ...(choice ? { scenarios: choice.id } : {}),
        signals: [{ name: "Visits", match: { types: ["CONSULT"] } }],
      },
    ],
    questions,
    forecasters: [0, 1, 2, 3].flatMap((person) => {
      const name = nameOf(person);
      const isBot = parts.bots[person] === true;
      return spoke.has(name) ? [{ id: name, name, isBot, ...(person === 3 ? { isSimulated: true } : {}) }] : [];
    }),
    forecasts,
    comments: said.flatMap((each) => each.comments),
    actors: isNamed ? [{ code: "XQA", name: "Quarria" }] : [],
    events,
    coverage: parts.coverage.map((day, i) => ({
      id: uuid(3, topic, i),
      topic,
      types: i % 2 === 0 ? ["CONSULT"] : [],
      actors: i % 2 === 0 ? [] : ["XQA"],
      coversFrom: iso(START),
      coversUntil: iso(START + (1 + day) * DAY_MS),
      note: "",
      signedAt: iso(START + (40 + i) * DAY_MS),
      ...(i > 0 ? { supersedes: uuid(3, topic, i - 1) } : {}),
    })),
    tournaments: joined.length > 0 ? [{ ...tournament, questions: joined }] : [],
    markets: markets.map((each) => each.market),
    orders,
    trades,
  };
}

function eventText({ headline, day, magnitude, statuses, quote }: AnyEvent, topic: string, place: number): EventText {
  const from = START + day * DAY_MS;
  const revisions = statuses.map((status, i) => ({
    headline: `${headline} ${i}`,
    description: i === 0 ? "" : " It was told anew. ",
    type: "CONSULT.visit",
    occurredFrom: iso(from),
    occurredUntil: iso(from + DAY_MS),
    precision: "day" as const,
    country: i % 2 === 0 ? "OMN" : null,
    placeName: i % 2 === 0 ? "Muscat" : null,
    tags: ["version-0"],
    magnitude: magnitude === null ? null : { value: magnitude, unit: i === 0 ? "" : "ships" },
    actors: [
      { code: "XQA", role: "initiator" as const },
      { code: "OMN", role: "mediator" as const },
    ],
    sources: [
      {
        url: `https://example.org/${topic}/${place}`,
        publisher: "The Example",
        title: headline,
        publishedAt: iso(from + HOUR_MS),
        tier: "press" as const,
        independenceGroup: "the-example",
        quote,
        language: "en",
        archiveUrl: null,
      },
    ],
    status,
    ...(i === 0 ? {} : { reason: "More is known." }),
    recordedAt: iso(from + (2 + i) * DAY_MS),
  }));
  const latest = revisions.pop() as (typeof revisions)[number];
  return { id: uuid(2, topic, place), topic, ...latest, ...(revisions.length > 0 ? { earlier: revisions } : {}) };
}

/** Merges the second event into the first, where it was drawn so. */
function mergeFirst({ events: drawn }: AnyBundle, events: EventText[]): void {
  const [into, merged] = events;
  if (!into || !merged || !drawn[1]?.isMerged) return;
  merged.status = "retracted";
  merged.mergedInto = { event: into.id, revision: (into.earlier?.length ?? 0) + 1 };
}

function marketOf(drawn: AnyQuestion, questionId: string, nameOf: (person: number) => string) {
  if (!drawn.market) return [];
  const range = rangeOf(drawn);
  const numberOf = (value: number | string) => (typeof value === "number" ? value : Date.parse(value));
  const [min, max] = range ? [numberOf(range.min), numberOf(range.max)] : [0, 0];
  const bucketBounds = range ? [min + (max - min) * 0.25, min + (max - min) * 0.7] : [];
  const outcomes = range ? 3 : drawn.type === "binary" ? 2 : optionsOf(drawn).length;
  const at = { questionId, opensAt: spanOf(drawn).opensAt, outcomes, bucketBounds, isClosed: drawn.answers.length > 0 };
  return [marketRecords(drawn.market, at, nameOf)];
}

function statementOf({ type, options, openLower, openUpper }: AnyQuestion, value: number) {
  if (type === "binary") return { probability: value };
  if (type === "multiple_choice") {
    const rest = (1 - value) / (options - 1);
    return { probabilities: Array.from({ length: options }, (_, k) => (k === 0 ? value : rest)) };
  }
  const [below, above] = [openLower ? value / 3 : 0, openUpper ? value / 3 : 0];
  const cdf = Array.from({ length: 201 }, (_, i) => below + (1 - above - below) * (i / 200) ** (0.5 + value));
  return { cdf: openUpper ? cdf : cdf.with(200, 1) };
}

/** The forecasts on a question and what was written with them, in the order and the words of an export. */
function historyOf(drawn: AnyQuestion, questionId: string, nameOf: (person: number) => string) {
  const inOrder = drawn.forecasts.toSorted((one, other) => one.hour - other.hour);
  const at = ({ hour }: AnyForecast) => spanOf(drawn).opensAt + hour * HOUR_MS;
  const own = (person: number) => inOrder.filter((forecast) => forecast.person === person);
  const rows = inOrder.map((forecast) => {
    const all = own(forecast.person);
    const next = all[all.indexOf(forecast) + 1];
    const madeAt = at(forecast);
    const endedAt =
      next && at(next) === madeAt
        ? madeAt
        : forecast.endsAfter !== null && (!next || madeAt + forecast.endsAfter * HOUR_MS < at(next))
          ? madeAt + forecast.endsAfter * HOUR_MS
          : undefined;
    const same = all.filter((other) => other.hour === forecast.hour);
    const place = same.indexOf(forecast);
    const frame = { questionId, forecasterId: nameOf(forecast.person), madeAt: iso(madeAt) };
    return {
      forecast: {
        ...frame,
        ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
        ...statementOf(drawn, forecast.value),
      },
      comments:
        forecast.text === null
          ? []
          : [{ ...frame, ...(place < same.length - 1 ? { place } : {}), text: forecast.text }],
    };
  });
  return { forecasts: rows.map(({ forecast }) => forecast), comments: rows.flatMap(({ comments }) => comments) };
}

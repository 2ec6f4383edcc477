import type { LogEventInput } from "#services/event/input.ts";
import { logEvent } from "#services/event/log-event.ts";
import { type Benchmark, type Figure, timingFigures, timings } from "./benchmark.ts";
import { chanceFrom } from "./chance.ts";
import { type BenchDatabase, fill, onEmbedded, onPostgres } from "./databases.ts";
import { COUNTRIES, filledLog, TYPES } from "./filled-log.ts";
import { idText } from "./filled-people.ts";

const SIZES = [
  { events: 10_000, questions: 200 },
  { events: 10_000, questions: 2_000 },
  { events: 100_000, questions: 200 },
  { events: 100_000, questions: 2_000 },
];
const WARM_UP = 20;
const ROUNDS = 100;

/** What is logged in each round: between two countries, a day ago, on one source. */
function happenings(): LogEventInput[] {
  const chance = chanceFrom(11);
  const oneOf = (list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? "";
  const at = Date.now() - 86_400_000;
  return Array.from({ length: WARM_UP + ROUNDS }, (_, n) => ({
    topicId: idText("to", 0),
    headline: `Something ${n} happens`,
    type: oneOf(TYPES),
    occurredFrom: new Date(at),
    occurredUntil: new Date(at + 60_000),
    precision: "instant",
    country: oneOf(COUNTRIES),
    actors: ["initiator", "recipient"].map((role) => ({
      code: `${oneOf(COUNTRIES)}GOV`,
      role: role as "initiator" | "recipient",
    })),
    sources: [
      {
        url: `https://example.org/new/${n}`,
        publisher: "The Example",
        title: `Something ${n}`,
        publishedAt: new Date(at + 120_000),
        tier: "press",
      },
    ],
  }));
}

/** The bare writing of an event and one revision of it, in one statement. */
const BARE = `WITH e AS (INSERT INTO events (id, topic_id, created_by_id) VALUES (gen_random_uuid(), $1, $2) RETURNING id)
  INSERT INTO event_revisions (id, event_id, number, headline, type, occurred_from, occurred_until, precision, recorded_by_id)
  SELECT gen_random_uuid(), id, 1, 'Something happens', 'OTHER', now() - interval '900 days', now() - interval '899 days', 'day', $2 FROM e`;

export async function logged(db: BenchDatabase, size: (typeof SIZES)[number]): Promise<Figure[]> {
  await fill(db, filledLog(size));
  const actor = { kind: "user", id: idText("pe", 0), name: "person-0", role: "admin" } as const;
  const [own, bare]: [number[], number[]] = [[], []];
  let touched = 0;
  for (const [round, input] of happenings().entries()) {
    const begun = performance.now();
    const event = await logEvent({ actor, now: new Date(), db: db.prisma }, input);
    const done = performance.now();
    await db.bare("event", BARE, [idText("to", 0), idText("pe", 0)]);
    const ended = performance.now();
    if (!event.areEvaluated) throw new Error("The questions could not be asked.");
    if (round < WARM_UP) continue;
    own.push(done - begun);
    bare.push(ended - done);
    touched += event.touched.length;
  }
  const [times, beside] = [timings(own), timings(bare)];
  const name = `log-event, ${size.questions} open questions, ${db.kind}`;
  const evaluated = { name: `${name}: touched`, n: size.events, value: touched / own.length, unit: "questions" };
  return [
    ...timingFigures(name, size.events, times, times.p50 / beside.p50, "a bare insert of an event and its revision"),
    { ...evaluated, ratio: null, baseline: null },
  ];
}

/** The whole command: the event, its audit row, which of the topic's questions it touches, and what each of those answers now. */
export const logEventCommandBenchmark: Benchmark = {
  name: "log-event",
  groups: ["criteria", "database"],
  async run() {
    const figures: Figure[] = [];
    for (const on of [onPostgres<Figure[]>, onEmbedded<Figure[]>]) {
      for (const size of SIZES) figures.push(...(await on((db) => logged(db, size))));
    }
    return figures;
  },
};

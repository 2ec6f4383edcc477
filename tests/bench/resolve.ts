import type { ServiceContext } from "#services/context.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { type Benchmark, type Figure, timingFigures, timings } from "./benchmark.ts";
import { type BenchDatabase, fill, onBoth } from "./databases.ts";
import { chanceOf, idOf, idText, peopleAndTopic } from "./filled-people.ts";

interface Size {
  readonly people: number;
  readonly updates: number;
  readonly questions: number;
}

/** Largest last, so that everybody's earlier record is small when a small question is answered. */
const SIZES: readonly Size[] = [
  { people: 25, updates: 10, questions: 9 },
  { people: 500, updates: 10, questions: 7 },
  { people: 5_000, updates: 10, questions: 5 },
  { people: 5_000, updates: 20, questions: 5 },
];

/** Questions of 200 days that closed ten days ago, forecast in whole per cents, each with a proposed Yes whose window is over. */
export function closedQuestions({ people, updates, questions }: Size, from: number): string[] {
  const forecasts = people * updates;
  const all = `generate_series(${from}, ${from + questions - 1}) AS q`;
  const rows = `generate_series(${from}, ${from + questions - 1}) AS q, generate_series(0, ${forecasts - 1}) AS i`;
  const at = `now() - interval '210 days' + interval '200 days' * ((i + 0.5) / ${forecasts})`;
  const probability = `ARRAY[(1 + floor(99 * ${chanceOf(`q * 1000000 + i`)})) / 100]::float8[]`;
  return [
    `INSERT INTO questions (id, slug, topic_id, type, title, opens_at, closes_at, deadline_at, created_by_id)
      SELECT ${idOf("qu", "q")}, 'question-' || q, ${idOf("to", "0")}, 'binary', 'Will thing ' || q || ' happen?',
        now() - interval '210 days', now() - interval '10 days', now() - interval '10 days', ${idOf("pe", "0")} FROM ${all}`,
    `INSERT INTO publications (question_id, published_by_id) SELECT ${idOf("qu", "q")}, ${idOf("pe", "0")} FROM ${all}`,
    `INSERT INTO forecasts (id, question_id, forecaster_id, made_at, probabilities)
      SELECT ${idOf("fo", "q::bigint * 1000000 + i")}, ${idOf("qu", "q")}, ${idOf("pe", `1 + i % ${people}`)}, ${at}, ${probability}
      FROM ${rows} ORDER BY q, i`,
    `INSERT INTO crowd_steps (question_id, number, at, probabilities, lower_quartile, upper_quartile, forecasters)
      SELECT ${idOf("qu", "q")}, i + 1, ${at}, ${probability}, ARRAY[0.25], ARRAY[0.75], least(i + 1, ${people}) FROM ${rows}`,
    `INSERT INTO resolutions (id, question_id, version, outcome, effective_at, known_at, proposed_at, challenge_until)
      SELECT ${idOf("re", "q")}, ${idOf("qu", "q")}, 1, 'yes', now() - interval '10 days', now() - interval '10 days',
        now() - interval '9 days', now() - interval '7 days' FROM ${all}`,
  ];
}

/** Approving the answers of one size's questions, each beside the bare reading of the same forecasts. */
export async function resolve(
  db: BenchDatabase,
  { people, updates, questions }: Size,
  from: number,
): Promise<Figure[]> {
  const admin = { kind: "user", id: idText("pe", 0), name: "person-0", role: "admin" } as const;
  const [own, bare]: [number[], number[]] = [[], []];
  for (let q = from; q < from + questions; q++) {
    const ctx: ServiceContext = { actor: admin, now: new Date(), db: db.prisma };
    const begun = performance.now();
    await db.bare("forecasts", "SELECT * FROM forecasts WHERE question_id = $1 ORDER BY made_at", [idText("qu", q)]);
    const read = performance.now();
    await approveResolution(ctx, { resolutionId: idText("re", q), note: "The log says so." });
    const ended = performance.now();
    if (q === from) continue;
    bare.push(read - begun);
    own.push(ended - read);
  }
  const [times, beside] = [timings(own), timings(bare)];
  const name = `resolve ${people} × ${updates}, ${db.kind}`;
  return timingFigures(name, people * updates, times, times.p50 / beside.p50, "one bare read of its forecasts");
}

export const resolveBenchmark: Benchmark = {
  name: "resolve-5000x20",
  groups: ["database"],
  run: () =>
    onBoth(async (db) => {
      const figures: Figure[] = [];
      let from = 1;
      await fill(db, peopleAndTopic(5_000));
      for (const size of SIZES) {
        await fill(db, closedQuestions(size, from));
        figures.push(...(await resolve(db, size, from)));
        from += size.questions;
      }
      return figures;
    }),
};

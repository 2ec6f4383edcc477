import { afterAll, beforeAll, expect, test } from "vitest";
import { questionScores } from "#core/scoring/question-scores.ts";
import type { Database } from "#db/client.ts";
import { loadForecastRows } from "#services/forecast/load-forecast-rows.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { scoringRows } from "#services/score/scoring-rows.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { rebuildScoreTables } from "#tests/support/rebuild-score-tables.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise R7: scores are what their raw rows give, bit for bit, in whatever order they are read. */
const QUESTIONS = 30;
const PEOPLE = 12;
const SEED = 20_260_208;

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Chance that is the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

async function resolvedQuestions(random: () => number) {
  const db = database.prisma;
  const author = await someone(db, "moderator");
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => someone(db)));
  const made: { questionId: string; resolutionId: string }[] = [];
  for (let number = 0; number < QUESTIONS; number++) {
    const closesAt = new Date(Date.now() - 3_600_000);
    const question = await aQuestion(db, author, { closesAt, opensAt: new Date(closesAt.getTime() - 100 * 3_600_000) });
    const acts = people.flatMap((by) =>
      Array.from({ length: Math.floor(random() * 4) }, () => ({
        by,
        atHour: random() * 99,
        probabilities: random() < 0.1 ? [] : [0.001 + random() * 0.998],
      })),
    );
    await pastForecasts(
      db,
      question,
      acts.toSorted((a, b) => a.atHour - b.atHour),
    );
    await anAnswer(db, question, { outcome: random() < 0.5 ? "yes" : "no", knownAtHour: 50 + random() * 49 });
    const final = await db.finalResolution.findUniqueOrThrow({ where: { questionId: question.id } });
    made.push({ questionId: question.id, resolutionId: final.resolutionId });
  }
  return made;
}

const FIGURES = [
  "peer",
  "peerCoverage",
  "baseline",
  "brier",
  "relativeBrier",
  "coverage",
  "spotPeer",
  "spotBaseline",
] as const;

/** Scores that differ in any bit from what the raw rows give, read in a shuffled order. */
async function differences(made: Awaited<ReturnType<typeof resolvedQuestions>>, random: () => number) {
  const db = database.prisma;
  const wrong: string[] = [];
  let compared = 0;
  for (const ids of shuffled(made, random)) {
    const { resolved } = await loadScoreSubject(db, ids);
    if (!resolved) throw new Error("Each has an answer.");
    const rows = shuffled(await loadForecastRows(db, ids.questionId), random);
    const again = new Map(
      questionScores(resolved, scoringRows(resolved, rows)).map((score) => [String(score.forecaster), score]),
    );
    const stored = await db.score.findMany({ where: { run: ids } });
    if (stored.length !== again.size)
      wrong.push(`${ids.questionId} has ${stored.length} scores instead of ${again.size}`);
    for (const score of stored) {
      const other = again.get(score.forecasterId);
      compared++;
      if (!FIGURES.every((figure) => Object.is(score[figure], other?.[figure]))) wrong.push(score.forecasterId);
    }
  }
  return { wrong, compared };
}

const tables = async () => {
  const boards = await database.run(
    "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM board_entries t",
  );
  const cells = await database.run(
    "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM calibration_cells t",
  );
  return [boards[0]?.hash, cells[0]?.hash];
};

test(`R7: the scores of ${QUESTIONS} questions, recomputed from raw rows in shuffled orders, are the stored ones bit for bit; so are boards and calibration rebuilt`, async () => {
  const random = chance(SEED);
  const made = await resolvedQuestions(random);
  for (let order = 0; order < 3; order++) {
    const { wrong, compared } = await differences(made, random);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(QUESTIONS);
    console.log(`R7: seed ${SEED}, order ${order}: ${compared} scores compared, 0 differ`);
  }
  const before = await tables();
  await rebuildScoreTables(job(database.prisma));
  expect(await tables()).toEqual(before);

  // What it would catch: one score that is off by its last bit.
  await database.run("ALTER TABLE scores DISABLE TRIGGER USER");
  await database.run(
    "UPDATE scores SET peer = peer * (1 + 2.3e-16) WHERE (run_id, forecaster_id) = (SELECT run_id, forecaster_id FROM scores WHERE abs(peer) > 1 LIMIT 1)",
  );
  expect((await differences(made, random)).wrong).toHaveLength(1);
});

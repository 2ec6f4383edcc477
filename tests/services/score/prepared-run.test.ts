import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, Tx } from "#db/client.ts";
import { ADVISORY_KEYS } from "#db/locks.ts";
import type { ServiceContext } from "#services/context.ts";
import { prepareRun } from "#services/score/prepare-run.ts";
import { countScores, writeScores } from "#services/score/score-resolution.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let [moderator, ada, ben]: ServiceContext[] = [];
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  [ada, ben] = [await someone(database.prisma), await someone(database.prisma)];
});
afterAll(() => database.close());

/** A question with one forecast and an answer that nobody has approved yet. */
async function waiting() {
  const question = await aQuestion(database.prisma, moderator!);
  await pastForecasts(database.prisma, question, [{ by: ada!, atHour: 0, probabilities: [0.8] }]);
  const { id: resolutionId } = await database.prisma.resolution.create({
    data: {
      questionId: question.id,
      version: 1,
      outcome: "yes",
      effectiveAt: question.closesAt,
      knownAt: question.closesAt,
      challengeUntil: question.closesAt,
    },
  });
  return { question, ids: { questionId: question.id, resolutionId } };
}

const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => database.prisma.$transaction(work);

test("scores that were computed before are written as they are while nothing has changed", async () => {
  const { ids } = await waiting();
  const prepared = await prepareRun(database.prisma, ids.resolutionId);
  const written = await inTransaction(async (tx) => writeScores(tx, ids, await loadScoreSubject(tx, ids), prepared));
  expect(written).toMatchObject({ runId: prepared?.run.id, scores: 1 });
});

test("a forecast, a withdrawal or a person that is a bot after the computation is scored all the same", async () => {
  const db = database.prisma;
  const changes = [
    ({ question }: Awaited<ReturnType<typeof waiting>>) =>
      pastForecasts(db, question, [{ by: ben!, atHour: 1, probabilities: [0.3] }]),
    ({ question }: Awaited<ReturnType<typeof waiting>>) =>
      pastForecasts(db, question, [{ by: ada!, atHour: 1, probabilities: [] }]),
    async () => {
      await db.user.update({ where: { id: ada?.actor.kind === "user" ? ada.actor.id : "" }, data: { isBot: true } });
    },
  ];
  for (const change of changes) {
    const made = await waiting();
    const prepared = await prepareRun(db, made.ids.resolutionId);
    await change(made);
    const { runId } = await inTransaction(async (tx) =>
      writeScores(tx, made.ids, await loadScoreSubject(tx, made.ids), prepared),
    );
    const run = await db.scoreRun.findUniqueOrThrow({ where: { id: runId ?? "" } });
    expect(run.id).not.toBe(prepared?.run.id);
    expect(run.inputHash).not.toBe(prepared?.run.hash);
  }
});

test("the lock of the whole instance is taken for the exchange alone, when the scores are written", async () => {
  const { ids } = await waiting();
  const isHeld = async (tx: Tx) => {
    const [row] = await tx.$queryRaw<{ held: bigint }[]>`
      SELECT count(*) AS held FROM pg_locks
      WHERE locktype = 'advisory' AND objid = ${ADVISORY_KEYS.scoreTables} AND pid = pg_backend_pid()`;
    return row?.held === 1n;
  };
  const seen = await inTransaction(async (tx) => {
    const written = await writeScores(tx, ids, await loadScoreSubject(tx, ids));
    const before = await isHeld(tx);
    await countScores(tx, written);
    return [before, await isHeld(tx)];
  });
  expect(seen).toEqual([false, true]);
});

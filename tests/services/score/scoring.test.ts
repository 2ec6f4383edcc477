import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { calibrationRows } from "#tests/support/calibration-rows.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { rebuildScoreTables } from "#tests/support/rebuild-score-tables.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;

let database: Database;
let moderator: ServiceContext;
let [ada, ben, cleo]: Person[] = [];
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  [ada, ben, cleo] = [await someone(database.prisma), await someone(database.prisma), await someone(database.prisma)];
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const opensAt = new Date("2025-03-01T00:00:00.000Z");
const closesAt = new Date(opensAt.getTime() + 100 * HOUR_MS);
const past = { opensAt, closesAt };

const scoresOf = async (runId: string | null) =>
  Object.fromEntries(
    (await database.prisma.score.findMany({ where: { runId: runId ?? "" } })).map((row) => [row.forecasterId, row]),
  );
const boardRow = (scope: string, who: Person) =>
  database.prisma.boardEntry.findUnique({ where: { scope_forecasterId: { scope, forecasterId: who.actor.id } } });
const cellsOf = async (subject: string) =>
  (await calibrationRows(database.prisma))
    .filter((row) => row.subject === subject && row.scope === "all")
    .map(({ horizon, cell, weightNanos, outcomeNanos }) => [horizon, cell, Number(weightNanos), Number(outcomeNanos)]);
const tables = async () => ({
  boards: await database.prisma.boardEntry.findMany({ orderBy: [{ scope: "asc" }, { forecasterId: "asc" }] }),
  cells: await calibrationRows(database.prisma),
});

describe("a question answered yes at half its time", () => {
  // Ada 80 % from the opening; Ben 40 % from hour 20, 50 % from hour 40; Cleo 90 % at hour 50, when the answer is known.
  let question: Awaited<ReturnType<typeof aQuestion>>;
  let runId: string | null;
  beforeAll(async () => {
    question = await aQuestion(database.prisma, moderator, past);
    await pastForecasts(database.prisma, question, [
      { by: ada!, atHour: 0, probabilities: [0.8] },
      { by: ben!, atHour: 20, probabilities: [0.4] },
      { by: ben!, atHour: 40, probabilities: [0.5] },
      { by: cleo!, atHour: 50, probabilities: [0.9] },
    ]);
    ({ runId } = await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 50 }));
  });

  test("Peer compares the two while both stand, over the whole scheduled time", async () => {
    // 100 · (20/100 · ln(0.8/0.4) + 10/100 · ln(0.8/0.5)) = 13.86294 + 4.70004
    const scores = await scoresOf(runId);
    expect(scores[ada!.actor.id]?.peer).toBeCloseTo(18.5629799, 7);
    expect(scores[ben!.actor.id]?.peer).toBeCloseTo(-18.5629799, 7);
    expect([scores[ada!.actor.id]?.peerCoverage, scores[ben!.actor.id]?.peerCoverage]).toEqual([
      expect.closeTo(0.3, 12),
      expect.closeTo(0.3, 12),
    ]);
  });

  test("Brier, Baseline and coverage are what a pencil gives", async () => {
    const scores = await scoresOf(runId);
    // Ada: (1 − 0.8)²; 100 · log2(1.6) for half the time. Ben: (20 · 0.36 + 10 · 0.25)/30; 100 · log2(0.8) for a fifth.
    expect(scores[ada!.actor.id]).toMatchObject({ coverage: 0.5, brier: expect.closeTo(0.04, 12) });
    expect(scores[ada!.actor.id]?.baseline).toBeCloseTo(33.9035953, 7);
    expect(scores[ben!.actor.id]?.brier).toBeCloseTo(0.3233333, 7);
    expect(scores[ben!.actor.id]?.baseline).toBeCloseTo(-6.43856, 5);
    // 0.2 · (0.04 − 0.36) + 0.1 · (0.04 − 0.25)
    expect(scores[ada!.actor.id]?.relativeBrier).toBeCloseTo(-0.085, 12);
  });

  test("a forecast made when the answer was already known earns nothing and stays in the record", async () => {
    expect(await scoresOf(runId)).not.toHaveProperty(cleo!.actor.id);
    expect(await boardRow("all", cleo!)).toBeNull();
    expect(await database.prisma.forecast.count({ where: { questionId: question.id } })).toBe(4);
  });

  test("the boards hold the sums in whole billionths, and the rating is the shrunk Peer", async () => {
    for (const scope of ["all", "season:2025-q1"]) {
      const row = await boardRow(scope, ada!);
      expect(row).toMatchObject({ questions: 1, peerNanos: 18_562_979_904n, peerCoverNanos: 300_000_000n });
      expect(row?.rating).toBeCloseTo(18.562979904 / 30.3, 12);
    }
  });

  test("calibration holds the time spent at each probability, for people and for the crowd", async () => {
    expect(await cellsOf(ada!.actor.id)).toEqual([[0, 800, 500_000_000, 500_000_000]]);
    expect(await cellsOf(ben!.actor.id)).toEqual([
      [0, 400, 200_000_000, 200_000_000],
      [0, 500, 100_000_000, 100_000_000],
    ]);
    expect(await cellsOf("crowd")).toEqual([
      [0, 600, 200_000_000, 200_000_000],
      [0, 650, 100_000_000, 100_000_000],
      [0, 800, 200_000_000, 200_000_000],
    ]);
  });

  test("another answer is a second run, and what the first one added is taken back exactly", async () => {
    const again = await anAnswer(database.prisma, question, { outcome: "no", knownAtHour: 50 });
    expect(again.runId).not.toBe(runId);
    expect((await scoresOf(again.runId))[ada!.actor.id]?.peer).toBeCloseTo(
      100 * (0.2 * Math.log(0.2 / 0.6) + 0.1 * Math.log(0.2 / 0.5)),
      9,
    );
    expect(await cellsOf(ada!.actor.id)).toEqual([[0, 800, 500_000_000, 0]]);
    expect((await boardRow("all", ada!))?.questions).toBe(1);
    expect(
      await database.prisma.scoreRun.findMany({ where: { questionId: question.id }, select: { number: true } }),
    ).toEqual([{ number: 1 }, { number: 2 }]);
    await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 50 });
    expect((await boardRow("all", ada!))?.peerNanos).toBe(18_562_979_904n);
  });

  test("a void takes everything back and leaves the old runs readable", async () => {
    await anAnswer(database.prisma, question, { outcome: null, knownAtHour: 50 });
    expect(await tables()).toEqual({ boards: [], cells: [] });
    expect(await database.prisma.currentScoreRun.count({ where: { questionId: question.id } })).toBe(0);
    expect(Object.keys(await scoresOf(runId))).toHaveLength(2);
    await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 50 });
    expect((await boardRow("all", ada!))?.peerNanos).toBe(18_562_979_904n);
  });
});

describe("scoring", () => {
  test("the same answer with the same forecasts has the same hash and makes no second run", async () => {
    const question = await aQuestion(database.prisma, moderator, past);
    await pastForecasts(database.prisma, question, [{ by: ada!, atHour: 0, probabilities: [0.8] }]);
    const first = await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 });
    const { resolutionId } = await database.prisma.finalResolution.findUniqueOrThrow({
      where: { questionId: question.id },
    });
    const { scoreResolution } = await import("#services/score/score-resolution.ts");
    const again = await database.prisma.$transaction((tx) =>
      scoreResolution(tx, { questionId: question.id, resolutionId }),
    );
    expect(again).toEqual(first);
    const run = await database.prisma.scoreRun.findUniqueOrThrow({ where: { id: first.runId ?? "" } });
    expect(run.inputHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const other = await anAnswer(database.prisma, question, { outcome: "no", knownAtHour: 100 });
    const changed = await database.prisma.scoreRun.findUniqueOrThrow({ where: { id: other.runId ?? "" } });
    expect(changed.inputHash).not.toBe(run.inputHash);
  });

  test("a multiple choice is scored by the option that won", async () => {
    const [dora, emil] = [await someone(database.prisma), await someone(database.prisma)];
    const question = await aQuestion(database.prisma, moderator, { ...past, options: ["a", "b", "c"] });
    await pastForecasts(database.prisma, question, [
      { by: dora, atHour: 0, probabilities: [0.5, 0.25, 0.25] },
      { by: emil, atHour: 0, probabilities: [0.2, 0.4, 0.4] },
    ]);
    const answer = { outcome: question.options[1]?.id ?? "", knownAtHour: 100 };
    const scores = await scoresOf((await anAnswer(database.prisma, question, answer)).runId);
    // 100 · ln(0.25/0.4); ½(0.25 + 0.5625 + 0.0625); 100 · ln(3 · 0.25)/ln 3
    expect(scores[dora.actor.id]?.peer).toBeCloseTo(-47.00036, 5);
    expect(scores[dora.actor.id]?.brier).toBeCloseTo(0.4375, 12);
    expect(scores[dora.actor.id]?.baseline).toBeCloseTo(-26.18595, 5);
    expect(scores[emil.actor.id]?.peer).toBeCloseTo(47.00036, 5);
    expect(await cellsOf(dora.actor.id)).toEqual([
      [0, 250, 666_666_666, 333_333_333],
      [0, 500, 333_333_333, 0],
    ]);
  });

  test("a withdrawal ends what is earned, and a bot is compared with people but moves none of their scores", async () => {
    const [fay, gus, bot] = [
      await someone(database.prisma),
      await someone(database.prisma),
      await someone(database.prisma),
    ];
    await database.prisma.user.update({ where: { id: bot.actor.id }, data: { isBot: true } });
    const question = await aQuestion(database.prisma, moderator, past);
    await pastForecasts(database.prisma, question, [
      { by: fay, atHour: 0, probabilities: [0.8] },
      { by: gus, atHour: 0, probabilities: [0.4] },
      { by: bot, atHour: 0, probabilities: [0.9] },
      { by: gus, atHour: 25, probabilities: [] },
    ]);
    const scores = await scoresOf(
      (await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 })).runId,
    );
    expect(scores[gus.actor.id]).toMatchObject({ coverage: 0.25, peerCoverage: expect.closeTo(0.25, 12) });
    expect(scores[fay.actor.id]?.peer).toBeCloseTo(25 * Math.log(2), 9);
    expect((scores[fay.actor.id]?.peer ?? 0) + (scores[gus.actor.id]?.peer ?? 0)).toBeCloseTo(0, 9);
    // Against the mean of Fay and Gus for a quarter of the time, then against Fay.
    const byHand = 25 * (Math.log(0.9) - (Math.log(0.8) + Math.log(0.4)) / 2) + 75 * Math.log(0.9 / 0.8);
    expect(scores[bot.actor.id]?.peer).toBeCloseTo(byHand, 9);
  });

  test("boards and calibration built anew from the runs equal the kept ones bit for bit", async () => {
    const people = [ada!, ben!, cleo!];
    for (let q = 0; q < 12; q++) {
      const question = await aQuestion(database.prisma, moderator, past);
      await pastForecasts(
        database.prisma,
        question,
        people.flatMap((by, p) => [
          { by, atHour: 7 * q + p, probabilities: [((37 * (q + 1) * (p + 2)) % 97) / 100 + 0.01] },
          { by, atHour: 7 * q + p + 9.5, probabilities: [((53 * (q + 3) * (p + 1)) % 89) / 100 + 0.02] },
        ]),
      );
      await anAnswer(database.prisma, question, { outcome: q % 3 === 0 ? "yes" : "no", knownAtHour: 60 + 3 * q });
      if (q % 4 === 0) await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 70 });
    }
    const kept = await tables();
    expect(kept.boards.length).toBeGreaterThan(6);
    expect(kept.cells.length).toBeGreaterThan(30);
    await rebuildScoreTables(job(database.prisma));
    expect(await tables()).toEqual(kept);
  });
});

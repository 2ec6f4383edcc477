import { afterAll, beforeAll, expect, test } from "vitest";
import { REFERENCES } from "#core/aggregation/reference-methods.ts";
import type { BoardMetric } from "#core/ranking/board-metrics.ts";
import type { Database } from "#db/client.ts";
import { analyseBoards } from "#services/board/analyse-boards.ts";
import { compareForecasters, pairsOfBoard } from "#services/board/compare-forecasters.ts";
import { listBoards } from "#services/board/list-boards.ts";
import { readBoard } from "#services/board/queries.ts";
import { recordOf } from "#services/board/record-of.ts";
import { scoreReferences } from "#services/score/score-references.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;

const HOUR_MS = 3_600_000;
let database: Database;
let people: Person[];
let topicId: string;
const opensAt = new Date("2025-03-01T00:00:00.000Z");
const closesAt = new Date(opensAt.getTime() + 100 * HOUR_MS);

/** Twelve questions, all answered yes: Ada says 80 %, Ben and Cleo 50 %, a bot 90 %; Dora is there once. */
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  people = [];
  for (const name of ["Ada", "Ben", "Cleo", "Bot", "Dora"]) {
    people.push(await someone(database.prisma, "forecaster", name));
  }
  const [ada, ben, cleo, bot, dora] = people as [Person, Person, Person, Person, Person];
  await database.prisma.user.update({ where: { id: bot.actor.id }, data: { isBot: true } });
  ({ id: topicId } = await database.prisma.topic.create({
    data: { slug: "muscat", title: "Muscat", summary: "", createdById: moderator.actor.id },
  }));
  for (let q = 0; q < 12; q++) {
    const question = await aQuestion(database.prisma, moderator, {
      opensAt,
      closesAt,
      topicId: q < 6 ? topicId : null,
    });
    await pastForecasts(database.prisma, question, [
      { by: ada, atHour: 0, probabilities: [0.8] },
      { by: ben, atHour: 0, probabilities: [0.5] },
      { by: cleo, atHour: 0, probabilities: [0.5] },
      { by: bot, atHour: 0, probabilities: [0.9] },
      ...(q === 0 ? [{ by: dora, atHour: 0, probabilities: [0.1] }] : []),
    ]);
    await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 });
  }
});
afterAll(() => database.close());

const places = ({ items }: Awaited<ReturnType<typeof readBoard>>) => items.map(({ rank, name }) => `${rank} ${name}`);

test("a board ranks people by shrunk Peer, ties share a rank, and bots are ranked apart", async () => {
  const board = await readBoard(anonymous(database.prisma), {});
  expect(places(board)).toEqual(["1 Ada", ...["2 Ben", "2 Cleo"], "4 Dora"]);
  // Eleven questions against two people at 50 %, and one against those two and Dora at 10 %.
  const peer = 11 * 100 * Math.log(0.8 / 0.5) + 100 * (Math.log(0.8) - (2 * Math.log(0.5) + Math.log(0.1)) / 3);
  expect(board.items[0]?.peer).toBeCloseTo(peer, 6);
  expect(board.items[0]?.rating).toBeCloseTo(peer / (30 + 12), 7);
  expect(board.items[0]).toMatchObject({ questions: 12, isProvisional: false, meanBrier: expect.closeTo(0.04, 9) });
  expect(board.items[3]).toMatchObject({ questions: 1, isProvisional: true });
  expect(places(await readBoard(anonymous(database.prisma), { bots: true }))).toEqual(["1 Bot"]);
});

test("a board is read a page at a time, and a tie across pages shares its rank", async () => {
  const first = await readBoard(anonymous(database.prisma), { limit: 2 });
  const second = await readBoard(anonymous(database.prisma), { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...places(first), ...places(second)].map((place) => place[0])).toEqual(["1", "2", "2", "4"]);
  expect(new Set([...places(first), ...places(second)]).size).toBe(4);
  expect(second.nextCursor).toBeNull();
});

test("whoever asks is told their own row wherever it stands", async () => {
  const dora = people[4] as Person;
  const board = await readBoard(dora, { limit: 1 });
  expect([board.items.length, board.viewer?.rank, board.viewer?.name]).toEqual([1, 4, "Dora"]);
});

test("there is a board for the season of the scheduled close and one for the topic", async () => {
  expect(await listBoards(anonymous(database.prisma))).toEqual({
    seasons: [{ slug: "2025-q1", label: "January to March 2025" }],
    topics: [{ slug: "muscat", title: "Muscat" }],
    tournaments: [],
  });
  const topic = await readBoard(anonymous(database.prisma), { topic: "muscat" });
  expect([topic.label, topic.items[0]?.questions]).toEqual(["Muscat", 6]);
  const season = await readBoard(anonymous(database.prisma), { season: "2025-q1" });
  expect([season.label, season.items[0]?.questions]).toEqual(["January to March 2025", 12]);
  expect((await readBoard(anonymous(database.prisma), { season: "2024-q1" })).items).toEqual([]);
  await expect(readBoard(anonymous(database.prisma), { topic: "nowhere" })).rejects.toMatchObject({
    code: "subject_must_exist",
  });
});

test("a board can be read by each of its metrics, the best first, and ties share a rank there too", async () => {
  const read = async (metric: BoardMetric) => places(await readBoard(anonymous(database.prisma), { metric }));
  const once = ["1 Ada", "2 Dora", "3 Ben", "3 Cleo"];
  const often = ["1 Ada", "2 Ben", "2 Cleo", "4 Dora"];
  // Dora lost on one question only; what she lost there weighs less in a sum than twelve small losses.
  expect([await read("peer"), await read("spot"), await read("relative_brier")]).toEqual([once, once, once]);
  expect([await read("rating"), await read("baseline"), await read("brier")]).toEqual([often, often, often]);
});

test("before a job has worked a board out it has no intervals and no references, and says so", async () => {
  const { analysis, references, items } = await readBoard(anonymous(database.prisma), {});
  expect([analysis, references, items[0]?.ratingInterval]).toEqual([null, [], null]);
});

test("the references are scored as forecasters outside the pool, by the code that scores people", async () => {
  await scoreReferences(job(database.prisma));
  expect(await scoreReferences(job(database.prisma))).toEqual({ runs: 0 });
  expect(await analyseBoards(job(database.prisma))).toEqual({ boards: 3 });
  const { references, analysis } = await readBoard(anonymous(database.prisma), {});
  // No question has a market here.
  const methods = REFERENCES.map(({ method }) => method).filter((method) => method !== "market");
  expect(references.map(({ method }) => method)).toEqual(methods);
  const mean = references.find(({ method }) => method === "mean");
  // Eleven times 60 % against 80, 50 and 50 %; once 47.5 % with 10 % beside them.
  const peer =
    11 * 100 * (Math.log(0.6) - (Math.log(0.8) + 2 * Math.log(0.5)) / 3) +
    100 * (Math.log(0.475) - (Math.log(0.8) + 2 * Math.log(0.5) + Math.log(0.1)) / 4);
  expect(mean?.peer).toBeCloseTo(peer, 6);
  expect(mean).toMatchObject({ questions: 12, spotQuestions: 12 });
  expect(analysis).toMatchObject({ entrants: 4, questions: 12, connected: 4, without: "too_few_questions" });
  const adjusted = await readBoard(anonymous(database.prisma), { metric: "adjusted" });
  expect(adjusted.items.map(({ name }) => name)).toEqual(["Ada", "Ben", "Cleo", "Dora"]);
});

test("from thirty questions on, every rating and every Peer sum lies within its interval", async () => {
  const moderator = await someone(database.prisma, "moderator");
  for (let q = 0; q < 20; q++) {
    const question = await aQuestion(database.prisma, moderator, { opensAt, closesAt });
    await pastForecasts(database.prisma, question, [
      { by: people[0] as Person, atHour: 0, probabilities: [0.3 + q / 50] },
      { by: people[1] as Person, atHour: 0, probabilities: [0.5] },
    ]);
    await anAnswer(database.prisma, question, { outcome: q % 2 ? "yes" : "no", knownAtHour: 100 });
  }
  await scoreReferences(job(database.prisma));
  // The board of the topic is as it was.
  expect(await analyseBoards(job(database.prisma))).toEqual({ boards: 2 });
  expect(await analyseBoards(job(database.prisma))).toEqual({ boards: 0 });
  const { items, references } = await readBoard(anonymous(database.prisma), {});
  for (const { rating, peer, ratingInterval, peerInterval } of [...items, ...references]) {
    expect(ratingInterval?.lower).toBeLessThanOrEqual(rating);
    expect(ratingInterval?.upper).toBeGreaterThanOrEqual(rating);
    expect(peerInterval?.lower).toBeLessThanOrEqual(peer);
    expect(peerInterval?.upper).toBeGreaterThanOrEqual(peer);
  }
  const ada = items.find(({ name }) => name === "Ada");
  expect((ada?.ratingInterval?.upper ?? 0) - (ada?.ratingInterval?.lower ?? 0)).toBeGreaterThan(0.1);
  expect(ada?.ratingInterval?.best).toBe(1);
});

test("two people are compared on the questions both answered, and the other way round the difference is turned", async () => {
  const ask = (one: string, other: string) => compareForecasters(anonymous(database.prisma), { one, other });
  const [forth, back] = [await ask("ada", "Ben"), await ask("Ben", "Ada")];
  expect(forth).toMatchObject({ one: "Ada", other: "Ben", questions: 32, meanDifference: expect.any(Number) });
  expect(back.meanDifference).toBeCloseTo(-(forth.meanDifference ?? 0), 12);
  expect(back.test?.pValue).toBe(forth.test?.pValue);
  expect(forth.test?.adjustedP).toBeGreaterThanOrEqual(forth.test?.pValue ?? 1);
  expect(forth.test?.lower).toBeLessThanOrEqual(forth.meanDifference ?? 0);
  const { pairs } = await pairsOfBoard(anonymous(database.prisma), {});
  const pair = pairs.find(({ one, other }) => one.name === "Ada" && other.name === "Ben");
  expect([pair?.pValue, pair?.adjustedP]).toEqual([forth.test?.pValue, forth.test?.adjustedP]);
  expect(await ask("Ada", "~crowd")).toMatchObject({ other: "The crowd", questions: 32 });
  // Cleo was there twelve times: a difference, but no test.
  expect(await ask("Ada", "Cleo")).toMatchObject({ questions: 12, test: null, meanDifference: expect.any(Number) });
  await expect(ask("Ada", "ada")).rejects.toMatchObject({ code: "subjects_must_differ" });
  await expect(ask("Ada", "~nobody")).rejects.toMatchObject({ code: "subject_must_exist" });
});

test("a record tells who it is, what they did and where they stand", async () => {
  const record = await recordOf(people[4] as Person, { name: "dora" });
  expect(record).toMatchObject({ isYou: true, forecasts: 1, questions: 1, entrants: 4, entry: { rank: 4 } });
  expect(record.person).not.toHaveProperty("email");
  await expect(recordOf(anonymous(database.prisma), { name: "nobody" })).rejects.toMatchObject({
    code: "subject_must_exist",
  });
});

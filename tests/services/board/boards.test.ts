import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { intervalsOfBoard } from "#services/board/intervals-of-board.ts";
import { listBoards, readBoard } from "#services/board/queries.ts";
import { recordOf } from "#services/board/record-of.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
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

test("a board of fewer than thirty questions has no intervals", async () => {
  expect(await intervalsOfBoard(anonymous(database.prisma), {})).toEqual({ intervals: null });
});

test("from thirty questions on, every rating lies within its interval", async () => {
  const moderator = await someone(database.prisma, "moderator");
  for (let q = 0; q < 20; q++) {
    const question = await aQuestion(database.prisma, moderator, { opensAt, closesAt });
    await pastForecasts(database.prisma, question, [
      { by: people[0] as Person, atHour: 0, probabilities: [0.3 + q / 50] },
      { by: people[1] as Person, atHour: 0, probabilities: [0.5] },
    ]);
    await anAnswer(database.prisma, question, { outcome: q % 2 ? "yes" : "no", knownAtHour: 100 });
  }
  const { intervals } = await intervalsOfBoard(anonymous(database.prisma), {});
  const { items } = await readBoard(anonymous(database.prisma), {});
  const ada = intervals?.Ada;
  const row = items.find(({ name }) => name === "Ada");
  expect(ada?.rating.lower).toBeLessThanOrEqual(row?.rating ?? 0);
  expect(ada?.rating.upper).toBeGreaterThanOrEqual(row?.rating ?? 0);
  expect((ada?.rating.upper ?? 0) - (ada?.rating.lower ?? 0)).toBeGreaterThan(0.1);
  expect(ada?.rank).toMatchObject({ lower: 1 });
});

test("a record tells who it is, what they did and where they stand", async () => {
  const record = await recordOf(people[4] as Person, { name: "dora" });
  expect(record).toMatchObject({ isYou: true, forecasts: 1, questions: 1, entrants: 4, standing: { rank: 4 } });
  expect(record.person).not.toHaveProperty("email");
  await expect(recordOf(anonymous(database.prisma), { name: "nobody" })).rejects.toMatchObject({
    code: "subject_must_exist",
  });
});

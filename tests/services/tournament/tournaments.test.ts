import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { noticeWords } from "#server/messages/notice-words.ts";
import { compareForecasters } from "#services/board/compare-forecasters.ts";
import { readBoard } from "#services/board/queries.ts";
import { storedNotice } from "#services/notice/notice-schemas.ts";
import { addTournamentQuestions } from "#services/tournament/add-tournament-questions.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import { listTournaments, tablesOfTournament, tournamentBySlug } from "#services/tournament/queries.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { rebuildScoreTables } from "#tests/support/rebuild-score-tables.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;
type Question = Awaited<ReturnType<typeof aQuestion>>;

const HOUR_MS = 3_600_000;
const opensAt = new Date("2025-03-01T00:00:00.000Z");
const closesAt = new Date(opensAt.getTime() + 100 * HOUR_MS);
const span = { startsAt: new Date("2025-03-01T00:00:00.000Z"), endsAt: new Date("2025-04-01T00:00:00.000Z") };
const later = { startsAt: span.startsAt, endsAt: new Date("2099-01-01T00:00:00.000Z") };

let database: Database;
let admin: Person;
let questions: Question[];
/** Three questions: Ada says 80 %, Ben 50 %; the first is answered before there is any tournament. */
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin");
  const [ada, ben] = [
    await someone(database.prisma, "forecaster", "Ada"),
    await someone(database.prisma, "forecaster", "Ben"),
  ];
  questions = [];
  for (let q = 0; q < 3; q++) {
    const question = await aQuestion(database.prisma, admin, { opensAt, closesAt });
    await pastForecasts(database.prisma, question, [
      { by: ada, atHour: 0, probabilities: [0.8] },
      { by: ben, atHour: 0, probabilities: [0.5] },
    ]);
    questions.push(question);
  }
  await anAnswer(database.prisma, questions[0] as Question, { outcome: "yes", knownAtHour: 100 });
});
afterAll(() => database.close());

const slugs = (...places: number[]) => places.map((place) => ({ slug: questions[place]?.slug ?? "" }));
const board = async () =>
  (await readBoard(anonymous(database.prisma), { tournament: "spring-cup", metric: "peer" })).items.map(
    ({ rank, name, peer, questions }) => [rank, name, Math.round(peer), questions],
  );
const tables = () => tablesOfTournament(anonymous(database.prisma), { slug: "spring-cup" });

test("only an admin makes a tournament, of published questions that close before it ends", async () => {
  const input = { title: "Spring Cup", summary: "", ...span, questions: slugs(0) };
  const moderator = await someone(database.prisma, "moderator");
  await expect(createTournament(moderator, input)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  const refused: [object, string][] = [
    [{ endsAt: span.startsAt }, "tournament_must_start_before_end"],
    [{ questions: [{ slug: "nothing" }] }, "subject_must_exist"],
    [{ endsAt: new Date(closesAt.getTime() - 1) }, "question_must_close_within_tournament"],
    [{ title: "…" }, "slug_must_be_given"],
  ];
  for (const [change, code] of refused) {
    await expect(createTournament(admin, { ...input, ...change })).rejects.toMatchObject({ code });
  }
  expect(await listTournaments(anonymous(database.prisma))).toEqual([]);
});

test("a question that was answered before it joined brings its scores, and later answers add theirs", async () => {
  const made = { title: "Spring Cup", summary: "", ...span, questions: slugs(0, 1) };
  expect(await createTournament(admin, made)).toEqual({ slug: "spring-cup" });
  await expect(createTournament(admin, made)).rejects.toMatchObject({ code: "slug_must_be_free" });
  const one = Math.round(100 * Math.log(1.6));
  expect(await board()).toEqual([
    [1, "Ada", one, 1],
    [2, "Ben", -one, 1],
  ]);
  expect(await publishDueTables(job(database.prisma))).toEqual({ tables: 0 });
  await anAnswer(database.prisma, questions[1] as Question, { outcome: "yes", knownAtHour: 100 });
  expect(await board()).toEqual([
    [1, "Ada", 2 * one, 2],
    [2, "Ben", -2 * one, 2],
  ]);
});

test("its table is frozen once it is over and every question has an answer", async () => {
  expect(await publishDueTables(job(database.prisma))).toEqual({ tables: 1 });
  expect(await publishDueTables(job(database.prisma))).toEqual({ tables: 0 });
  const [frozen] = await tables();
  expect(frozen).toMatchObject({ version: 1, total: 2, changed: [] });
  expect(frozen?.rows.map(({ rank, name, medal }) => [rank, name, medal])).toEqual([
    [1, "Ada", "gold"],
    [2, "Ben", "silver"],
  ]);
});

test("a question answered anew gives an amended table beside the frozen one, which stays", async () => {
  const [frozen] = await tables();
  await anAnswer(database.prisma, questions[1] as Question, { outcome: "no", knownAtHour: 100 });
  expect(await publishDueTables(job(database.prisma))).toEqual({ tables: 1 });
  const [amended, kept] = await tables();
  expect(kept).toEqual(frozen);
  expect(amended).toMatchObject({ version: 2, changed: [{ slug: questions[1]?.slug }] });
  expect(amended?.rows.map(({ name }) => name)).toEqual(["Ben", "Ada"]);
  const change = database.prisma.tournamentTableRow.updateMany({ data: { rank: 1 } });
  await expect(change).rejects.toThrow();
});

test("a question that becomes void amends the table too", async () => {
  await anAnswer(database.prisma, questions[1] as Question, { outcome: null, knownAtHour: 100 });
  expect(await publishDueTables(job(database.prisma))).toEqual({ tables: 1 });
  const [amended] = await tables();
  expect(amended).toMatchObject({ version: 3, changed: [{ slug: questions[1]?.slug }] });
  expect(amended?.rows.map(({ name, questions }) => [name, questions])).toEqual([
    ["Ada", 1],
    ["Ben", 1],
  ]);
});

test("everybody in the table was told of it and of each amended one, once each", async () => {
  const rows = await database.prisma.notice.findMany({
    where: { kind: "tournament_table_published" },
    select: { kind: true, params: true, person: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  const notices = rows.map(({ person, ...row }) => ({ person, ...noticeWords(storedNotice({ id: "", ...row })) }));
  const told = (name: string) => notices.filter(({ person }) => person.name === name).map(({ title }) => title);
  const titles = [
    "The final table of “Spring Cup” is published",
    "The table of “Spring Cup” is amended",
    "The table of “Spring Cup” is amended",
  ];
  expect([told("Ada"), told("Ben")]).toEqual([titles, titles]);
  expect(new Set(notices.map(({ href }) => href))).toEqual(new Set(["/tournaments/spring-cup"]));
});

test("no question joins a tournament that is over, or one that it is in already", async () => {
  const add = (slug: string, ...places: number[]) =>
    addTournamentQuestions(admin, { slug, questions: slugs(...places) });
  await expect(add("spring-cup", 2)).rejects.toMatchObject({ code: "tournament_must_be_running" });
  await createTournament(admin, { title: "Long Cup", summary: "", ...later, questions: slugs(0) });
  await expect(add("long-cup", 0)).rejects.toMatchObject({ code: "question_must_not_be_in_tournament" });
  expect(await add("long-cup", 2)).toEqual({ slug: "long-cup" });
  const { questions: joined, isOver } = await tournamentBySlug(anonymous(database.prisma), { slug: "long-cup" });
  expect([joined.length, isOver]).toEqual([2, false]);
  await expect(tournamentBySlug(anonymous(database.prisma), { slug: "no-cup" })).rejects.toMatchObject({
    code: "subject_must_exist",
  });
});

test("a question counts as much as its weight says, on the board, in its analysis and in the table", async () => {
  const [whole, half] = slugs(0, 2);
  await anAnswer(database.prisma, questions[2] as Question, { outcome: "no", knownAtHour: 100 });
  const weighed = [whole, { ...half, weight: 0.5 }] as { slug: string; weight?: number }[];
  await createTournament(admin, {
    slug: "weighed-cup",
    title: "Weighed Cup",
    summary: "",
    ...span,
    questions: weighed,
  });
  const cup = { tournament: "weighed-cup", metric: "peer" } as const;
  const peers = async () =>
    Object.fromEntries((await readBoard(anonymous(database.prisma), cup)).items.map(({ name, peer }) => [name, peer]));
  const expected = 100 * Math.log(0.8 / 0.5) + 0.5 * 100 * Math.log(0.2 / 0.5);
  expect((await peers()).Ada).toBeCloseTo(expected, 6);
  await anAnswer(database.prisma, questions[2] as Question, { outcome: "yes", knownAtHour: 100 });
  expect((await peers()).Ada).toBeCloseTo(1.5 * 100 * Math.log(0.8 / 0.5), 6);
  await publishDueTables(job(database.prisma));
  const [table] = await tablesOfTournament(anonymous(database.prisma), { slug: "weighed-cup" });
  expect(table?.rows[0]).toMatchObject({ name: "Ada", questions: 2 });
  expect(table?.rows[0]?.peer).toBeCloseTo(1.5 * 100 * Math.log(0.8 / 0.5), 6);
  const compared = { one: "Ada", other: "Ben", tournament: "weighed-cup" };
  expect((await compareForecasters(anonymous(database.prisma), compared)).meanDifference).toBeCloseTo(
    1.5 * 100 * Math.log(0.8 / 0.5),
    6,
  );
  await expect(
    createTournament(admin, {
      title: "Nothing",
      summary: "",
      ...span,
      questions: [{ slug: whole?.slug ?? "", weight: 0 }],
    }),
  ).rejects.toThrow();
});

test("a tournament's board built anew equals the kept one bit for bit", async () => {
  const read = () => database.prisma.boardEntry.findMany({ orderBy: [{ scope: "asc" }, { forecasterId: "asc" }] });
  const kept = await read();
  expect(kept.some(({ scope }) => scope.startsWith("tournament:"))).toBe(true);
  await rebuildScoreTables(job(database.prisma));
  expect(await read()).toEqual(kept);
});

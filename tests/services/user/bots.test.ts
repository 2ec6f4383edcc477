import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { readBoard } from "#services/board/queries.ts";
import { conflictsInQuestion } from "#services/conflict/conflicts-in.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { BUNDLE_IMPORTER, bundleImporter } from "#services/import/importer.ts";
import { transact } from "#services/transact.ts";
import { createBot, MAX_BOTS } from "#services/user/create-bot.ts";
import { createUser } from "#services/user/create-user.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { listBots } from "#services/user/queries.ts";
import { retireBot } from "#services/user/retire-bot.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { anAnswer, aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a person makes bots, which everybody sees as theirs, and which cannot sign in", async () => {
  const ada = await someone(database.prisma, "forecaster", "Ada");
  const { id } = await createBot(ada, { name: "ada-model" });
  expect(await loadPerson(database.prisma, "ADA-model")).toMatchObject({
    id,
    name: "ada-model",
    isBot: true,
    isImported: false,
    owner: "Ada",
    isRetired: false,
  });
  expect(await listBots(ada)).toMatchObject({ bots: [{ id, forecasts: 0, retiredAt: null }], left: MAX_BOTS - 1 });
  expect(await listBots(await someone(database.prisma))).toEqual({ bots: [], left: MAX_BOTS });
  const row = await database.prisma.user.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ passwordHash: null, email: null, role: "forecaster", isBot: true });
  await expect(database.prisma.user.update({ where: { id }, data: { passwordHash: "something" } })).rejects.toThrow();
  const audited = await database.prisma.auditEntry.findMany({ where: { action: "create-bot", subjectId: id } });
  expect(audited).toMatchObject([{ actorId: ada.actor.id }]);
});

test("a bot's name is free, and the limit of bots holds when the last ones are made at once", async () => {
  const ben = await someone(database.prisma, "forecaster", "Ben");
  await createUser(job(database.prisma), {
    name: "Taken",
    email: "taken@example.org",
    password: "0123456789",
    role: "forecaster",
  });
  await expect(createBot(ben, { name: "taken" })).rejects.toMatchObject({ code: "name_must_be_free", field: "name" });
  const tries = await Promise.allSettled(
    Array.from({ length: MAX_BOTS + 3 }, (_, i) => createBot(ben, { name: `bens-bot-${String.fromCharCode(97 + i)}` })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_BOTS);
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(refused)).toEqual(new Set(["bots_must_stay_within_limit"]));
  expect((await listBots(ben)).left).toBe(0);
  await expect(createBot(anonymous(database.prisma), { name: "nobodys" })).rejects.toMatchObject({
    code: "actor_must_be_signed_in",
  });
});

test("a bot is retired by its owner alone, for good, and makes room for another", async () => {
  const [cleo, dora] = [await someone(database.prisma, "forecaster", "Cleo"), await someone(database.prisma)];
  const { id: botId } = await createBot(cleo, { name: "cleo-model" });
  await expect(retireBot(dora, { botId })).rejects.toMatchObject({ code: "subject_must_exist" });
  await retireBot(cleo, { botId });
  await retireBot(cleo, { botId });
  expect(await database.prisma.auditEntry.count({ where: { action: "retire-bot", subjectId: botId } })).toBe(1);
  const { bots, left } = await listBots(cleo);
  expect(bots).toMatchObject([{ id: botId, retiredAt: expect.any(Date) }]);
  expect(left).toBe(MAX_BOTS);
  expect(await loadPerson(database.prisma, "cleo-model")).toMatchObject({ isRetired: true });
});

test("what a bot has at stake, its owner has", async () => {
  const [emil, moderator] = [
    await someone(database.prisma, "moderator", "Emil"),
    await someone(database.prisma, "moderator"),
  ];
  const bot = await createBot(emil, { name: "emil-model" });
  const question = await aQuestion(database.prisma, moderator);
  const asBot = { ...emil, actor: { ...emil.actor, id: bot.id } };
  expect(await conflictsInQuestion(database.prisma, emil.actor.id, question.id)).toEqual([]);
  await pastForecasts(database.prisma, question, [{ by: asBot, atHour: 0, probabilities: [0.4] }]);
  expect(await conflictsInQuestion(database.prisma, emil.actor.id, question.id)).toEqual(["has_forecast"]);
  expect(await conflictsInQuestion(database.prisma, moderator.actor.id, question.id)).toEqual([]);
});

test("a retired bot states nothing more, and what it stated stays", async () => {
  const finn = await someone(database.prisma, "forecaster", "Finn");
  const bot = await createBot(finn, { name: "Finn-model" });
  const question = await aQuestion(database.prisma, await someone(database.prisma, "moderator"));
  const asBot = { ...finn, actor: { ...finn.actor, id: bot.id } };
  await submitForecast(asBot, { questionId: question.id, probabilities: [0.4] });
  await retireBot(finn, { botId: bot.id });
  await expect(submitForecast(asBot, { questionId: question.id, probabilities: [0.6] })).rejects.toMatchObject({
    code: "bot_must_not_be_retired",
  });
  expect(await database.prisma.forecast.count({ where: { forecasterId: bot.id } })).toBe(1);
});

test("a bot stays a forecaster, so that nobody proposes as one account and approves as another", async () => {
  const gus = await someone(database.prisma, "forecaster", "Gus");
  const { id } = await createBot(gus, { name: "Gus-model" });
  const admin = await someone(database.prisma, "admin");
  await expect(setUserRole(admin, { userId: id, role: "admin" })).rejects.toMatchObject({
    code: "bot_must_stay_a_forecaster",
  });
  await expect(database.prisma.user.update({ where: { id }, data: { role: "admin" } })).rejects.toThrow();
});

test("an import writes nothing in the name of somebody's bot", async () => {
  const hal = await someone(database.prisma, "forecaster", "Hal");
  const bot = await createBot(hal, { name: "hal-model" });
  const bundle = {
    format: "parley-bundle",
    version: 1,
    questions: [
      { id: "q", type: "binary", title: "Whose?", opensAt: "2026-01-01T00:00:00Z", closesAt: "2026-01-11T00:00:00Z" },
    ],
    forecasters: [{ id: "x", name: "hal-model", isBot: true }],
    forecasts: [{ questionId: "q", forecasterId: "x", madeAt: "2026-01-02T00:00:00Z", probability: 0.3 }],
  };
  await importBundle(job(database.prisma), Buffer.from(JSON.stringify(bundle)));
  expect(await database.prisma.forecast.count({ where: { forecasterId: bot.id } })).toBe(0);
  expect(await database.prisma.forecast.count({ where: { question: { title: "Whose?" } } })).toBe(1);
});

test("no file is written in the name of a bot that somebody made under the importer's name", async () => {
  const own = await testDatabase();
  try {
    await createBot(await someone(own.prisma), { name: BUNDLE_IMPORTER });
    await expect(transact(job(own.prisma), (tx) => bundleImporter(tx))).rejects.toMatchObject({
      code: "name_must_be_free",
    });
  } finally {
    await own.close();
  }
});

test("a board says of a bot that it is a bot, and not that it was imported", async () => {
  const ida = await someone(database.prisma, "forecaster", "Ida");
  const bot = await createBot(ida, { name: "Ida-model" });
  const moderator = await someone(database.prisma, "moderator");
  const question = await aQuestion(database.prisma, moderator);
  const asBot = { ...ida, actor: { ...ida.actor, id: bot.id, name: "Ida-model" } };
  await pastForecasts(database.prisma, question, [
    { by: asBot, atHour: 0, probabilities: [0.4] },
    { by: moderator, atHour: 0, probabilities: [0.5] },
  ]);
  await anAnswer(database.prisma, question, { outcome: "yes", knownAtHour: 100 });
  const { items } = await readBoard(anonymous(database.prisma), { bots: true });
  expect(items.filter(({ name }) => name === "Ida-model")).toMatchObject([{ isBot: true, isImported: false }]);
  expect((await readBoard(anonymous(database.prisma), {})).items.map(({ name }) => name)).not.toContain("Ida-model");
});

test("a token is of its owner's account or of a bot of theirs", async () => {
  const [jo, kim] = [await someone(database.prisma), await someone(database.prisma)];
  const bot = await createBot(jo, { name: "jo-model" });
  const token = (accountId: string, hash: string) =>
    database.prisma.token.create({
      data: { ownerId: jo.actor.id, accountId, name: "one", hash, scopes: ["read"] },
    });
  await token(jo.actor.id, "a");
  await token(bot.id, "b");
  await expect(token(kim.actor.id, "c")).rejects.toThrow(/token_must_be_of_own_account/);
});

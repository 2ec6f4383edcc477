import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { conflictsInQuestion } from "#services/conflict/conflicts-in.ts";
import { createBot, MAX_BOTS } from "#services/user/create-bot.ts";
import { createUser } from "#services/user/create-user.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { listBots } from "#services/user/queries.ts";
import { retireBot } from "#services/user/retire-bot.ts";
import { aQuestion, pastForecasts } from "#tests/support/forecasting.ts";
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

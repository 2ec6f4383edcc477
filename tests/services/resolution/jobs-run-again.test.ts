import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { remindOfDueDecisions } from "#services/resolution/remind-of-due-decisions.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { job, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise D10, for the jobs of resolution: a job that dies on its way runs again, and what it does is done once. */
const QUESTIONS = 12;
const QUEUE = "dying-job";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

function startBoss(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await database.run(text, values as unknown[]) }) },
    ...(database.kind === "embedded" ? { backend: "pglite" as const } : {}),
  });
  boss.on("error", () => {});
  return boss.start();
}

/** A context whose database is gone after so many transactions, as for a process that is killed. */
function dying(ctx: ServiceContext, transactions: number): ServiceContext {
  let left = transactions;
  const db = new Proxy(ctx.db, {
    get(of, key) {
      const value = Reflect.get(of, key);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (key === "$transaction" && --left < 0) throw new Error("Killed.");
        return value.apply(of, args);
      };
    },
  });
  return { ...ctx, db };
}

/** Has a queue run a job that dies some transactions after it began, each time, until it gets to its end. */
async function runDying(work: (ctx: ServiceContext) => Promise<unknown>, transactions = 4): Promise<number> {
  const boss = await startBoss();
  let tries = 0;
  let isDone = false;
  await boss.createQueue(QUEUE, { policy: "stately", retryLimit: 20, retryDelay: 0 });
  await boss.send(QUEUE);
  for (let attempt = 0; attempt < 20 && !isDone; attempt++) {
    const [fetched] = await boss.fetch(QUEUE);
    if (!fetched) continue;
    tries++;
    try {
      await work(dying(job(database.prisma), transactions));
      await boss.complete(QUEUE, fetched.id);
      isDone = true;
    } catch (error) {
      await boss.fail(QUEUE, fetched.id, { message: String(error) });
    }
  }
  await boss.deleteQueue(QUEUE);
  await boss.stop({ graceful: false });
  expect(isDone).toBe(true);
  return tries;
}

/** Questions whose events are logged, by a process that died before it asked them: only the job can find their answers. */
async function answeredByTheLog(
  topic: string,
): Promise<{ admin: Awaited<ReturnType<typeof someone>>; topicId: string }> {
  const db = database.prisma;
  const [admin, moderator] = [await someone(db, "admin"), await someone(db, "moderator")];
  const topicId = await someTopic(moderator, topic);
  for (let number = 0; number < QUESTIONS; number++) {
    await anAnswerableQuestion(moderator, topicId, { tag: `one-${number}` });
  }
  for (let number = 0; number < QUESTIONS; number++) {
    await logEvent(dying(moderator, 1), visitEvent(topicId, { tags: [`one-${number}`] }));
  }
  return { admin, topicId };
}

const ofTopic = (topicId: string) => ({ question: { topicId } });

/** How often somebody was told that something may be decided. */
function timesTold({ actor }: Awaited<ReturnType<typeof someone>>): Promise<number> {
  return database.prisma.notice.count({
    where: { personId: actor.id, kind: "resolution_due" },
  });
}

test("D10: proposals and reminders of a job that dies again and again are each made, and made once", async () => {
  const db = database.prisma;
  const { admin, topicId } = await answeredByTheLog("Asked by a job");
  expect(await db.resolution.count()).toBe(0);
  const tries = await runDying((ctx) => evaluateOpenQuestions(ctx, {}));
  expect(tries).toBeGreaterThan(1);
  expect(await db.resolution.count()).toBe(QUESTIONS);
  expect(await db.resolution.groupBy({ by: ["questionId"], where: ofTopic(topicId) })).toHaveLength(QUESTIONS);

  // It dies where a reminder is recorded and nobody is notified of it yet.
  expect(await runDying(remindOfDueDecisions, 3)).toBeGreaterThan(1);
  await remindOfDueDecisions(job(db));
  expect(await timesTold(admin)).toBeLessThan(QUESTIONS);
  await deliverEvents(job(db));
  expect(await timesTold(admin)).toBe(QUESTIONS);
  expect(await db.auditEntry.count({ where: { action: "propose-resolution" } })).toBe(QUESTIONS);
});

test("D10 sees a reminder whose mark is not in the transaction of its event: somebody is told twice", async () => {
  const { admin, topicId } = await answeredByTheLog("Told in two steps");
  await runDying((ctx) => evaluateOpenQuestions(ctx, {}));
  await runDying(async ({ db }) => {
    const due = { ...ofTopic(topicId), reminder: null };
    for (const { id: resolutionId, questionId } of await db.resolution.findMany({
      where: due,
      orderBy: { id: "asc" },
    })) {
      const payload = { questionId, resolutionId };
      await db.$transaction((tx) => recordEvents(tx, [{ kind: "resolution.due", payload }]));
      await db.$transaction((tx) => tx.decisionReminder.create({ data: { resolutionId } }));
    }
  }, 3);
  await deliverEvents(job(database.prisma));
  expect(await timesTold(admin)).toBeGreaterThan(QUESTIONS);
});

import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
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

/** Has a queue run a job that dies four transactions after it began, each time, until it gets to its end. */
async function runDying(work: (ctx: ServiceContext) => Promise<unknown>): Promise<number> {
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
      await work(dying(job(database.prisma), 4));
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

test("D10: proposals and reminders of a job that dies again and again are each made, and made once", async () => {
  const db = database.prisma;
  const [admin, moderator] = [await someone(db, "admin"), await someone(db, "moderator")];
  const topicId = await someTopic(moderator);
  // Logged before they are asked, so that only the job can find the answers.
  const asked: string[] = [];
  for (let number = 0; number < QUESTIONS; number++) {
    const tags = { tag: `one-${number}` };
    asked.push((await anAnswerableQuestion(moderator, topicId, tags)).id);
  }
  for (let number = 0; number < QUESTIONS; number++) {
    // The process that logs dies after its own transaction and asks no question.
    await logEvent(dying(moderator, 1), visitEvent(topicId, { tags: [`one-${number}`] }));
  }
  expect(await db.resolution.count()).toBe(0);
  const tries = await runDying((ctx) => evaluateOpenQuestions(ctx, {}));
  expect(tries).toBeGreaterThan(1);
  expect(await db.resolution.count()).toBe(QUESTIONS);
  expect(await db.resolution.groupBy({ by: ["questionId"] })).toHaveLength(asked.length);

  expect(await runDying(remindOfDueDecisions)).toBeGreaterThan(1);
  await remindOfDueDecisions(job(db));
  const told = await db.notice.count({
    where: { personId: admin.actor.id, title: { startsWith: "May be decided now" } },
  });
  expect(told).toBe(QUESTIONS);
  expect(await db.auditEntry.count({ where: { action: "propose-resolution" } })).toBe(QUESTIONS);
});

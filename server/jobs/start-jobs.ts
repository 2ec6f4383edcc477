import { PgBoss } from "pg-boss";
import type { Database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { jobContext } from "#services/context.ts";
import { analyseChangedBoards } from "./analyse-changed-boards.ts";
import { evaluateDueQuestions } from "./evaluate-due-questions.ts";
import { expireDueOrders } from "./expire-due-orders.ts";
import { letDueScoresEnter } from "./let-due-scores-enter.ts";
import { payWeeklyStipend } from "./pay-weekly-stipend.ts";
import { remindOfDecisions } from "./remind-of-decisions.ts";
import { sealWaitingRecords } from "./seal-waiting-records.ts";

/** Every recurring job: its name, when it runs, and what it does. */
const JOBS = [
  { name: "evaluate-due-questions", cron: "* * * * *", run: evaluateDueQuestions },
  { name: "remind-of-decisions", cron: "* * * * *", run: remindOfDecisions },
  { name: "let-due-scores-enter", cron: "* * * * *", run: letDueScoresEnter },
  { name: "analyse-changed-boards", cron: "* * * * *", run: analyseChangedBoards },
  { name: "seal-waiting-records", cron: "*/10 * * * *", run: sealWaitingRecords },
  { name: "expire-due-orders", cron: "* * * * *", run: expireDueOrders },
  { name: "pay-weekly-stipend", cron: "7 * * * *", run: payWeeklyStipend },
] as const;
const POLLING_INTERVAL_S = 10;

/**
 * Starts the queue. Its tables lie in the same database, so a job survives a restart, and one that is due runs in one
 * process only, however many there are. Gives the function that stops it.
 */
export async function startJobs(db: Database): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await db.run(text, values as unknown[]) }) },
    ...(db.kind === "embedded" ? { backend: "pglite" as const } : {}),
  });
  boss.on("error", (error: unknown) => log.error({ err: error }, "the job queue reports a fault"));
  await boss.start();
  for (const { name, cron, run } of JOBS) {
    await boss.createQueue(name, { policy: "stately", retryLimit: 3, retryBackoff: true });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: POLLING_INTERVAL_S }, async () => run(await jobContext(name)));
  }
  return () => boss.stop({ graceful: true, timeout: 5_000 });
}

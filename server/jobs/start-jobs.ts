import { PgBoss } from "pg-boss";
import type { Database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { jobContext } from "#services/context.ts";
import { JOBS } from "./jobs.ts";

const POLLING_INTERVAL_S = 10;

/** Whoever is told how the jobs of this process do. */
export interface JobObserver {
  /** The queue has answered this process. */
  asked(): void;
  ran(job: { name: string; hasFailed: boolean; seconds: number }): void;
}

/**
 * Starts the queue. Its tables lie in the same database, so a job survives a restart, and one that is due runs in one
 * process only, however many there are. Gives the function that stops it.
 */
export async function startJobs(db: Database, observer?: JobObserver): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        const rows = await db.run(text, values as unknown[]);
        observer?.asked();
        return { rows };
      },
    },
    ...(db.kind === "embedded" ? { backend: "pglite" as const } : {}),
  });
  boss.on("error", (error: unknown) => log.error({ err: error }, "the job queue reports a fault"));
  await boss.start();
  for (const { name, cron, run } of JOBS) {
    await boss.createQueue(name, { policy: "stately", retryLimit: 3, retryBackoff: true });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: POLLING_INTERVAL_S }, () => runJob({ name, run }, observer));
  }
  return () => boss.stop({ graceful: true, timeout: 5_000 });
}

async function runJob({ name, run }: Pick<(typeof JOBS)[number], "name" | "run">, observer?: JobObserver) {
  const begunAt = performance.now();
  const tell = (hasFailed: boolean) =>
    observer?.ran({ name, hasFailed, seconds: (performance.now() - begunAt) / 1000 });
  try {
    await run(await jobContext(name));
    tell(false);
  } catch (error) {
    tell(true);
    log.error({ err: error, job: name }, "a job failed, and is tried again");
    throw error;
  }
}

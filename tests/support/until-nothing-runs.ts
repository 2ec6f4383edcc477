import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/client.ts";

/** So long a database is given to see that its clients are gone. */
const MAX_MS = 120_000;

/**
 * Waits until no other connection to this Postgres is in a transaction. What a killed process had begun goes on for a moment, and
 * may still be committed: until then nobody can tell what it did.
 */
export async function untilNothingRuns(database: Database): Promise<void> {
  for (const begunAt = Date.now(); ; await sleep(20)) {
    const left = await database.run(`SELECT pid, state, query FROM pg_stat_activity
      WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        AND datname = current_database()`);
    if (left.length === 0) return;
    if (Date.now() - begunAt > MAX_MS) throw new Error(`Transactions that do not end: ${JSON.stringify(left)}`);
  }
}

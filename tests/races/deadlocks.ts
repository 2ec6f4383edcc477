import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/client.ts";

/** A connection tells what it counted at the end of a statement, when it last did so more than a second ago. */
const UNTOLD_MS = 1_100;
/** More statements at once than a pool has connections, so that each connection gets one. */
const EVERYWHERE = 20;

/** How many deadlocks Postgres broke during some work over pools of one database. */
export async function deadlocksDuring(
  [pool, ...others]: readonly [Database, ...Database[]],
  work: () => Promise<unknown>,
): Promise<number> {
  const told = async () => {
    await sleep(UNTOLD_MS);
    const connections = [pool, ...others].flatMap((each) => Array.from({ length: EVERYWHERE }, () => each));
    await Promise.all(connections.map((each) => each.run("SELECT pg_sleep(0.02)")));
    const [row] = await pool.run("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    return Number(row?.deadlocks);
  };
  const before = await told();
  await work();
  return (await told()) - before;
}

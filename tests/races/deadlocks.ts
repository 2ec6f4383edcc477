import type { Database } from "#db/client.ts";

/** More statements at once than a pool has connections, so that each connection gets one. */
const EVERYWHERE = 20;

/** How many deadlocks Postgres broke during some work over pools of one database. */
export async function deadlocksDuring(
  [pool, ...others]: readonly [Database, ...Database[]],
  work: () => Promise<unknown>,
): Promise<number> {
  const told = async () => {
    const connections = [pool, ...others].flatMap((each) => Array.from({ length: EVERYWHERE }, () => each));
    // A connection tells what it counted once a second, or at the end of the statement that asks it to.
    await Promise.all(connections.map((each) => each.run("SELECT pg_stat_force_next_flush(), pg_sleep(0.02)")));
    const [row] = await pool.run("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    return Number(row?.deadlocks);
  };
  const before = await told();
  await work();
  return (await told()) - before;
}

import { openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { aMigration } from "#tests/support/migrating.ts";

/** One that takes long enough to be killed in the middle of. */
export const SLOW_NAME = "20990101000000_a_file_takes_its_time";
export const slow = (seconds: number) =>
  aMigration(SLOW_NAME, `CREATE TABLE before_the_wait (n integer); SELECT pg_sleep(${seconds})`);

/** Run as a program it migrates the database named, which the test then kills it in the middle of. */
if (import.meta.main) {
  const db = await openPostgres(process.argv[2] ?? "");
  console.log("migrating");
  await migrate(db, [slow(Number(process.argv[3]))]);
  await db.close();
}

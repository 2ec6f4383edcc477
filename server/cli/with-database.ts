import { closeDatabase, type Database, database } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";

/** Opens the database, brings its tables up to date, does the work, and closes it whatever happens. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  try {
    const db = await database();
    await migrate(db);
    return await work(db);
  } finally {
    await closeDatabase();
  }
}

import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { tableNames } from "#tests/support/migrating.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { SLOW_NAME, slow } from "./slow-migration.ts";

let server: PostgresServer;
let made = 0;
beforeAll(async () => {
  server = await startPostgres({ durable: true });
});
afterAll(() => server.stop());

async function emptyDatabase(): Promise<string> {
  const name = `migrating_${++made}`;
  const maintenance = await openPostgres(server.url);
  await maintenance.run(`CREATE DATABASE ${name}`);
  await maintenance.close();
  return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
}

async function untilSleeping(watcher: Database): Promise<void> {
  const query = "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND wait_event = 'PgSleep'";
  for (let attempt = 0; attempt < 400; attempt++) {
    if ((await watcher.run(query)).length > 0) return;
    await sleep(25);
  }
  throw new Error("The migration never came to its wait.");
}

const recorded = (db: Database) => db.run("SELECT migration_name FROM _prisma_migrations ORDER BY migration_name");

describe("migrating a Postgres (promise D9)", () => {
  test("by four processes at once applies each file once", async () => {
    const url = await emptyDatabase();
    const databases = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url)));
    await Promise.all(databases.map((db) => migrate(db)));
    const rows = await recorded(databases[0]!);
    expect(rows).toEqual(readMigrations().map(({ name }) => ({ migration_name: name })));
    for (const db of databases) await db.close();
  });

  test("while the database server is killed leaves nothing half made, and goes through afterwards", async () => {
    const url = await emptyDatabase();
    const [db, watcher] = [await openPostgres(url), await openPostgres(server.url)];
    await migrate(db);
    const migrating = migrate(db, [slow(30)]).then(
      () => "applied",
      () => "failed",
    );
    await untilSleeping(watcher);
    await server.kill();
    expect(await migrating).toBe("failed");
    await Promise.all([db.close(), watcher.close()]);
    await server.start();

    const again = await openPostgres(url);
    expect(await tableNames(again)).not.toContain("before_the_wait");
    expect(await recorded(again)).toHaveLength(readMigrations().length);
    await migrate(again, [slow(0)]);
    expect(await tableNames(again)).toContain("before_the_wait");
    await again.close();
  });

  test("by a process that is killed is all or nothing, and the next process finishes it", async () => {
    const url = await emptyDatabase();
    const [db, watcher] = [await openPostgres(url), await openPostgres(server.url)];
    const child = spawn(process.execPath, ["tests/database/slow-migration.ts", url, "2"], { stdio: "ignore" });
    await untilSleeping(watcher);
    child.kill("SIGKILL");
    // The next one waits for what the server is still doing for the dead one, whichever way that ends.
    await migrate(db, [slow(2)]);
    expect(await recorded(db)).toEqual([{ migration_name: SLOW_NAME }]);
    expect(await tableNames(db)).toContain("before_the_wait");
    await Promise.all([db.close(), watcher.close()]);
  });
});

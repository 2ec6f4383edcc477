import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { noticeWords } from "#server/messages/notice-words.ts";
import { storedNotice } from "#services/notice/notice-schemas.ts";

const KINDS_WITH_PARAMETERS = "20260210110000";

let db: Database;
beforeEach(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
});
afterEach(() => db.close());

test("a notice that was stored as words is shown with the same words and the same page, and still never changes", async () => {
  const migrations = readMigrations();
  await migrate(
    db,
    migrations.filter(({ name }) => name < KINDS_WITH_PARAMETERS),
  );
  await db.run("INSERT INTO users (id, name, name_key) VALUES (gen_random_uuid(), 'Ada', 'ada')");
  const before = { title: "Answered Yes: Will “it”?", body: "Your Peer score: +1.0.\nMore.", href: "/questions/it" };
  await db.run(
    `INSERT INTO notices (id, person_id, kind, title, body, href)
     SELECT gen_random_uuid(), id, 'resolution_final', $1, $2, $3 FROM users WHERE name = 'Ada'`,
    [before.title, before.body, before.href],
  );
  await migrate(db, migrations);
  const rows = await db.prisma.notice.findMany({ select: { kind: true, params: true } });
  expect(rows.map((row) => noticeWords(storedNotice({ id: "", ...row })))).toEqual([before]);
  await expect(db.prisma.notice.updateMany({ data: { params: {} } })).rejects.toThrow(/record_must_not_change/);
});

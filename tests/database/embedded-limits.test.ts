import { expect, test } from "vitest";
import { aDirectory, embeddedIn } from "#tests/support/backups.ts";

test("the embedded database keeps no limit of time on a statement, which docs/operations.md says, and should no longer say once this fails", async () => {
  const here = aDirectory();
  const database = await embeddedIn(here.file("embedded"));
  await database.run("SET statement_timeout = 1");
  // Takes some hundred times as long.
  const [row] = await database.run(
    "SELECT count(*)::int AS rows FROM generate_series(1, 200000) a WHERE md5(a::text) <> ''",
  );
  expect(row?.rows).toBe(200_000);
  await database.close();
  here.remove();
});

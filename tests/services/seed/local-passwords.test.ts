import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { accountsWithLocalPassword, LOCAL_PASSWORD, replaceLocalPasswords } from "#seed/local-passwords.ts";
import { createCast } from "#seed/people.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { setPassword } from "#services/user/set-password.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await createCast(job(database.prisma, "seed"));
});
afterAll(() => database.close());

const ctx = () => job(database.prisma, "serve");

async function signsIn(email: string, password: string): Promise<boolean> {
  return (await checkCredentials(ctx(), { email, password }, {})).person !== null;
}

test("the known password of a demonstration is taken away, from all who still have it and from nobody else", async () => {
  await setPassword(ctx(), { name: "demo-moderator", newPassword: "chosen by its owner" });
  expect((await accountsWithLocalPassword(ctx())).map(({ name }) => name).sort()).toEqual([
    "demo-admin",
    "demo-forecaster",
  ]);
  expect(await signsIn("demo-admin@example.org", LOCAL_PASSWORD)).toBe(true);
  const { id, sessionVersion } = await database.prisma.user.findUniqueOrThrow({ where: { nameKey: "demo-admin" } });

  expect((await replaceLocalPasswords(ctx())).sort()).toEqual(["demo-admin", "demo-forecaster"]);
  expect(await signsIn("demo-admin@example.org", LOCAL_PASSWORD)).toBe(false);
  expect(await signsIn("demo-forecaster@example.org", LOCAL_PASSWORD)).toBe(false);
  expect(await signsIn("demo-moderator@example.org", "chosen by its owner")).toBe(true);

  const after = await database.prisma.user.findUniqueOrThrow({ where: { id } });
  expect(after.sessionVersion).toBeGreaterThan(sessionVersion);
  expect(await database.prisma.auditEntry.count({ where: { subjectId: id, action: "set-password" } })).toBe(1);

  expect(await replaceLocalPasswords(ctx())).toEqual([]);
});

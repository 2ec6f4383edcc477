import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { sessionActor } from "#server/auth/session-actor.ts";
import { changePassword } from "#services/user/change-password.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { createUser, signUp } from "#services/user/create-user.ts";
import { signUpInput } from "#services/user/input.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const password = "correct horse battery";
const person = (name: string) => ({ name, email: `${name}@example.org`, password });

describe("accounts", () => {
  test("the first account of an empty instance becomes admin, the next ones forecasters", async () => {
    const [first, second] = [
      await signUp(anonymous(database.prisma), person("ada")),
      await signUp(anonymous(database.prisma), person("ben")),
    ];
    expect([first.role, second.role]).toEqual(["admin", "forecaster"]);
  });

  test("a name is taken whatever its case", async () => {
    const again = signUp(anonymous(database.prisma), { ...person("ADA"), email: "other@example.org" });
    await expect(again).rejects.toMatchObject({ code: "name_must_be_free", field: "name" });
  });

  test("an e-mail address has one account", async () => {
    const again = signUp(anonymous(database.prisma), { ...person("cleo"), email: "ada@example.org" });
    await expect(again).rejects.toMatchObject({ code: "email_must_be_free", field: "email" });
  });

  test("the right password signs in; a wrong one and an unknown address get the same answer", async () => {
    const check = (email: string, given: string) =>
      checkCredentials({ db: database.prisma }, { email, password: given }, "192.0.2.1");
    expect(await check("ada@example.org", password)).toMatchObject({ name: "ada" });
    expect(await check("ada@example.org", "wrong password")).toBeNull();
    expect(await check("nobody@example.org", "wrong password")).toBeNull();
  });

  test("the eleventh attempt within a quarter of an hour is refused, but not from another address", async () => {
    const attempt = (address: string) =>
      checkCredentials({ db: database.prisma }, { email: "ben@example.org", password: "wrong" }, address);
    for (let i = 0; i < 10; i++) expect(await attempt("192.0.2.2")).toBeNull();
    await expect(attempt("192.0.2.2")).rejects.toMatchObject({ code: "attempts_must_stay_within_limit" });
    expect(
      await checkCredentials({ db: database.prisma }, { email: "ben@example.org", password }, "192.0.2.3"),
    ).not.toBeNull();
  });

  test("a password is stored as argon2id with at least 19 MiB and two passes", async () => {
    const { passwordHash } = await database.prisma.user.findUniqueOrThrow({ where: { nameKey: "ada" } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("a changed password ends every session and replaces the old one", async () => {
    const { id } = await createUser(job(database.prisma), { ...person("dora"), role: "forecaster" });
    const before = await database.prisma.user.findUniqueOrThrow({ where: { id } });
    const dora = {
      ...anonymous(database.prisma),
      actor: { kind: "user", id, name: "dora", role: "forecaster" } as const,
    };
    await expect(
      changePassword(dora, { currentPassword: "not this one", newPassword: "another long one" }),
    ).rejects.toMatchObject({ code: "password_must_match" });
    await changePassword(dora, { currentPassword: password, newPassword: "another long one" });
    const after = await database.prisma.user.findUniqueOrThrow({ where: { id } });
    expect(after.sessionVersion).toBe(before.sessionVersion + 1);
    expect(
      await checkCredentials(
        { db: database.prisma },
        { email: "dora@example.org", password: "another long one" },
        "192.0.2.4",
      ),
    ).not.toBeNull();
  });

  test("a new role is audited and ends old sessions; the only admin stays admin", async () => {
    const admin = await database.prisma.user.findUniqueOrThrow({ where: { nameKey: "ada" } });
    const asAdmin = {
      ...anonymous(database.prisma),
      actor: { kind: "user", id: admin.id, name: "ada", role: "admin" } as const,
    };
    const eve = await someone(database.prisma);
    await setUserRole(asAdmin, { userId: eve.actor.id, role: "moderator" });
    const entries = await database.prisma.auditEntry.findMany({ where: { subjectId: eve.actor.id } });
    expect(entries).toMatchObject([
      { action: "set-user-role", actorId: admin.id, details: { from: "forecaster", to: "moderator" } },
    ]);
    await expect(setUserRole(asAdmin, { userId: admin.id, role: "forecaster" })).rejects.toMatchObject({
      code: "instance_must_keep_an_admin",
    });
    await expect(setUserRole(eve, { userId: admin.id, role: "forecaster" })).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
  });

  test("a request without a session, or with a forged one, is anonymous", async () => {
    expect(await sessionActor(new Headers(), database.prisma)).toEqual({ kind: "anonymous" });
    const forged = new Headers({ cookie: "next-auth.session-token=eyJhbGciOiJub25lIn0.e30." });
    expect(await sessionActor(forged, database.prisma)).toEqual({ kind: "anonymous" });
  });

  test.each([
    "a＠b@example.org",
    "a b@example.org",
    '"a,b"@example.org',
    "a@example.org\r\nBcc: c@example.org",
    "a@b@example.org",
  ])("the address %j is refused", (email) =>
    expect(signUpInput.safeParse({ ...person("zoe"), email }).success).toBe(false),
  );
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { sessionActor } from "#server/auth/session-actor.ts";
import { changePassword } from "#services/user/change-password.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { createUser } from "#services/user/create-user.ts";
import { credentialsInput, signUpInput } from "#services/user/input.ts";
import { setPassword } from "#services/user/set-password.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { signUp } from "#services/user/sign-up.ts";
import { times } from "#tests/support/chance.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const password = "correct horse battery";
const person = (name: string) => ({ name, email: `${name}@example.org`, password });
const rowOf = (name: string) => database.prisma.user.findUniqueOrThrow({ where: { nameKey: name } });
const signedInWith = async (email: string, given: string, address = "192.0.2.1") =>
  (await checkCredentials({ db: database.prisma }, { email, password: given }, { address })).person;

async function signedUp(name: string) {
  const { id } = await createUser(job(database.prisma), { ...person(name), role: "forecaster" });
  return { ...anonymous(database.prisma), actor: { kind: "user", id, name, role: "forecaster" } as const };
}

describe("accounts", () => {
  test("the first account of an empty instance becomes admin, the next ones forecasters", async () => {
    for (const name of ["ada", "ben"]) await signUp(anonymous(database.prisma), person(name));
    expect([(await rowOf("ada")).role, (await rowOf("ben")).role]).toEqual(["admin", "forecaster"]);
  });

  test("a name is taken whatever its case, and that is told", async () => {
    const again = signUp(anonymous(database.prisma), { ...person("ADA"), email: "other@example.org" });
    await expect(again).rejects.toMatchObject({ code: "name_must_be_free", field: "name" });
  });

  test("an e-mail address that has an account gets the answer of a new one, and nothing is made or changed", async () => {
    const everything = async () => ({
      people: await database.prisma.user.findMany({ orderBy: { id: "asc" } }),
      audited: await database.prisma.auditEntry.count(),
      entries: await database.prisma.ledgerEntry.count(),
    });
    const before = await everything();
    const known = await signUp(anonymous(database.prisma), { ...person("cleo"), email: "ada@example.org" });
    expect(await everything()).toEqual(before);
    const unknown = await signUp(anonymous(database.prisma), person("cleo"));
    expect(known).toEqual(unknown);
    expect(await database.prisma.user.count()).toBe(before.people.length + 1);
  });

  test("an admin who makes an account is told that its address is taken", async () => {
    const made = createUser(job(database.prisma), {
      ...person("cleopatra"),
      email: "ada@example.org",
      role: "forecaster",
    });
    await expect(made).rejects.toMatchObject({ code: "email_must_be_free", field: "email" });
  });

  test("sixty accounts may be asked for from one address in an hour, and others from another", async () => {
    const from = (address: string) => ({ ...anonymous(database.prisma), address });
    await database.prisma.rateLimit.create({
      data: { key: "sign-up:2001:db8:5:5::/64", points: 60, expire: new Date(Date.now() + 60_000) },
    });
    const refused = signUp(from("2001:db8:5:5:1::7"), person("late"));
    await expect(refused).rejects.toMatchObject({ code: "attempts_must_stay_within_limit", state: { remaining: 0 } });
    expect(await signUp(from("2001:db8:5:6::7"), person("late"))).toEqual({ accepted: true });
  });

  test("the right password signs in; a wrong one and an unknown address get the same answer", async () => {
    expect(await signedInWith("ada@example.org", password)).toMatchObject({ name: "ada" });
    expect(await signedInWith("ada@example.org", "wrong password")).toBeNull();
    expect(await signedInWith("nobody@example.org", "wrong password")).toBeNull();
  });

  test("a password is stored as argon2id with at least 19 MiB and two passes", async () => {
    expect((await rowOf("ada")).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("a password that was hashed with less work is hashed anew when its owner signs in", async () => {
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(password, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await signedUp("wilma");
    await database.prisma.user.update({ where: { nameKey: "wilma" }, data: { passwordHash: weak } });
    expect(await signedInWith("wilma@example.org", "a wrong one")).toBeNull();
    expect((await rowOf("wilma")).passwordHash).toBe(weak);
    expect(await signedInWith("wilma@example.org", password)).not.toBeNull();
    expect((await rowOf("wilma")).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await signedInWith("wilma@example.org", password)).not.toBeNull();
  });

  test("a changed password ends every session and replaces the old one", async () => {
    const dora = await signedUp("dora");
    const before = await rowOf("dora");
    await expect(
      changePassword(dora, { currentPassword: "not this one", newPassword: "another long one" }),
    ).rejects.toMatchObject({ code: "password_must_match" });
    await changePassword(dora, { currentPassword: password, newPassword: "another long one" });
    expect((await rowOf("dora")).sessionVersion).toBe(before.sessionVersion + 1);
    expect(await signedInWith("dora@example.org", "another long one")).not.toBeNull();
    expect(await signedInWith("dora@example.org", password)).toBeNull();
  });

  test("ten wrong passwords in a quarter of an hour are all that may be tried when changing it", async () => {
    const mia = await signedUp("mia");
    const tryWith = (currentPassword: string) =>
      changePassword(mia, { currentPassword, newPassword: "another long one" });
    for (let i = 0; i < 10; i++) {
      await expect(tryWith("not this one")).rejects.toMatchObject({ code: "password_must_match" });
    }
    await expect(tryWith("not this one")).rejects.toMatchObject({ code: "attempts_must_stay_within_limit" });
    await expect(tryWith(password)).rejects.toMatchObject({ code: "attempts_must_stay_within_limit" });
  });

  test("whoever runs the instance gives somebody a new password: audited, and strangers' tries are forgotten", async () => {
    const nils = await signedUp("nils");
    for (let i = 0; i < 11; i++) await signedInWith("nils@example.org", "wrong").catch(() => null);
    await expect(signedInWith("nils@example.org", password)).rejects.toMatchObject({
      code: "attempts_must_stay_within_limit",
    });
    await setPassword(job(database.prisma, "command-line"), { name: "Nils", newPassword: "a newer long one" });
    expect(await signedInWith("nils@example.org", "a newer long one")).not.toBeNull();
    const entries = await database.prisma.auditEntry.findMany({ where: { action: "set-password" } });
    expect(entries).toMatchObject([{ actorKind: "job", subjectId: nils.actor.id }]);
    const admin = { ...nils, actor: { ...nils.actor, role: "admin" } as const };
    await expect(setPassword(admin, { name: "nils", newPassword: "a newer long one" })).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
  });

  test("a new role is audited and ends old sessions; the only admin stays admin", async () => {
    const admin = await rowOf("ada");
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
});

describe("A7: an e-mail address", () => {
  const taken = (email: string) => signUpInput.safeParse({ ...person("zoe"), email });

  test.each([
    "a＠b@example.org",
    "a@b＠example.org",
    "a﹫b@example.org",
    "a b@example.org",
    '"a,b"@example.org',
    '"a@b"@example.org',
    "a@example.org,b@example.org",
    "a@example.org;b@example.org",
    "a@example.org b@example.org",
    "a@example.org\r\nBcc: c@example.org",
    "a\r\n@example.org",
    "a%0d%0a@example.org\n.",
    "a\u0000@example.org",
    "a\u202e@example.org",
    "a@b@example.org",
    "Ada <a@example.org>",
    "a@[192.0.2.1]",
    "a@example",
    "a(comment)@example.org",
    `${"a".repeat(250)}@example.org`,
    "ﷺ".repeat(60),
  ])("%j is refused", (email) => expect(taken(email).success).toBe(false));

  test.each([
    ["ADA@Example.ORG", "ada@example.org"],
    ["  ada@example.org ", "ada@example.org"],
    ["ada＠example.org", "ada@example.org"],
    ["ａｄａ@example.org", "ada@example.org"],
    ["ada+parley@example.org", "ada+parley@example.org"],
  ])("%j is the account %s, for signing up and for signing in", (email, account) => {
    expect(taken(email).data?.email).toBe(account);
    expect(credentialsInput.parse({ email, password }).email).toBe(account);
  });

  const part = fc.string({ unit: "grapheme", maxLength: 12 });
  const sign = fc.constantFrom("@", "＠", "﹫", "@@", '"@"', ",", "\r\n", "");
  const tail = fc.constantFrom("example.org", "example.org,b@example.org", "example.org\n", "EXAMPLE.ORG", "b＠c.org");
  const looksRight = fc.tuple(fc.constantFrom("ada", "a.b", "ä", "ｱ"), sign, tail);
  const typed = fc.oneof(looksRight, fc.tuple(part, sign, fc.oneof(part, tail))).map((parts) => parts.join(""));
  const hasOneForm = (email: string) => email.split("@").length === 2 && email === email.normalize("NFKC");

  test("that is looked at before it is brought into its one form may have two @ afterwards, and that is seen", () => {
    const asTyped = fc.property(typed, (text) => !/^[^@\s]+@[^@\s]+$/.test(text) || hasOneForm(text.normalize("NFKC")));
    expect(fc.check(asTyped, { numRuns: 2_000 }).failed).toBe(true);
  });

  test("that is accepted has one ASCII @ and is in its one form, whatever was typed", () => {
    let accepted = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const { data, success } = taken(text);
        if (!success) return;
        accepted++;
        expect(hasOneForm(data.email)).toBe(true);
        expect(data.email).toMatch(/^[\x21-\x7e]+$/);
        expect(data.email).not.toMatch(/["(),:;<>[\\\]]/);
        expect(taken(data.email).data?.email).toBe(data.email);
      }),
      { numRuns: times(2_000) },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

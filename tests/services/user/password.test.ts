import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createUser } from "#services/user/create-user.ts";
import { hashPassword } from "#services/user/password.ts";
import { signUp } from "#services/user/sign-up.ts";
import { anonymous, job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("sixty-eight passwords may be hashed or wait for it; whoever comes then is told to come back, and later is served", async () => {
  const all = await Promise.allSettled(Array.from({ length: 80 }, (_, i) => hashPassword(`password ${i}`)));
  const refused = all.filter((each) => each.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(12).fill("load_must_stay_within_capacity"));
  expect(await hashPassword("later")).toMatch(/^\$argon2id\$/);
});

test("A2: no sign-up is answered before another that began with it, whether its address was known or not", async () => {
  const person = (name: string, email = `${name}@example.org`) => ({ name, email, password: "correct horse battery" });
  await createUser(job(database.prisma), { ...person("ada"), role: "admin" });
  const order: string[] = [];
  const answered = (what: string, work: Promise<unknown>) => work.then(() => order.push(what));
  // Well after all there is to do for a known address, and before anybody is answered.
  const between = new Promise((resolve) => setTimeout(resolve, 450));
  await Promise.all([
    answered("known", signUp(anonymous(database.prisma), person("ben", "ada@example.org"))),
    answered("new", signUp(anonymous(database.prisma), person("cleo"))),
    answered("between", between),
  ]);
  expect(order[0]).toBe("between");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { createUserInput } from "#services/user/input.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin", "Root");
});
afterAll(() => database.close());

let made = 0;
const create = (name: string) =>
  createCaller(admin).user.create({
    name,
    email: `person-${++made}@example.org`,
    password: "correct horse battery",
    role: "forecaster",
  });

describe("a name", () => {
  test("may be written in any one alphabet, with its marks", async () => {
    for (const name of ["हिन्दी", "ไทยแลนด์", "مُحَمَّد", "Владимир", "Æthel", "东京-1"]) {
      expect(await create(name)).toMatchObject({ name });
      expect((await loadPerson(database.prisma, name)).name).toBe(name);
    }
  });

  test("is one name in whatever form and case it is written", async () => {
    await create("Éire");
    for (const written of ["éire", "E\u0301ire", "e\u0301ire", "ÉIRE"]) {
      expect((await loadPerson(database.prisma, written)).name).toBe("Éire");
      await expect(create(written)).rejects.toMatchObject({ cause: { code: "name_must_be_free" } });
    }
    await create("straße");
    await expect(create("STRASSE")).rejects.toMatchObject({ cause: { code: "name_must_be_free" } });
    await expect(create("ＲＯＯＴ")).rejects.toMatchObject({ cause: { code: "name_must_be_free" } });
  });

  test("may not look like one that somebody has", async () => {
    await create("coco");
    await create("Ильич");
    for (const [other, like] of [
      ["сосо", "coco"],
      ["c0c0", "coco"],
      ["R00t", "Root"],
    ] as const) {
      await expect(create(other)).rejects.toMatchObject({
        cause: { code: "name_must_be_free", values: { reason: "alike", name: like }, field: "name" },
      });
    }
    expect(await create("cocoa")).toMatchObject({ name: "cocoa" });
  });

  test("may not mix alphabets, or hold what nobody sees", () => {
    const faultOf = (name: string) =>
      createUserInput.safeParse({ name, email: "a@example.org", password: "correct horse battery", role: "forecaster" })
        .error?.issues[0]?.message;
    expect(faultOf("\u0430da")).toContain("one alphabet");
    expect(faultOf("a\u202eda")).toContain("U+202E");
    expect(faultOf("ada\u200b")).toContain("U+200B");
    expect(faultOf("ada")).toBeUndefined();
  });

  test("that was kept before names were folded is found as it was, and beside it no other form of it is given", async () => {
    await database.prisma.user.create({ data: { name: "Großmann", nameKey: "großmann" } });
    await database.prisma.user.create({ data: { name: "\u0430da", nameKey: "\u0430da" } });
    expect((await loadPerson(database.prisma, "GROßMANN")).name).toBe("Großmann");
    await expect(create("Grossmann")).rejects.toMatchObject({ cause: { code: "name_must_be_free" } });
    expect((await loadPerson(database.prisma, "\u0430da")).name).toBe("\u0430da");
    await expect(create("ada")).rejects.toMatchObject({ cause: { code: "name_must_be_free" } });
  });
});

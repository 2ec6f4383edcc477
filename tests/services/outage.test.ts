import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database } from "#db/client.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { outageOf } from "#services/outage.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** What Prisma throws when the database answers with a code. */
const raised = (code: string) =>
  database.prisma.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'stop' USING ERRCODE = '${code}'; END $$`).then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a fault of the database", () => {
  test.each([
    ["57P01", "database_must_be_reachable"],
    ["08006", "database_must_be_reachable"],
    ["25006", "database_must_take_changes"],
    ["53100", "database_must_take_changes"],
    ["57014", "load_must_stay_within_capacity"],
    ["53300", "load_must_stay_within_capacity"],
  ])("%s is told as %s, in words that show nothing of the database", async (code, rule) => {
    const told = outageOf(await raised(code));
    expect(told?.code).toBe(rule);
    expect(told && sentenceOf(told)).not.toMatch(/prisma|postgres|stop|[0-9A-Z]{5}/);
  });

  test("that is no outage stays a fault, and a broken rule stays that rule", async () => {
    for (const code of ["23505", "22P02", "42P01", "P0001"]) expect(outageOf(await raised(code))).toBeUndefined();
    expect(outageOf(new DomainError("subject_must_exist", { kind: "question" }))).toBeUndefined();
    expect(outageOf(undefined)).toBeUndefined();
  });

  test("without a code is known by its cause, and by what the pool and the network say", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(outageOf(new Error("failed", { cause: refused }))?.code).toBe("database_must_be_reachable");
    expect(outageOf(new Error("Connection terminated unexpectedly"))?.code).toBe("database_must_be_reachable");
    // A connection that was given up because it fell silent.
    expect(outageOf(new Error("Query read timeout"))?.code).toBe("database_must_be_reachable");
    expect(outageOf(new Error("Client was closed and is not queryable"))?.code).toBe("database_must_be_reachable");
    expect(outageOf(new Error("timeout exceeded when trying to connect"))?.code).toBe("load_must_stay_within_capacity");
  });
});

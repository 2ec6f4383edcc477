import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { procedure, router } from "#server/api/trpc.ts";
import { anonymous } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const count = z.object({ count: z.int() });
const answers = router({
  wrongAnswer: procedure.output(count).query(() => ({ count: Number.NaN })),
  wrongStored: procedure.output(count).query(() => count.parse({ count: "many" })),
  asked: procedure
    .input(count)
    .output(count)
    .query(({ input }) => input),
});

async function answerOf(path: string) {
  const response = await fetchRequestHandler({
    endpoint: "/api",
    req: new Request(`http://localhost/api/${path}`),
    router: answers,
    createContext: () => anonymous(database.prisma),
  });
  return { status: response.status, told: JSON.stringify(await response.json()) };
}

test("an answer of ours that is not as it should be is told as our fault, with nothing for the sender to mend", async () => {
  for (const path of ["wrongAnswer", "wrongStored"]) {
    const { status, told } = await answerOf(path);
    expect(status).toBe(500);
    expect(told).toContain("Something went wrong on our side. Nothing was changed.");
    expect(told).not.toMatch(/not valid|input_must_be_valid|expected|invalid_type/);
  }
});

test("an input that is not as it should be is told to its sender, field by field", async () => {
  const { status, told } = await answerOf(`asked?input=${encodeURIComponent('{"json":{"count":"x"}}')}`);
  expect(status).toBe(400);
  expect(told).toContain("Some of this is not valid.");
  expect(told).toContain("input_must_be_valid");
});

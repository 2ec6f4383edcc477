import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let questionId: string;
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  questionId = (await publishedQuestion(moderator, visitDraft(await someTopic(moderator)))).id;
});
afterAll(() => database.close());

const LONG_AGO = "2001-01-01T00:00:00Z";

/** Writes a forecast past the services, with a time of the writer's choosing, and tells whether the database keeps that time. */
async function keepsChosenTime(): Promise<boolean> {
  const { actor } = await someone(database.prisma);
  const rows = await database.run(
    `INSERT INTO forecasts (id, question_id, forecaster_id, probabilities, made_at)
     VALUES (gen_random_uuid(), '${questionId}', '${actor.id}', '{0.5}', '${LONG_AGO}') RETURNING made_at AS "madeAt"`,
  );
  return new Date(String(rows[0]?.madeAt)).getTime() === Date.parse(LONG_AGO);
}

describe("the time of a forecast", () => {
  test("F4: is the database's, also for whoever writes by SQL", async () => {
    expect(await keepsChosenTime()).toBe(false);
    const change = `UPDATE forecasts SET made_at = '${LONG_AGO}' WHERE question_id = '${questionId}'`;
    await expect(database.run(change)).rejects.toThrow("append-only");
  });

  test("F4 sees a table whose times are the writer's", async () => {
    await database.run("ALTER TABLE forecasts DISABLE TRIGGER admit");
    try {
      expect(await keepsChosenTime()).toBe(true);
    } finally {
      await database.run("ALTER TABLE forecasts ENABLE TRIGGER admit");
    }
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { logEvent } from "#services/event/log-event.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const COMPOSED = "\u00e9ire";
const DECOMPOSED = "e\u0301ire";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  topicId = await someTopic(moderator);
});
afterAll(() => database.close());

const caller = () => createCaller({ ...moderator, now: new Date() });

test("what people write is kept in the composed form", async () => {
  const { slug } = await caller().topic.create({ title: `The ${DECOMPOSED} file`, summary: DECOMPOSED });
  expect(await caller().topic.bySlug({ slug })).toMatchObject({ title: `The ${COMPOSED} file`, summary: COMPOSED });
});

test("questions are found in either form, by title, topic and option, stored today or before", async () => {
  const byTitle = await aQuestion(database.prisma, moderator);
  const byOption = await aQuestion(database.prisma, moderator, { options: ["a", "b"] });
  const byTopic = await aQuestion(database.prisma, moderator, { topicId });
  await database.run("ALTER TABLE questions DISABLE TRIGGER USER; ALTER TABLE question_options DISABLE TRIGGER USER");
  await database.run("UPDATE questions SET title = $2 WHERE id = $1", [byTitle.id, `Will ${DECOMPOSED} join?`]);
  await database.run("UPDATE question_options SET label = $2 WHERE id = $1", [byOption.options[0]?.id, DECOMPOSED]);
  await database.run("UPDATE topics SET title = $2 WHERE id = $1", [topicId, `The ${DECOMPOSED} story`]);
  for (const search of [COMPOSED, DECOMPOSED, `story ${DECOMPOSED}`]) {
    const { items } = await caller().question.list({ status: "all", search });
    const expected = search.startsWith("story") ? [byTopic] : [byTitle, byOption, byTopic];
    expect(items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  }
  expect((await caller().question.list({ status: "all", search: "eire" })).items).toEqual([]);
});

test("events are found in either form, by headline, description and place", async () => {
  for (const facts of [
    { headline: `News of ${DECOMPOSED}` },
    { description: DECOMPOSED },
    { placeName: DECOMPOSED },
    { headline: "Something else" },
  ]) {
    const { id } = await logEvent(moderator, { topicId, ...eventFacts(facts) });
    await database.run("ALTER TABLE event_revisions DISABLE TRIGGER USER");
    await database.run(
      "UPDATE event_revisions SET headline = normalize(headline, NFD), description = normalize(description, NFD), place_name = normalize(place_name, NFD) WHERE event_id = $1",
      [id],
    );
  }
  for (const text of [COMPOSED, DECOMPOSED]) expect((await caller().event.list({ text })).items).toHaveLength(3);
  expect((await caller().event.list({ text: "100%" })).items).toEqual([]);
});

test("imported events are found by their place in either form", async () => {
  const header = "headline,type,date,place,url";
  const row = `Envoys meet,CONSULT,2026-02-06,${DECOMPOSED},https://example.org/x`;
  await caller().inbox.import({ topicId, format: "csv", fileName: "a.csv", header, fromLine: 2, text: row });
  const { waiting } = await caller().inbox.list({ topicId });
  for (const place of [COMPOSED, DECOMPOSED]) {
    expect([waiting, (await caller().inbox.list({ topicId, place })).fitting]).toEqual([1, 1]);
  }
});

test("a person is found in the audit log in either form of the name", async () => {
  const person = await someone(database.prisma, "moderator", "Éire");
  await createCaller(person).topic.create({ title: "Another file", summary: "Something." });
  for (const actor of ["éire", "E\u0301ire"]) {
    const admin = createCaller(await someone(database.prisma, "admin"));
    expect((await admin.audit.list({ actor })).items).toMatchObject([{ action: "create-topic" }]);
  }
});

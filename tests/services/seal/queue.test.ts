import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { editTopic } from "#services/topic/edit-topic.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

let made = 0;
const aTopic = () => createTopic(moderator, { title: `A story ${++made}`, summary: "Ships wait." });
const seal = () => sealRecord(job(database.prisma));
const waiting = () => database.prisma.leafQueueEntry.count();
const topicLeaves = async (topicId: string) => {
  const versions = await database.prisma.topicVersion.findMany({ where: { topicId }, orderBy: { number: "asc" } });
  const sealed = await database.prisma.leaf.count({
    where: { kind: "topic", recordId: { in: versions.map(({ id }) => id) } },
  });
  return { told: versions.map(({ summary }) => summary), sealed };
};

test("what waits for its seal cannot be taken out of the queue, changed there, or emptied out", async () => {
  const { id } = await aTopic();
  const before = await waiting();
  for (const attempt of [
    "DELETE FROM leaf_queue",
    "DELETE FROM leaf_queue WHERE kind = 'topic'",
    "UPDATE leaf_queue SET record_id = 'another'",
    "TRUNCATE leaf_queue",
  ])
    await expect(database.run(attempt)).rejects.toThrow(/record_must/);
  expect(await waiting()).toBe(before);
  await seal();
  expect([await waiting(), await topicLeaves(id)]).toEqual([0, { told: ["Ships wait."], sealed: 1 }]);
});

test("what that would catch: a record that leaves the queue unsealed is never sealed", async () => {
  const { id } = await aTopic();
  await database.run("ALTER TABLE leaf_queue DISABLE TRIGGER keep");
  await database.run("DELETE FROM leaf_queue WHERE kind = 'topic'");
  await database.run("ALTER TABLE leaf_queue ENABLE TRIGGER keep");
  await seal();
  expect((await topicLeaves(id)).sealed).toBe(0);
});

test("each telling of a topic is sealed by itself, and none of them changes", async () => {
  const { id: topicId } = await aTopic();
  await seal();
  await editTopic(moderator, { topicId, title: "A story", summary: "Ships leave." });
  await seal();
  expect(await topicLeaves(topicId)).toEqual({ told: ["Ships wait.", "Ships leave."], sealed: 2 });
  await expect(database.run("UPDATE topic_versions SET summary = 'Nothing.'")).rejects.toThrow("append-only");
});

test("a tournament is not told anew once it is made", async () => {
  const { id: createdById } = moderator.actor;
  const span = { startsAt: new Date("2025-01-01"), endsAt: new Date("2025-02-01") };
  await database.prisma.tournament.create({ data: { slug: "cup", title: "A cup", ...span, createdById } });
  await expect(database.run("UPDATE tournaments SET ends_at = now()")).rejects.toThrow("append-only");
});

import { DomainError } from "#core/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";

/** The topic's own row; throws when there is none. */
export async function loadTopic(db: Db | Tx, topicId: string) {
  const topic = await db.topic.findUnique({
    where: { id: topicId },
    select: { id: true, slug: true, title: true, isFictional: true },
  });
  if (!topic) throw new DomainError("subject_must_exist", { kind: "topic", field: "topicId" });
  return topic;
}

/** As `loadTopic`, locked until the transaction ends. */
export async function loadTopicLocked(tx: Tx, topicId: string) {
  await lockRows(tx, "topic", [topicId]);
  return loadTopic(tx, topicId);
}

import type { NamedQuestion } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { peopleConcerned } from "./people-concerned.ts";

type DoubtedEvent = DomainEvent<"event.disputed" | "event.retracted">;

/** The questions whose answer, proposed or final, cited an event when it was doubted: the engine may have withdrawn its proposal since. */
async function questionsCiting(tx: Tx, eventId: string, doubtedAt: Date): Promise<(NamedQuestion & { id: string })[]> {
  const isInForce = [
    { decision: null },
    { decision: { is: { decidedAt: { gte: doubtedAt } } } },
    { final: { isNot: null } },
  ];
  return tx.question.findMany({
    where: { resolutions: { some: { evidence: { some: { eventId } }, OR: isInForce } } },
    select: { id: true, slug: true, title: true },
    orderBy: { id: "asc" },
  });
}

/**
 * Notifies that an event is disputed or retracted: those whose questions have an answer that cites it, by the first such question, and
 * those who follow its topic or were alerted to it. Whoever marked it knows already.
 */
export async function notifyOfDoubtedEvents(tx: Tx, { kind, payload }: DoubtedEvent): Promise<void> {
  const { topicId, eventId, number } = payload;
  const { headline, reason, recordedAt, recordedById } = await tx.eventRevision.findUniqueOrThrow({
    where: { eventId_number: { eventId, number } },
    select: { headline: true, reason: true, recordedAt: true, recordedById: true },
  });
  const { title: topic } = await tx.topic.findUniqueOrThrow({ where: { id: topicId }, select: { title: true } });
  const about = { event: { id: eventId, headline }, topic, reason: reason ?? "" };
  const told = kind === "event.disputed" ? "event_disputed" : "event_retracted";
  const notified = new Set([recordedById]);
  const notify = async (question: NamedQuestion | null, personIds: readonly string[]) => {
    const people = personIds.filter((id) => !notified.has(id));
    for (const id of people) notified.add(id);
    await writeNotices(tx, { kind: told, params: { ...about, question } }, people);
  };
  for (const { id: questionId, slug, title } of await questionsCiting(tx, eventId, recordedAt)) {
    await notify({ slug, title }, await peopleConcerned(tx, { questionId }));
  }
  const follows = await tx.follow.findMany({ where: { topicId }, select: { personId: true } });
  const alerted = await tx.eventAlert.findMany({ where: { eventId }, select: { personId: true } });
  await notify(
    null,
    [...follows, ...alerted].map(({ personId }) => personId),
  );
}

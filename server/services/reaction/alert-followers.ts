import { eventFits } from "#core/criteria/match-conditions.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import type { Tx } from "#db/client.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { loadSignals } from "#services/signal/load-signals.ts";
import { loadTopic } from "#services/topic/load-topic.ts";

type NewStatement = DomainEvent<(typeof CONSUMERS)["alert-followers"][number]>;

interface FollowRow {
  personId: string;
  signalId: string | null;
}

/**
 * Notifies those who follow a topic of a new event, and those who follow a signal of an event that fits it now and did not
 * before; each person once, however many of their signals it fits and however often it is revised.
 */
export async function alertFollowers(tx: Tx, { payload }: NewStatement): Promise<void> {
  const { topicId, eventId, number } = payload;
  const { recordedById } = await tx.eventRevision.findUniqueOrThrow({
    where: { eventId_number: { eventId, number } },
    select: { recordedById: true },
  });
  const follows = await tx.$queryRaw<FollowRow[]>`
    SELECT f.person_id AS "personId", f.signal_id AS "signalId"
    FROM follows f LEFT JOIN signals s ON s.id = f.signal_id
    WHERE (f.topic_id = ${topicId}::uuid OR s.topic_id = ${topicId}::uuid) AND f.person_id <> ${recordedById}::uuid
      AND NOT EXISTS (SELECT FROM event_alerts a WHERE a.person_id = f.person_id AND a.event_id = ${eventId}::uuid)
    ORDER BY f.person_id, f.id`;
  if (follows.length === 0) return;
  const [event, before] = await lastTwo(tx, topicId, eventId);
  if (event?.status !== "reported") return;
  const signals = (await loadSignals(tx, { topicId })).filter(
    ({ match, isRetired }) => !isRetired && eventFits(match, event) && !(before && countsFor(match, before)),
  );
  const nameOf = new Map(signals.map(({ id, name }) => [id, name]));
  for (const { names, personIds } of byReason(follows, nameOf, number === 1)) {
    const people = await markAlerted(tx, eventId, personIds);
    const named = { id: eventId, headline: event.headline };
    if (names.length > 0) {
      await writeNotices(tx, { kind: "signal_matched", params: { event: named, signals: names } }, people);
      continue;
    }
    const { title: topic } = await loadTopic(tx, topicId);
    await writeNotices(tx, { kind: "event_logged", params: { event: named, topic } }, people);
  }
}

/** An event as it is stated now and, if it was revised, before that. */
async function lastTwo(tx: Tx, topicId: string, eventId: string): Promise<LoggedEvent[]> {
  const statements = await loadLog(tx, { topicId, lastTwoOf: [eventId] });
  return statements.sort((a, b) => b.recordedAt - a.recordedAt);
}

function countsFor(match: Parameters<typeof eventFits>[0], event: LoggedEvent): boolean {
  return event.status === "reported" && eventFits(match, event);
}

/** Who is notified, by the names of the signals that it fits; by no name those who follow the topic alone. */
function byReason(follows: readonly FollowRow[], nameOf: ReadonlyMap<string, string>, isNew: boolean) {
  const reasons = new Map<string, { names: string[]; personIds: string[] }>();
  for (const [personId, own] of Map.groupBy(follows, (follow) => follow.personId)) {
    const names = own.flatMap(({ signalId }) => (signalId === null ? [] : (nameOf.get(signalId) ?? []))).sort();
    const followsTopic = own.some(({ signalId }) => signalId === null);
    if (names.length === 0 && !(followsTopic && isNew)) continue;
    const key = names.join("; ");
    const reason = reasons.get(key) ?? { names, personIds: [] };
    reasons.set(key, reason);
    reason.personIds.push(personId);
  }
  return reasons.values();
}

/** Marks that these people are notified of the event now; gives those whom nobody had notified of it meanwhile. */
async function markAlerted(tx: Tx, eventId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    INSERT INTO event_alerts (person_id, event_id)
    SELECT person_id, ${eventId}::uuid FROM unnest(${personIds}::uuid[]) AS notified (person_id)
    ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`;
  return rows.map(({ personId }) => personId);
}

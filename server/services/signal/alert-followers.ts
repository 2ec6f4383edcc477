import { eventFits } from "#core/criteria/match-conditions.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import type { Tx } from "#db/client.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { writeNotices } from "../notice/write-notices.ts";
import { loadTopic } from "../topic/load-topic.ts";
import { loadSignals } from "./load-signals.ts";

interface Change {
  readonly topicId: string;
  readonly eventId: string;
  /** The event as it stood until now; undefined for a new one. */
  readonly before: LoggedEvent | undefined;
  /** Whoever records it knows already. */
  readonly recordedById: string;
}

interface FollowRow {
  personId: string;
  signalId: string | null;
}

/**
 * Tells those who follow a topic of a new event, and those who follow a signal of an event that fits it now and did not
 * before; each person once, however many of their signals it fits and however often it is revised.
 */
export async function alertFollowers(tx: Tx, { topicId, eventId, before, recordedById }: Change): Promise<void> {
  const follows = await tx.$queryRaw<FollowRow[]>`
    SELECT f.person_id AS "personId", f.signal_id AS "signalId"
    FROM follows f LEFT JOIN signals s ON s.id = f.signal_id
    WHERE (f.topic_id = ${topicId}::uuid OR s.topic_id = ${topicId}::uuid) AND f.person_id <> ${recordedById}::uuid
      AND NOT EXISTS (SELECT FROM event_alerts a WHERE a.person_id = f.person_id AND a.event_id = ${eventId}::uuid)
    ORDER BY f.person_id, f.id`;
  if (follows.length === 0) return;
  const [event] = await loadLog(tx, { topicId, eventId });
  if (event?.status !== "reported") return;
  const signals = (await loadSignals(tx, { topicId })).filter(
    ({ match, isRetired }) => !isRetired && eventFits(match, event) && !(before && countsFor(match, before)),
  );
  const nameOf = new Map(signals.map(({ id, name }) => [id, name]));
  for (const [names, personIds] of byReason(follows, nameOf, before === undefined)) {
    const told = await markTold(tx, eventId, personIds);
    const topic = await loadTopic(tx, topicId);
    const body = names === "" ? `New in the log of “${topic.title}”.` : `It fits what you follow: ${names}.`;
    await writeNotices(tx, {
      kind: names === "" ? "event_logged" : "signal_matched",
      personIds: told,
      title: event.headline,
      body,
      href: `/events/${eventId}`,
    });
  }
}

function countsFor(match: Parameters<typeof eventFits>[0], event: LoggedEvent): boolean {
  return event.status === "reported" && eventFits(match, event);
}

/** Who is told, by the names of the signals that it fits; the empty name for those who follow the topic alone. */
function byReason(follows: readonly FollowRow[], nameOf: ReadonlyMap<string, string>, isNew: boolean) {
  const reasons = new Map<string, string[]>();
  for (const [personId, own] of Map.groupBy(follows, (follow) => follow.personId)) {
    const names = own.flatMap(({ signalId }) => (signalId === null ? [] : (nameOf.get(signalId) ?? [])));
    const followsTopic = own.some(({ signalId }) => signalId === null);
    if (names.length === 0 && !(followsTopic && isNew)) continue;
    const key = names.toSorted().join("; ");
    reasons.set(key, [...(reasons.get(key) ?? []), personId]);
  }
  return reasons;
}

/** Notes that these people are told of the event now; gives those who had not been told by anybody else meanwhile. */
async function markTold(tx: Tx, eventId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    INSERT INTO event_alerts (person_id, event_id)
    SELECT person_id, ${eventId}::uuid FROM unnest(${personIds}::uuid[]) AS told (person_id)
    ON CONFLICT DO NOTHING RETURNING person_id AS "personId"`;
  return rows.map(({ personId }) => personId);
}

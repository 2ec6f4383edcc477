import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { type Consumer, consumersOf } from "./consumers.ts";
import { DOMAIN_EVENTS, type DomainEvent } from "./domain-events.ts";

/** An event, and one consumer that is to have it. */
export interface Awaited {
  readonly eventId: bigint;
  readonly consumer: Consumer;
}

const recorded = new WeakMap<Tx, readonly Awaited[]>();

/** The deliveries that a transaction has recorded. */
export function awaitedIn(tx: Tx): readonly Awaited[] {
  return recorded.get(tx) ?? [];
}

/** Records what happened, with a delivery for each consumer, in the transaction of the command: nobody reacts to what did not happen. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = await tx.$queryRaw<Awaited[]>`
    WITH ${eventParts(events)} SELECT event_id AS "eventId", consumer FROM delivered`;
  recorded.set(tx, [...awaitedIn(tx), ...rows]);
}

/** In a statement, behind WITH: the same. For a statement that others wait for, of an event that nobody reacts to. */
export function eventParts(events: readonly DomainEvent[]): Prisma.Sql {
  const told = events.map(({ kind, payload }, place) => ({
    place,
    kind,
    version: DOMAIN_EVENTS[kind].version,
    payload: DOMAIN_EVENTS[kind].payload.parse(payload),
    consumers: consumersOf(kind),
  }));
  return Prisma.sql`
    happened AS MATERIALIZED (
      SELECT nextval('domain_events_id_seq') AS id, h.* FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        AS h (place int, kind text, version int, payload jsonb, consumers jsonb)),
    recorded AS (
      INSERT INTO domain_events (id, kind, version, payload) SELECT id, kind, version, payload FROM happened ORDER BY place),
    delivered AS (
      INSERT INTO event_deliveries (event_id, consumer)
      SELECT h.id, c.name FROM happened h, jsonb_array_elements_text(h.consumers) AS c (name) RETURNING event_id, consumer)`;
}

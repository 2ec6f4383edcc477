import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { consumersOf } from "./consumers.ts";
import { DOMAIN_EVENTS, type DomainEvent } from "./domain-events.ts";

const recorded = new WeakMap<Tx, bigint[]>();

/** The events that a transaction has recorded and somebody is to react to. */
export function awaitedIn(tx: Tx): readonly bigint[] {
  return recorded.get(tx) ?? [];
}

/** Records what happened, with a delivery for each consumer, in the transaction of the command: nobody reacts to what did not happen. */
export async function recordEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = await tx.$queryRaw<
    { id: bigint }[]
  >`WITH ${eventParts(events)} SELECT DISTINCT event_id AS id FROM delivered`;
  recorded.set(tx, [...awaitedIn(tx), ...rows.map(({ id }) => id)]);
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
      SELECT h.id, c.name FROM happened h, jsonb_array_elements_text(h.consumers) AS c (name) RETURNING event_id)`;
}

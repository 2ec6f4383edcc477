import type { Notice, NoticeKind, NoticeParams } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { NOTICE_SCHEMAS } from "./notice-schemas.ts";

/** Notifies people of one thing, in the transaction of a consumer of domain events. Twice the same person is notified once. */
export async function writeNotices(tx: Tx, { kind, params }: Notice, personIds: readonly string[]): Promise<void> {
  const people = [...new Set(personIds)];
  if (people.length === 0) return;
  const stored = JSON.stringify(NOTICE_SCHEMAS[kind].parse(params));
  await tx.$executeRaw`
    INSERT INTO notices (id, person_id, kind, params)
    SELECT id, person_id, ${kind}, ${stored}::jsonb
    FROM unnest(${people.map(() => timeOrderedId())}::uuid[], ${people}::uuid[]) AS notified (id, person_id)`;
}

/** Notifies people of what says something of their own to each: their score, their order. A person can have several. */
export async function writeOwnNotices<K extends NoticeKind>(
  tx: Tx,
  kind: K,
  paramsOf: Iterable<readonly [personId: string, params: NoticeParams[K]]>,
): Promise<void> {
  const rows = Array.from(paramsOf, ([personId, params]) => {
    return { id: timeOrderedId(), personId, params: NOTICE_SCHEMAS[kind].parse(params) };
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO notices (id, person_id, kind, params)
    SELECT id, "personId", ${kind}, params
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS own (id uuid, "personId" uuid, params jsonb)`;
}

import type { Match } from "#core/criteria/criteria.ts";
import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

/** A signal as one of its versions states it. */
export interface CurrentSignal {
  readonly id: string;
  readonly topicId: string;
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly match: Match;
  readonly isRetired: boolean;
}

interface SignalScope {
  readonly topicId?: string;
  readonly signalId?: string;
  /** As they stood then; as they stand now when left out. */
  readonly asOf?: Date | undefined;
}

/** Signals of a topic, or one, as they stood at an instant, in the order of their names. */
export function loadSignals(db: Db | Tx, { topicId, signalId, asOf }: SignalScope): Promise<CurrentSignal[]> {
  const byThen = asOf ? Prisma.sql`v.made_at <= ${asOf}` : Prisma.sql`TRUE`;
  return db.$queryRaw<CurrentSignal[]>`
    SELECT s.id, s.topic_id AS "topicId", v.number, v.name, v.note, v.match, v.is_retired AS "isRetired"
    FROM signals s JOIN LATERAL (
      SELECT * FROM signal_versions v WHERE v.signal_id = s.id AND ${byThen} ORDER BY v.number DESC LIMIT 1) v ON TRUE
    WHERE ${topicId ? Prisma.sql`s.topic_id = ${topicId}::uuid` : Prisma.sql`TRUE`}
      AND ${signalId ? Prisma.sql`s.id = ${signalId}::uuid` : Prisma.sql`TRUE`}
    ORDER BY lower(v.name), s.id`;
}

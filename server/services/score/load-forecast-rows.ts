import type { Db, Tx } from "#db/client.ts";

/** A forecast of a question's history, with the end its successor or withdrawal gave it. Epoch milliseconds. */
export interface TimedForecast {
  readonly forecaster: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probabilities: number[];
  /** People are compared with each other; bots are compared with the people. */
  readonly inPool: boolean;
}

/**
 * Every forecast of a question in the order the database took them. Of two acts of one person within one millisecond,
 * the later one holds and a withdrawal comes last.
 */
export function loadForecastRows(db: Db | Tx, questionId: string): Promise<TimedForecast[]> {
  return db.$queryRaw<TimedForecast[]>`
    SELECT a.forecaster_id::text AS forecaster, a.made_at_ms AS "madeAt", a.ended_at_ms AS "endedAt",
      a.probabilities, NOT u.is_bot AS "inPool"
    FROM (
      SELECT forecaster_id, sequence, probabilities, (extract(epoch FROM made_at) * 1000)::float8 AS made_at_ms,
        (extract(epoch FROM lead(made_at) OVER (PARTITION BY forecaster_id ORDER BY made_at, is_withdrawal, sequence))
          * 1000)::float8 AS ended_at_ms, is_withdrawal, made_at
      FROM (
        SELECT forecaster_id, sequence, made_at, probabilities, false AS is_withdrawal
        FROM forecasts WHERE question_id = ${questionId}::uuid
        UNION ALL
        SELECT forecaster_id, sequence, made_at, NULL, true
        FROM withdrawals WHERE question_id = ${questionId}::uuid
      ) AS acts
    ) AS a JOIN users u ON u.id = a.forecaster_id
    WHERE NOT a.is_withdrawal ORDER BY a.made_at, a.sequence`;
}
